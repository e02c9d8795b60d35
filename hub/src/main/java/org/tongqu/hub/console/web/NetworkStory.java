package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.console.web.Network.Kind;
import org.tongqu.hub.console.web.Network.Mood;
import org.tongqu.hub.console.web.Network.Notice;
import org.tongqu.hub.console.web.Network.Span;
import org.tongqu.hub.console.web.Network.Way;
import org.tongqu.hub.journal.JournalPages.Branch;
import org.tongqu.hub.journal.JournalPages.Flow;
import org.tongqu.hub.journal.JournalPages.Step;
import org.tongqu.hub.partners.Partners.Partner;
import org.tongqu.hub.people.People.Region;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.OutboxPages.Road;

/** Makes of what the rooms tell which way is free, slow or cut, and says it. */
final class NetworkStory {
    /** A node asks for news twice a minute, so five minutes of silence are no pause. */
    private static final Duration LINE_SILENT = Duration.ofMinutes(5);
    /** Parcels leave within a second where the partner is there. */
    private static final Duration PARCEL_SLOW = Duration.ofMinutes(10);

    private final Told told;
    private final Say say;
    private final Map<String, Road> roads;
    private final Map<String, Branch> lines;

    /** What the rooms told, all in the asker's sight. */
    record Told(
            List<Region> regions,
            List<Partner> partners,
            List<Flow> flows,
            List<Step> steps,
            List<Road> roads,
            List<Branch> branches) {}

    NetworkStory(Told told, Say say) {
        this.told = told;
        this.say = say;
        this.roads = told.roads().stream().collect(Collectors.toMap(Road::partner, Function.identity()));
        this.lines = told.branches().stream()
                .filter(branch -> branch.region() != null)
                .collect(Collectors.toMap(
                        branch -> Objects.requireNonNull(branch.region()), Function.identity(), (one, other) -> one));
    }

    Network network(Span span) {
        List<Way> regions = told.regions().stream().map(this::region).toList();
        List<Way> works = partners("FACTORY").map(this::factory).toList();
        List<Way> agents = partners("AGENT").map(this::agent).toList();
        return new Network(
                span,
                told.flows().stream().mapToLong(Flow::messages).sum()
                        + told.roads().stream().mapToLong(Road::put).sum(),
                regions,
                works,
                agents,
                notices(regions, works, agents),
                kinds(),
                NetworkDrawing.of(regions, works, agents),
                NetworkPulse.of(told.steps(), span, OffsetDateTime.ofInstant(say.now(), Columns.HOUSE_ZONE)));
    }

    private Stream<Partner> partners(String kind) {
        return told.partners().stream()
                .filter(partner -> partner.active() && partner.kind().equals(kind))
                .sorted(Comparator.comparing(Partner::code));
    }

    private Way region(Region region) {
        long in =
                sum(flow -> region.code().equals(flow.region()) && !flow.role().equals("AGENT"));
        Branch line = lines.get(region.code());
        String name = say.chinese() ? region.zh() : region.en();
        if (line != null && line.waiting() > 0 && silent(line.heardAt(), LINE_SILENT)) {
            return cut(region, name, in, line);
        }
        String href = line == null ? "/messages?kind=VISIT" : "/messages?partner=" + line.branch();
        return new Way(region.code(), name, in, 0, in > 0 ? Mood.FREE : Mood.QUIET, passed(in), passed(in), href);
    }

    private Way cut(Region region, String name, long in, Branch line) {
        String since = say.since(line.heardAt());
        String says = say.word("network.cut", since, say.number(line.waiting()));
        return new Way(region.code(), name, in, 0, Mood.CUT, say.word("network.cut.brief", since), says, "/branches");
    }

    private Way factory(Partner factory) {
        long in = sum(flow -> factory.code().equals(flow.partner()));
        Road road = roads.getOrDefault(factory.code(), new Road(factory.code(), 0, 0, 0, null));
        Mood mood = mood(in, road);
        String href = "/messages?partner=" + factory.code();
        return new Way(
                factory.code(),
                factory.name(),
                in,
                road.put(),
                mood,
                brief(mood, in, road),
                says(mood, in, road),
                href);
    }

