package org.tongqu.hub.demand;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.DemandPages.Demand;
import org.tongqu.hub.demand.DemandPages.Hop;
import org.tongqu.hub.demand.DemandPages.Stop;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.visits.VisitsPages;

/** Lays out the stations of a road: the trunk up to the asking, then each factory's own track. */
final class RoadLayout {
    private RoadLayout() {}

    /** The visit's own message is shown to those alone who may see the visit. */
    static List<Stop> trunk(NeedsPages.Need need, Optional<VisitsPages.Visit> visit, List<Demand> demands) {
        String messageId = visit.map(VisitsPages.Visit::messageId).orElse(null);
        OffsetDateTime received = visit.map(VisitsPages.Visit::receivedAt).orElse(need.raisedAt());
        OffsetDateTime asked = demands.stream()
                .map(Demand::askedAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return List.of(
                new Stop("VISITED", need.visitedAt(), messageId),
                new Stop("RECEIVED", received, messageId),
                new Stop("GRADED", need.gradedAt(), messageId),
                new Stop("ASKED", asked, messageId));
    }

    static List<Stop> stopsOf(Demand demand) {
        List<Stop> stops = new ArrayList<>();
        stops.add(stop(demand, Station.ASKED, demand.askedAt()));
        stops.add(stop(demand, Station.SENT, demand.sentAt()));
        stops.add(stop(demand, Station.ACKNOWLEDGED, demand.acknowledgedAt()));
        boolean refused = demand.state().equals(Station.REFUSED.name());
        stops.add(stop(demand, refused ? Station.REFUSED : Station.QUOTED, null));
        if (!refused) {
            stops.add(stop(demand, Station.ORDERED, null));
            stops.add(stop(demand, Station.DELIVERED, null));
            stops.add(stop(demand, Station.PAID, null));
        }
        return stops;
    }

    /** The last passing speaks, e.g. of several quotes; a station passed in one breath with the next has the demand's own time. */
    private static Stop stop(Demand demand, Station station, @Nullable OffsetDateTime otherwise) {
        return demand.hops().stream()
                .filter(hop -> hop.station().equals(station.name()))
                .max(Comparator.comparing(Hop::at))
                .map(hop -> new Stop(station.name(), hop.at(), hop.messageId()))
                .orElse(new Stop(station.name(), otherwise, null));
    }
}
