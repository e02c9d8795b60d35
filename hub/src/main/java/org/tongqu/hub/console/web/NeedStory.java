package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.needs.NeedsPages;

/** 一条需求: everything its page shows, in the words of the reader. */
record NeedStory(
        NeedsPages.Need need,
        CustomersPages.@Nullable Named customer,
        NeedRoad road,
        RoadDrawing sheet,
        String sum,
        String slowest,
        List<Share> shares,
        List<Hop> hops,
        String gradeWhy,
        @Nullable String visitMessage) {

    static NeedStory of(DemandPages.Road road, CustomersPages.@Nullable Named customer, Say say, Names names) {
        NeedRoad drawn = NeedRoad.of(road, say, names);
        return new NeedStory(
                road.need(),
                customer,
                drawn,
                RoadDrawing.of(drawn),
                sum(road, say),
                slowest(road, say, names),
                Share.of(road, say, names),
                Hop.of(road, say, names),
                gradeWhy(road.need(), say),
                road.trunk().getFirst().messageId());
    }

    private static String gradeWhy(NeedsPages.Need need, Say say) {
        NeedsPages.GradeReason reason = need.gradeReason();
        return reason == null ? say.word("need.grade.none") : say.chinese() ? reason.zh() : reason.en();
    }

    /** Quotes in the currency most of them have, against the budget where there is one. */
    private static String sum(DemandPages.Road road, Say say) {
        List<DemandPages.Quote> quotes = quotes(road).toList();
        if (quotes.isEmpty()) {
            return say.word("need.sum.none");
        }
        Map<String, BigDecimal> byCurrency = quotes.stream()
                .collect(Collectors.toMap(
                        quote -> quote.price().currency(),
                        quote -> quote.price().amount(),
                        BigDecimal::add));
        String quoted = byCurrency.entrySet().stream()
                .map(entry -> say.money(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(" + "));
        var budget = road.need().budget();
        return budget == null
                ? say.word("need.sum", quoted)
                : say.word("need.sum.budget", quoted, say.money(budget.amount(), budget.currency()));
    }

    private static Stream<DemandPages.Quote> quotes(DemandPages.Road road) {
        return speaking(road).map(DemandPages.Demand::quote).filter(Objects::nonNull);
    }

    /** Those that hold a part today and did not refuse it: a quote for what has gone on to another adds nothing. */
    private static Stream<DemandPages.Demand> speaking(DemandPages.Road road) {
        return road.tracks().stream()
                .map(DemandPages.Track::demand)
                .filter(demand -> !demand.state().equals("REFUSED")
                        && !Share.parts(road, demand.id()).isEmpty());
    }

    private static String slowest(DemandPages.Road road, Say say, Names names) {
        return speaking(road)
                .filter(demand -> demand.quote() != null)
                .max(Comparator.comparingInt(
                        demand -> Objects.requireNonNull(demand.quote()).leadTimeDays()))
                .map(demand -> say.word(
                        "need.slowest",
                        names.partner(demand.factory()),
                        Objects.requireNonNull(demand.quote()).leadTimeDays()))
                .orElse("");
    }

    /**
     * 份额: what one factory is asked for; parts nobody is asked for have no demand.
     *
     * @param what parts in words, e.g. 数控车床 ×2
     * @param codes the same in codes
     * @param mood late, soon or empty
     */
    record Share(
            String what,
            String codes,
            String factory,
            DemandPages.@Nullable Demand demand,
            DemandPages.@Nullable Quote quote,
            String note,
            String mood) {

        static List<Share> of(DemandPages.Road road, Say say, Names names) {
            List<Share> shares = new ArrayList<>();
            for (DemandPages.Track track : road.tracks()) {
                List<NeedsPages.Part> parts = parts(road, track.demand().id());
                shares.add(share(track, parts, say, names));
            }
            parts(road, null)
                    .forEach(part -> shares.add(new Share(
                            what(List.of(part), say, names),
                            codes(List.of(part)),
                            "—",
                            null,
                            null,
                            say.word("need.share.nobody.do"),
                            "warn")));
            return shares;
        }

        private static List<NeedsPages.Part> parts(DemandPages.Road road, @Nullable String demandId) {
            return road.need().parts().stream()
                    .filter(part -> Objects.equals(part.demandId(), demandId))
                    .toList();
        }

        private static Share share(DemandPages.Track track, List<NeedsPages.Part> parts, Say say, Names names) {
            DemandPages.Demand demand = track.demand();
            boolean open = Waiting.isOpen(demand);
            DemandPages.Quote quote = demand.state().equals("REFUSED") ? null : demand.quote();
            String note = open || demand.state().equals("REFUSED")
                    ? Waiting.trackSays(track, say)
                    : quote == null || quote.note() == null ? "" : quote.note();
            String mood = demand.late() || demand.state().equals("REFUSED")
                    ? "bad"
                    : open
                                    && Due.of(
                                                            demand.askedAt().toInstant(),
                                                            demand.dueAt().toInstant(),
                                                            say.now())
                                                    .mood()
                                            == Due.Mood.SOON
                            ? "warn"
                            : "";
            String what = parts.isEmpty() ? say.word("need.share.moved") : what(parts, say, names);
            return new Share(what, codes(parts), names.partner(demand.factory()), demand, quote, note, mood);
        }

        private static String what(List<NeedsPages.Part> parts, Say say, Names names) {
            return parts.stream()
                    .map(part -> say.word("part.of", names.productClass(part.productClass()), say.qty(part.qty())))
                    .collect(Collectors.joining(say.word("list.comma")));
        }

        private static String codes(List<NeedsPages.Part> parts) {
            return parts.stream()
                    .map(part -> part.productCode() != null ? part.productCode() : part.productClass())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    /** One step with its message; {@code who} is the factory, empty for steps of our own. */
    record Hop(
            String who,
            String says,
            OffsetDateTime at,
            @Nullable String messageId) {
        static List<Hop> of(DemandPages.Road road, Say say, Names names) {
            Stream<Hop> trunk = road.trunk().stream()
                    .filter(stop -> !stop.station().equals("ASKED"))
                    .flatMap(stop -> hop("", stop.station(), stop.at(), stop.messageId(), say));
            Stream<Hop> tracks = road.tracks().stream()
                    .flatMap(track -> track.demand().hops().stream()
                            .flatMap(hop -> hop(
                                    names.partner(track.demand().factory()),
                                    hop.station(),
                                    hop.at(),
                                    hop.messageId(),
                                    say)));
            return Stream.concat(trunk, tracks)
                    .sorted(Comparator.comparing(Hop::at).reversed())
                    .toList();
        }

        private static Stream<Hop> hop(
                String who, String station, @Nullable OffsetDateTime at, @Nullable String messageId, Say say) {
            return at == null ? Stream.empty() : Stream.of(new Hop(who, say.word("hop." + station), at, messageId));
        }
    }
}
