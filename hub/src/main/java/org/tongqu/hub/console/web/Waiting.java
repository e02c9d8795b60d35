package org.tongqu.hub.console.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.platform.OutboxPages;

/**
 * 在等谁: the one sentence that stands above a need's road.
 *
 * @param says who is waited for, or what ended the road
 * @param also what a person should do or know besides; may be empty
 * @param due of the most urgent factory, absent where no clock runs
 */
record Waiting(String says, String also, @Nullable Due due, String style) {
    private static final List<String> OPEN = List.of("WAITING", "SENT", "ACKNOWLEDGED");

    static boolean isOpen(DemandPages.Demand demand) {
        return OPEN.contains(demand.state());
    }

    static Waiting of(DemandPages.Road road, Say say, Names names) {
        List<DemandPages.Track> open = road.waiting()
                .sorted(Comparator.comparing(track -> track.demand().dueAt()))
                .toList();
        if (open.isEmpty()) {
            return settled(road, say, names);
        }
        DemandPages.Demand first = open.getFirst().demand();
        Due due = Due.of(first.askedAt().toInstant(), first.dueAt().toInstant(), say.now());
        String says = open.size() == 1
                ? say.word("wait." + first.state(), names.partner(first.factory()))
                : say.word("wait.several", open.size(), listed(open, say, names));
        String parked = also(open, say, names);
        String also = blocked(road) == 0 ? parked : (parked + " " + say.word("wait.blocked", blocked(road))).strip();
        return new Waiting(says, also, due, due.mood().style());
    }

    private static Waiting settled(DemandPages.Road road, Say say, Names names) {
        String state = road.need().state();
        long blocked = blocked(road);
        if (blocked > 0 && !state.equals("CLOSED")) {
            return ended(say.word("wait.blocked", blocked), "late");
        }
        return switch (state) {
            case "PAID", "CLOSED" -> ended(say.word("wait.end." + state), "ended");
            case "WITHDRAWN" -> ended(say.word("wait.end.WITHDRAWN"), "gone");
            case "REFUSED" -> ended(say.word("wait.end.REFUSED"), "late");
            case "ORDERED" -> ended(say.word("wait.end.ORDERED", standing(road, "ORDERED", say, names)), "calm");
            case "DELIVERED" -> ended(say.word("wait.end.DELIVERED"), "calm");
            case "QUOTED" -> ended(say.word("wait.end.QUOTED"), "calm");
            default -> unanswered(road, say);
        };
    }

    /** All that the reader can see has answered, yet the need stands before its quote. */
    private static Waiting unanswered(DemandPages.Road road, Say say) {
        if (road.tracks().isEmpty()) {
            return ended(say.word("wait.end.nobody"), "soon");
        }
        boolean orphan = road.need().parts().stream().anyMatch(part -> part.demandId() == null);
        return orphan ? ended(say.word("wait.end.parts"), "soon") : ended(say.word("wait.end.others"), "calm");
    }

    private static Waiting ended(String says, String style) {
        return new Waiting(says, "", null, style);
    }

    private static String standing(DemandPages.Road road, String state, Say say, Names names) {
        return listed(
                road.tracks().stream()
                        .filter(track -> track.demand().state().equals(state))
                        .toList(),
                say,
                names);
    }

    private static String listed(List<DemandPages.Track> tracks, Say say, Names names) {
        return tracks.stream()
                .map(track -> names.partner(track.demand().factory()))
                .distinct()
                .collect(Collectors.joining(say.word("list.comma")));
    }

    /** A parcel that stands parked blocks its factory alone; that must not look like a slow factory. */
    private static String also(List<DemandPages.Track> open, Say say, Names names) {
        return open.stream()
                .filter(track -> isParked(track.parcel()))
                .map(track ->
                        say.word("wait.parked", names.partner(track.demand().factory())))
                .collect(Collectors.joining(" "));
    }

    private static long blocked(DemandPages.Road road) {
        return road.need().parts().stream()
                .filter(part -> part.blocked() != null)
                .count();
    }

    /** How one factory's share stands, in one sentence. */
    static String trackSays(DemandPages.Track track, Say say) {
        DemandPages.Demand demand = track.demand();
        DemandPages.Quote quote = demand.quote();
        OutboxPages.Item parcel = track.parcel();
        if (isOpen(demand)) {
            return parcel != null && isParked(parcel)
                    ? say.word("track.parked")
                    : say.word("track." + demand.state())
                            + say.word("comma")
                            + Due.of(
                                            demand.askedAt().toInstant(),
                                            demand.dueAt().toInstant(),
                                            say.now())
                                    .in(say);
        }
        if (demand.state().equals("REFUSED")) {
            return say.word("track.REFUSED", demand.refusalReason() == null ? "" : demand.refusalReason());
        }
        String price = quote == null
                ? ""
                : say.money(quote.price().amount(), quote.price().currency())
                        + say.word("comma")
                        + say.word("days", quote.leadTimeDays());
        return demand.state().equals("ORDERED")
                ? say.word("track.ORDERED", demand.orderNo() == null ? "" : demand.orderNo(), price)
                : say.word("track.QUOTED", price);
    }

    static boolean isParked(OutboxPages.@Nullable Item parcel) {
        return parcel != null && List.of("PARKED", "REJECTED").contains(parcel.state());
    }
}
