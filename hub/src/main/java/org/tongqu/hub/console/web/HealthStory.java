package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.ManyParked;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Vitals;

/** Turns what was measured into sentences; what is amiss stands first. */
final class HealthStory {
    private static final Duration SLOW = Duration.ofMinutes(10);
    private static final Duration STUCK = Duration.ofHours(2);
    private static final Duration LINE_SILENT = Duration.ofMinutes(5);
    private static final Duration NODE_SILENT = Duration.ofMinutes(1);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final Duration ONE_MESSAGE = Duration.ofMinutes(30);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);
    private static final double DISK_LOW = 0.15;
    private static final double DISK_OUT = 0.05;

    private final Say say;
    private final Names names;

    HealthStory(Say say, Names names) {
        this.say = say;
        this.names = names;
    }

    static List<HealthPart> worstFirst(List<HealthPart> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(HealthPart::urgency))
                .toList();
    }

    /** The one sentence above all. */
    String sentence(List<HealthPart> parts) {
        long late = count(parts, HealthPart.LATE);
        long soon = count(parts, HealthPart.SOON);
        long unknown = count(parts, HealthPart.GONE);
        if (late > 0) {
            return say.word("health.late", late, soon);
        }
        if (soon > 0) {
            return say.word("health.soon", soon);
        }
        return unknown > 0 ? say.word("health.unknown", unknown) : say.word("health.well");
    }

    /** What is merely not known is no alarm. */
    static String mood(List<HealthPart> worstFirst) {
        String worst = worstFirst.getFirst().style();
        return worst.equals(HealthPart.GONE) ? HealthPart.CALM : worst;
    }

    static long count(List<HealthPart> parts, String style) {
        return parts.stream().filter(part -> part.style().equals(style)).count();
    }

    /** A page that could be read at all was read from it. */
    HealthPart database(Vitals.Base base) {
        String size = say.size(base.bytes());
        return base.took().compareTo(ANSWERS_WITHIN) < 0
                ? HealthPart.calm("database", say.word("health.database", size), base.upSince())
                : amiss(
                        "database",
                        false,
                        say.word("health.database.slow", size, say.lasting(base.took())),
                        base.upSince(),
                        "health.database.do",
                        null);
    }

    HealthPart intake(Sluice.State intake) {
        return switch (intake) {
            case Sluice.Open open -> HealthPart.calm("intake", say.word("health.intake"), null);
            case Sluice.Slow slow -> intake(false, say.word("health.intake.slow", cause(slow.cause())), slow.cause());
            case Sluice.Shut shut -> intake(true, say.word("health.intake.shut", cause(shut.cause())), shut.cause());
        };
    }

    private HealthPart intake(boolean shut, String says, Sluice.Cause cause) {
        String next = "health.intake.do." + cause;
        return amiss(
                "intake", shut, says, null, next, cause == Sluice.Cause.BACKLOG ? "/messages?state=RECEIVED" : null);
    }

    private String cause(Sluice.Cause cause) {
        return say.word("health.intake.cause." + cause);
    }

    HealthPart hands(JournalPages.Hands hands) {
        OffsetDateTime since = hands.slowestSince();
        if (hands.alive() < hands.wanted()) {
            String says = say.word("health.hands.missing", hands.alive(), hands.wanted());
            return amiss("hands", true, says, null, "health.hands.missing.do", null);
        }
        return since != null && longer(since, ONE_MESSAGE)
                ? amiss(
                        "hands",
                        false,
                        say.word("health.hands.slow"),
                        since,
                        "health.hands.slow.do",
                        "/messages?state=RECEIVED")
                : HealthPart.calm("hands", say.word("health.hands", hands.alive()), null);
    }

    HealthPart disk(Vitals.Disk disk) {
        String says = say.word("health.disk", say.size(disk.free()), say.share(disk.freeShare()));
        return disk.freeShare() >= DISK_LOW
                ? HealthPart.calm("disk", says, null)
                : amiss("disk", disk.freeShare() < DISK_OUT, says, null, "health.disk.do", null);
    }

    HealthPart files(Vitals.Disk disk) {
        return disk.dropWritable()
                ? HealthPart.calm("files", say.word("health.files"), null)
                : amiss("files", true, say.word("health.files.shut"), null, "health.files.do", null);
    }

    HealthPart broker(Vitals.Line line) {
        if (!line.there()) {
            return amiss("broker", true, say.word("health.broker.away"), line.since(), "health.broker.away.do", null);
        }
        return line.diskFull()
                ? amiss("broker", true, say.word("health.broker.full"), null, "health.disk.do", null)
                : HealthPart.calm("broker", say.word("health.broker"), line.since());
    }

    HealthPart arriving(JournalPages.Backlog backlog) {
        OffsetDateTime oldest = backlog.oldest();
        if (oldest == null) {
            return HealthPart.calm("arriving", say.word("health.arriving.none"), null);
        }
        String says = say.word("health.arriving", say.number(backlog.waiting()), say.number(backlog.retried()));
        return backlog("arriving", says, oldest, "/messages?state=RECEIVED");
    }

    HealthPart leaving(Map<String, OutboxPages.Load> loads) {
        Optional<Map.Entry<String, OffsetDateTime>> slowest = loads.entrySet().stream()
                .flatMap(load ->
                        Optional.ofNullable(load.getValue().oldest()).map(at -> Map.entry(load.getKey(), at)).stream())
                .min(Map.Entry.comparingByValue());
        if (slowest.isEmpty()) {
            return HealthPart.calm("leaving", say.word("health.leaving.none"), null);
        }
        long waiting =
                loads.values().stream().mapToLong(OutboxPages.Load::waiting).sum();
        long partners =
                loads.values().stream().filter(load -> load.waiting() > 0).count();
        String says = say.word(
                "health.leaving",
                say.number(waiting),
                say.number(partners),
                names.partner(slowest.get().getKey()));
        return backlog("leaving", says, slowest.get().getValue(), "/messages?state=WAITING");
    }

    private HealthPart backlog(String name, String says, OffsetDateTime oldest, String href) {
        return longer(oldest, SLOW)
                ? amiss(name, longer(oldest, STUCK), says, oldest, "health." + name + ".do", href)
                : HealthPart.calm(name, says, oldest);
    }

    HealthPart parked(long parked) {
        return parked == 0
                ? HealthPart.calm("parked", say.word("health.parked.none"), null)
                : amiss(
                        "parked",
                        false,
                        say.word("health.parked", say.number(parked)),
                        null,
                        "health.parked.do",
                        "/parked");
    }

    HealthPart branches(List<JournalPages.Branch> branches) {
        List<JournalPages.Branch> silent = branches.stream()
                .filter(branch -> longer(branch.heardAt(), LINE_SILENT))
                .sorted(Comparator.comparing(JournalPages.Branch::heardAt))
                .toList();
        if (branches.isEmpty()) {
            return new HealthPart("branches", HealthPart.GONE, say.word("health.branches.none"), null, null, null);
        }
        if (silent.isEmpty()) {
            return HealthPart.calm("branches", say.word("health.branches", branches.size()), null);
        }
        String who = names.partner(silent.getFirst().branch());
        return amiss(
                "branches",
                false,
                say.word("health.branches.silent", silent.size(), branches.size(), who),
                silent.getFirst().heardAt(),
                "health.branches.do",
                "/branches");
    }

    HealthPart work(List<ManyParked.Work> works) {
        List<ManyParked.Work> running =
                works.stream().filter(ManyParked.Work::running).toList();
        return running.isEmpty()
                ? HealthPart.calm("work", say.word("health.work.none"), null)
                : new HealthPart(
                        "work",
                        HealthPart.CALM,
                        say.word("health.work", running.size()),
                        running.getLast().begunAt(),
                        say.word("health.work.do"),
                        "/parked/many/" + running.getLast().id());
    }

    HealthPart audit(Optional<Vitals.Walk> last) {
        if (last.isEmpty()) {
            return new HealthPart(
                    "audit", HealthPart.GONE, say.word("health.audit.none"), null, say.word("health.audit.do"), null);
        }
        Vitals.Walk walk = last.get();
        return walk.troubles() == 0
                ? HealthPart.calm("audit", say.word("health.audit"), walk.at())
                : amiss(
                        "audit",
                        true,
                        say.word("health.audit.found", walk.lost(), walk.doubled(), walk.astray()),
                        walk.at(),
                        "health.audit.found.do",
                        null);
    }

    HealthPart hubs(List<Vitals.Hub> hubs) {
        List<Vitals.Hub> silent = hubs.stream()
                .filter(hub -> !hub.own() && longer(hub.seenAt(), NODE_SILENT))
                .toList();
        if (!silent.isEmpty()) {
            Vitals.Hub first = silent.getFirst();
            String says = say.word("health.hubs.silent", silent.size(), first.home());
            return amiss("hubs", false, says, first.seenAt(), "health.hubs.do", null);
        }
        return HealthPart.calm(
                "hubs",
                hubs.size() < 2 ? say.word("health.hubs.one") : say.word("health.hubs", hubs.size()),
                hubs.stream()
                        .filter(Vitals.Hub::own)
                        .map(Vitals.Hub::startedAt)
                        .findFirst()
                        .orElse(null));
    }

    HealthPart clocks(Vitals.Base base) {
        return base.apart().compareTo(CLOCKS_APART) < 0
                ? HealthPart.calm("clocks", say.word("health.clocks"), null)
                : amiss(
                        "clocks",
                        false,
                        say.word("health.clocks.apart", say.lasting(base.apart())),
                        null,
                        "health.clocks.do",
                        null);
    }

    private boolean longer(OffsetDateTime since, Duration patience) {
        return Duration.between(since.toInstant(), say.now()).compareTo(patience) > 0;
    }

    private HealthPart amiss(
            String name,
            boolean late,
            String says,
            java.time.temporal.@Nullable TemporalAccessor since,
            String next,
            @Nullable String href) {
        return new HealthPart(name, late ? HealthPart.LATE : HealthPart.SOON, says, since, say.word(next), href);
    }

    Instant measured() {
        return say.now();
    }
}
