package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.hub.console.web.Network.Span;
import org.tongqu.hub.journal.JournalPages.Branch;
import org.tongqu.hub.journal.JournalPages.Flow;
import org.tongqu.hub.journal.JournalPages.Step;
import org.tongqu.hub.partners.Partners.Partner;
import org.tongqu.hub.people.People.Region;
import org.tongqu.hub.platform.OutboxPages.Road;

/** An invented hour of the group: the Northwest offline, the crane works slow, the boiler works parked, one agent with rows to mend. */
final class MadeUpNetwork {
    private static final List<Region> REGIONS = List.of(
            new Region("NE", "东北", "Northeast"),
            new Region("N", "华北", "North"),
            new Region("E", "华东", "East"),
            new Region("CS", "中南", "Central South"),
            new Region("SW", "西南", "Southwest"),
            new Region("NW", "西北", "Northwest"));

    private static final List<Partner> WORKS = List.of(
            new Partner("factory-boiler", "FACTORY", "锅炉厂", null, true),
            new Partner("factory-crane", "FACTORY", "起重机厂", null, true),
            new Partner("factory-mt1", "FACTORY", "机床一厂", null, true));

    private MadeUpNetwork() {}

    static Network of(Say say) {
        return new NetworkStory(told(at(say, 0), say), say).network(Span.HOUR);
    }

    static Network quiet(Say say) {
        return new NetworkStory(new NetworkStory.Told(REGIONS, WORKS, List.of(), List.of(), List.of(), List.of()), say)
                .network(Span.DAY);
    }

    private static OffsetDateTime at(Say say, int minutesAgo) {
        return say.now().minus(Duration.ofMinutes(minutesAgo)).atOffset(ZoneOffset.UTC);
    }

    private static NetworkStory.Told told(OffsetDateTime now, Say say) {
        return new NetworkStory.Told(
                REGIONS,
                Stream.concat(WORKS.stream(), agents()).toList(),
                List.of(
                        new Flow("REP", null, "NE", "VISIT", 412, 0, 0, now),
                        new Flow("BRANCH", "branch-e", "E", "VISIT", 884, 0, 2, now),
                        new Flow("FACTORY", "factory-mt1", null, "ORDER", 388, 0, 0, now),
                        new Flow("AGENT", "agent-a001", "NE", "SALES_FILE", 1, 412, 1, now),
                        new Flow("AGENT", "agent-a002", "E", "SALES_FILE", 2, 900, 0, now)),
                IntStream.range(0, 50)
                        .mapToObj(minute -> new Step(at(say, minute), 20 + minute % 7 * 9, minute % 10 == 0 ? 3 : 0))
                        .toList(),
                List.of(
                        new Road("factory-mt1", 40, 0, 0, null),
                        new Road("factory-crane", 38, 38, 0, at(say, 26)),
                        new Road("factory-boiler", 3, 0, 2, null)),
                List.of(
                        new Branch("branch-nw", "NW", "line", 0, 18_204, 14, at(say, 26), List.of()),
                        new Branch("branch-ne", "NE", "line", 0, 412, 0, at(say, 26), List.of())));
    }

    private static Stream<Partner> agents() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new Partner("agent-a%03d".formatted(n), "AGENT", "代理商 " + n, "NE", true));
    }
}
