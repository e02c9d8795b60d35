package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.DemandPages;

/**
 * 一条需求的路: the stations of one need in words, from which both the drawing and the list that says the same are made.
 *
 * @param tail stations after the factories' answers meet again
 * @param whole how long the need has been on the road
 */
record NeedRoad(List<Station> trunk, List<Track> tracks, List<Station> tail, Waiting waiting, String whole) {
    /** The need's own state counts all factories, of which a factory sees but itself. */
    private static final List<String> BEFORE_QUOTES = List.of("RAISED", "GRADED", "ASKED", "ACKNOWLEDGED");

    private static final List<String> TAIL = List.of("COMBINED", "ORDERED", "DELIVERED", "PAID");

    static NeedRoad of(DemandPages.Road road, Say say, Names names) {
        List<Track> tracks = road.tracks().stream()
                .map(track -> track(track, say, names))
                .sorted(Comparator.comparing(Track::urgency))
                .toList();
        List<Station> trunk = trunk(road, say);
        List<Station> tail = TAIL.stream().map(name -> tail(name, road, say)).toList();
        return new NeedRoad(trunk, tracks, tail, Waiting.of(road, say, names), whole(road, say));
    }

    private static List<Station> trunk(DemandPages.Road road, Say say) {
        List<Station> trunk = new ArrayList<>();
        OffsetDateTime before = null;
        for (DemandPages.Stop stop : road.trunk()) {
            String name = stop.station().equals("GRADED") && road.need().grade() != null
                    ? say.word("road.GRADED.as", road.need().grade())
                    : say.word("road." + stop.station());
            boolean next = !stop.passed() && before != null && before.equals(lastPassed(trunk));
            Look look = stop.passed() ? Look.DONE : next ? Look.HERE : Look.TO_COME;
            trunk.add(new Station(
                    stop.station(),
                    name,
                    look,
                    stop.at(),
                    say.whenAfter(before, stop.at()),
                    gap(say, before, stop.at()),
                    stop.messageId()));
            before = stop.at();
        }
        return trunk;
    }

    private static @Nullable OffsetDateTime lastPassed(List<Station> stations) {
        return stations.isEmpty() ? null : stations.getLast().at();
    }

    private static Track track(DemandPages.Track track, Say say, Names names) {
        DemandPages.Demand demand = track.demand();
        boolean open = Waiting.isOpen(demand);
        List<DemandPages.Stop> stops = track.stops();
        int lastPassed = 0;
        for (int n = 0; n < stops.size(); n++) {
            lastPassed = stops.get(n).passed() ? n : lastPassed;
        }
        List<Station> stations = new ArrayList<>();
        OffsetDateTime before = stops.getFirst().at();
        for (int n = 1; n < stops.size(); n++) {
            DemandPages.Stop stop = stops.get(n);
            if (TAIL.contains(stop.station()) || (!stop.passed() && n < lastPassed)) {
                continue;
            }
            boolean here = open && n == lastPassed + 1;
            stations.add(station(stop, demand, here, before, say));
            before = stop.at() == null ? before : stop.at();
        }
        return new Track(
                names.partner(demand.factory()),
                demand,
                stations,
                open,
                open && demand.late(),
                Waiting.trackSays(track, say),
                open ? say.word("road.waited", say.since(before)) : "");
    }

    private static Station station(
            DemandPages.Stop stop, DemandPages.Demand demand, boolean here, @Nullable OffsetDateTime before, Say say) {
        Look look = stop.station().equals("REFUSED") && stop.passed()
                ? Look.REFUSED
                : stop.passed() ? Look.DONE : !here ? Look.TO_COME : demand.late() ? Look.LATE : Look.HERE;
        String word = here ? "road.wait." + stop.station() : "road." + stop.station();
        return new Station(
                stop.station(),
                say.word(word),
                look,
                stop.at(),
                under(stop, demand, here, before, say),
                gap(say, before, stop.at()),
                stop.messageId());
    }

