package org.tongqu.hub.console.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Conflicts;
import org.tongqu.hub.keeping.Lookups;
import org.tongqu.hub.matching.Matching;

/** Invented look-ups and conflicts: each outcome, masked and not; a case that has risen, one decided, one gone. */
final class ConflictSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final Lookups.Question ASKED = new Lookups.Question("沈阳机床厂", "13900000000", "");
    private static final Conflicts.Person NE = new Conflicts.Person("rep-ne-1", "孙立", "NE");
    private static final Conflicts.Person E = new Conflicts.Person("rep-e-1", "周敏", "E");

    private ConflictSamples() {}

    static List<Samples.Sample> all() {
        List<Lookups.Known> known = List.of(
                known(Lookups.Outcome.SAME, null),
                known(Lookups.Outcome.PERHAPS, new Lookups.Customer("c-1", "沈阳机床厂")));
        return List.of(
                lookup("lookup", Map.of("asked", new Lookups.Question("", "", ""))),
                lookup("lookup-known", asked(Lookups.Outcome.SAME, known)),
                lookup("lookup-new", asked(Lookups.Outcome.NEW, List.of())),
                lookup("lookup-little", asked(Lookups.Outcome.TOO_LITTLE, List.of())),
                lookup("lookup-refused", Map.of("asked", ASKED, "refused", "10 分钟内最多查重 60 次。")),
                sample("conflicts", "conflicts", "found", List.of(risen(), decided(), gone())),
                sample("conflicts-none", "conflicts", "found", List.of()),
                sample("conflict-risen", "conflict", "page", risen()),
                sample("conflict-decided", "conflict", "page", decided()),
                sample("conflict-gone", "conflict", "page", gone()));
    }

    private static Map<String, Object> asked(Lookups.Outcome outcome, List<Lookups.Known> known) {
        return Map.of("asked", ASKED, "answer", new Lookups.Answer(outcome, known));
    }

    private static Lookups.Known known(Lookups.Outcome outcome, Lookups.@Nullable Customer customer) {
        return new Lookups.Known(outcome, "NE", "NE", customer, customer == null);
    }

    private static Samples.Sample lookup(String name, Map<String, Object> model) {
        return new Samples.Sample(name, "keeping/lookup", Sender.Role.REP, "/lookup", model);
    }

    private static Samples.Sample sample(String name, String template, String what, Object model) {
        return new Samples.Sample(
                name,
                "keeping/" + template,
                Sender.Role.DESK,
                "/conflicts",
                Map.of(what, model, "today", DAY, "quiet", 14L));
    }

    private static Conflicts.Line risen() {
        return line(Conflicts.State.OPEN, true);
    }

    private static Conflicts.Line decided() {
        return line(Conflicts.State.DECIDED, false);
    }

    private static Conflicts.Line gone() {
        return line(Conflicts.State.GONE, false);
    }

    private static Conflicts.Line line(Conflicts.State state, boolean risen) {
        boolean decided = state == Conflicts.State.DECIDED;
        boolean gone = state == Conflicts.State.GONE;
        return new Conflicts.Line(
                "k-1",
                7,
                gone ? Conflicts.Origin.MERGE : Conflicts.Origin.LOOKUP,
                state,
                risen,
                risen ? null : "c-1",
                "沈阳机床厂",
                NE,
                E,
                List.of(new Conflicts.Person("mgr-e", "何晓岚", "E"), new Conflicts.Person("mgr-ne", "韩国栋", "NE")),
                MadeUp.at("02-10T09:30"),
                DAY.minusDays(3),
                MadeUp.at("02-11T09:30"),
                gone ? null : "三月起在谈行车",
                Matching.Clue.of("NAME_SAME +1.3 PLACE_OTHER_CITY -0.9"),
                decided ? NE : null,
                decided ? new Conflicts.Person("desk", "总部服务台", null) : null,
                decided ? "跟得久" : null,
                decided ? MadeUp.at("03-05T09:30") : null,
                gone ? MadeUp.at("03-05T09:30") : null,
                true);
    }
}