    private String brief(Mood mood, long in, Road road) {
        return switch (mood) {
            case CUT -> say.word("network.parked.brief", say.number(road.parked()));
            case SLOW -> say.word("network.slow.brief", say.number(road.waiting()));
            case FREE, QUIET -> passed(in + road.put());
        };
    }

    private String says(Mood mood, long in, Road road) {
        return switch (mood) {
            case CUT -> say.word("network.parked", say.number(road.parked()));
            case SLOW -> say.word("network.slow", say.number(road.waiting()), say.since(road.oldest()));
            case FREE, QUIET -> passed(in + road.put());
        };
    }

    private Mood mood(long in, Road road) {
        OffsetDateTime oldest = road.oldest();
        if (road.parked() > 0) {
            return Mood.CUT;
        }
        if (oldest != null && silent(oldest, PARCEL_SLOW)) {
            return Mood.SLOW;
        }
        return in + road.put() > 0 ? Mood.FREE : Mood.QUIET;
    }

    private Way agent(Partner agent) {
        long in = sum(flow -> agent.code().equals(flow.partner()));
        long returned = told.flows().stream()
                .filter(flow -> agent.code().equals(flow.partner()))
                .mapToLong(Flow::returned)
                .sum();
        Mood mood = returned > 0 ? Mood.SLOW : in > 0 ? Mood.FREE : Mood.QUIET;
        String says = returned > 0 ? say.word("network.returned", say.number(returned)) : passed(in);
        return new Way(agent.code(), agent.name(), in, 0, mood, says, says, "/messages?partner=" + agent.code());
    }

    private String passed(long messages) {
        return messages == 0 ? say.word("network.quiet") : say.word("network.passed", say.number(messages));
    }

    private boolean silent(OffsetDateTime since, Duration patience) {
        Instant end = since.toInstant().plus(patience);
        return end.isBefore(say.now());
    }

    private long sum(Predicate<Flow> which) {
        return told.flows().stream().filter(which).mapToLong(Flow::messages).sum();
    }

    /** Cut ways first, then slow ones; agents together, as sixty sentences are none. */
    private List<Notice> notices(List<Way> regions, List<Way> works, List<Way> agents) {
        Stream<Notice> ways = Stream.concat(regions.stream(), works.stream())
                .filter(way -> way.mood() == Mood.CUT || way.mood() == Mood.SLOW)
                .map(way -> new Notice(way.mood(), way.name(), way.says(), way.href()));
        return Stream.concat(ways, toMend(agents).stream())
                .sorted(Comparator.comparing(Notice::mood).reversed())
                .toList();
    }

    private List<Notice> toMend(List<Way> agents) {
        List<Way> returned =
                agents.stream().filter(way -> way.mood() == Mood.SLOW).toList();
        if (returned.isEmpty()) {
            return List.of();
        }
        String names = returned.stream().limit(3).map(Way::name).collect(Collectors.joining(say.word("network.comma")));
        return List.of(new Notice(
                Mood.SLOW,
                say.word("network.agents.returned", say.number(returned.size())),
                returned.size() > 3 ? say.word("network.agents.more", names) : names,
                "/refused-rows"));
    }

    private List<Kind> kinds() {
        Map<String, List<Flow>> byKind = told.flows().stream().collect(Collectors.groupingBy(Flow::kind));
        return byKind.entrySet().stream()
                .map(entry -> kind(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Kind::messages).reversed())
                .toList();
    }

    private static Kind kind(String kind, List<Flow> flows) {
        long rows = flows.stream().mapToLong(Flow::rows).sum();
        @Nullable Long told = rows == 0 ? null : rows;
        return new Kind(kind, flows.stream().mapToLong(Flow::messages).sum(), told);
    }
}