    /** What stands under a station: price and lead time, the reason of a refusal, the due time, or simply when. */
    private static String under(
            DemandPages.Stop stop, DemandPages.Demand demand, boolean here, @Nullable OffsetDateTime before, Say say) {
        DemandPages.Quote quote = demand.quote();
        if (here) {
            return say.word("road.due", say.when(demand.dueAt()));
        }
        if (stop.station().equals("QUOTED") && stop.passed() && quote != null) {
            return say.money(quote.price().amount(), quote.price().currency()) + " · "
                    + say.word("days", quote.leadTimeDays());
        }
        return stop.station().equals("REFUSED") && demand.refusalReason() != null
                ? demand.refusalReason()
                : stop.passed() ? say.whenAfter(before, stop.at()) : "";
    }

    private static Station tail(String name, DemandPages.Road road, Say say) {
        List<DemandPages.Track> alive = road.tracks().stream()
                .filter(track -> !track.demand().state().equals("REFUSED"))
                .toList();
        List<OffsetDateTime> passed = (name.equals("COMBINED") ? answered(road) : passed(alive, name))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int of = name.equals("COMBINED") ? road.tracks().size() : alive.size();
        boolean all = of > 0
                && passed.size() == of
                && !alive.isEmpty()
                && road.need().parts().stream().allMatch(part -> part.blocked() == null)
                && !BEFORE_QUOTES.contains(road.need().state());
        OffsetDateTime at = all ? passed.getLast() : null;
        String under = all
                ? say.when(at)
                : !passed.isEmpty() && passed.size() < of
                        ? say.word("road.some", passed.size(), of)
                        : name.equals("DELIVERED") && road.need().requiredBy() != null
                                ? say.word("road.wanted", say.date(road.need().requiredBy()))
                                : "";
        return new Station(name, say.word("road." + name), all ? Look.DONE : Look.TO_COME, at, under, "", null);
    }

    private static Stream<@Nullable OffsetDateTime> answered(DemandPages.Road road) {
        return road.tracks().stream()
                .map(DemandPages.Track::demand)
                .filter(demand -> !Waiting.isOpen(demand))
                .map(demand -> demand.answeredAt() != null ? demand.answeredAt() : demand.askedAt());
    }

    private static Stream<@Nullable OffsetDateTime> passed(List<DemandPages.Track> tracks, String station) {
        return tracks.stream()
                .map(track -> track.stops().stream()
                        .filter(stop -> stop.station().equals(station))
                        .findFirst()
                        .map(DemandPages.Stop::at)
                        .orElse(null));
    }

    private static String gap(Say say, @Nullable OffsetDateTime before, @Nullable OffsetDateTime at) {
        if (before == null || at == null || Duration.between(before, at).compareTo(Duration.ofSeconds(1)) < 0) {
            return "";
        }
        return say.between(before, at);
    }

    private static String whole(DemandPages.Road road, Say say) {
        OffsetDateTime end =
                List.of("PAID", "CLOSED", "WITHDRAWN").contains(road.need().state())
                        ? road.tracks().stream()
                                .flatMap(track -> track.stops().stream())
                                .map(DemandPages.Stop::at)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null;
        return end == null
                ? say.since(road.need().visitedAt())
                : say.between(road.need().visitedAt(), end);
    }

    /**
     * One station.
     *
     * @param under the second line: time, price, reason or due time; may be empty
     * @param gap how long the way from the station before took; may be empty
     */
    record Station(
            String name,
            String label,
            Look look,
            @Nullable OffsetDateTime at,
            String under,
            String gap,
            @Nullable String messageId) {}

    /**
     * One factory's stretch between the asking and the combined answer.
     *
     * @param says how it stands, in one sentence
     * @param waited for an open track, how long it has waited at this station
     */
    record Track(
            String factory,
            DemandPages.Demand demand,
            List<Station> stations,
            boolean open,
            boolean late,
            String says,
            String waited) {
        private int urgency() {
            return late ? 0 : open ? 1 : demand.state().equals("REFUSED") ? 3 : 2;
        }

        public String style() {
            String here = open ? "here" : demand.state().toLowerCase(Locale.ROOT);
            return late ? here + " late" : here;
        }
    }

    /** How a station is drawn. */
    enum Look {
        DONE,
        HERE,
        LATE,
        REFUSED,
        TO_COME;

        public String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
