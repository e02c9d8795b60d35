package org.tongqu.hub.demand;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages.Demand;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Columns;

/** Adds up the shares of a need. */
@Component
class Combining {
    private static final List<String> QUOTED = List.of("QUOTED", "ORDERED");

    private final SupplyOffers offers;
    private final NeedsPages needs;
    private final Clock clock;

    Combining(SupplyOffers offers, NeedsPages needs, Clock clock) {
        this.offers = offers;
        this.needs = needs;
        this.clock = clock;
    }

    /** Call it in the reader's scope; a partner sees its own share and no sum. */
    Optional<Combined> combined(Sender sender, NeedsPages.Need need, List<Demand> demands) {
        return sender.partner() == null
                ? Optional.of(combined(need, demands, needs.askings(sender, need.id())))
                : Optional.empty();
    }

    private Combined combined(NeedsPages.Need need, List<Demand> demands, List<NeedsPages.Asking> askings) {
        Map<String, Demand> byId = demands.stream().collect(Collectors.toMap(Demand::id, Function.identity()));
        List<NeedsPages.Part> parts = need.parts().stream()
                .filter(part -> !part.state().equals("WITHDRAWN"))
                .toList();
        List<NeedsPages.Part> moving =
                parts.stream().filter(part -> part.blocked() == null).toList();
        List<Demand> holding = moving.stream()
                .map(part -> demandOf(part, byId))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Demand> wider = holding.stream()
                .filter(Combining::isQuoted)
                .filter(demand -> asked(askings, demand) > count(moving, demand))
                .toList();
        List<Combined.Missing> missing = moving.stream()
                .flatMap(part -> missing(part, demandOf(part, byId), wider).stream())
                .toList();
        List<Combined.Blocked> blocks = parts.stream()
                .flatMap(part -> blocked(part, need.region(), askedFor(part, askings)).stream())
                .toList();
        boolean complete = !moving.isEmpty() && missing.isEmpty() && blocks.isEmpty();
        return of(complete, holding.stream().filter(Combining::isQuoted).toList(), missing, blocks);
    }

    private Combined of(
            boolean complete, List<Demand> quoted, List<Combined.Missing> missing, List<Combined.Blocked> blocks) {
        Optional<Demand> slowest = quoted.stream()
                .max(Comparator.comparingInt(demand -> quote(demand).leadTimeDays()));
        Integer days = slowest.map(demand -> quote(demand).leadTimeDays()).orElse(null);
        return new Combined(
                complete,
                complete ? sums(quoted) : List.of(),
                days,
                slowest.map(Demand::id).orElse(null),
                complete && days != null ? today().plusDays(days) : null,
                quoted.stream()
                        .map(demand -> quote(demand).validUntil())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                quoted.stream().anyMatch(this::isLapsed),
                missing,
                blocks);
    }

    private static List<Amount> sums(List<Demand> quoted) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        quoted.forEach(demand -> byCurrency.merge(
                quote(demand).price().currency(), quote(demand).price().amount(), BigDecimal::add));
        return byCurrency.entrySet().stream()
                .map(sum -> new Amount(sum.getValue(), sum.getKey()))
                .toList();
    }

    private static Optional<Combined.Missing> missing(
            NeedsPages.Part part, @Nullable Demand demand, List<Demand> wider) {
        boolean overlap = demand != null && wider.contains(demand);
        if (demand != null && isQuoted(demand) && !overlap) {
            return Optional.empty();
        }
        String factory = demand == null ? "" : demand.factory();
        return Optional.of(new Combined.Missing(part.id(), part.productClass(), factory, part.state(), overlap));
    }

    private Optional<Combined.Blocked> blocked(NeedsPages.Part part, String region, Set<String> asked) {
        NeedsPages.Block block = part.blocked();
        if (block == null) {
            return Optional.empty();
        }
        List<SupplyOffers.Offer> matching = offers.matching(part.productClass(), region, asked);
        return Optional.of(new Combined.Blocked(
                part.id(),
                part.productClass(),
                block.why(),
                block.since(),
                matching.isEmpty() ? block.owner() : block.owner() + " REP",
                matching));
    }

    private static @Nullable Demand demandOf(NeedsPages.Part part, Map<String, Demand> byId) {
        String id = part.demandId();
        return id == null ? null : byId.get(id);
    }

    private static long count(List<NeedsPages.Part> parts, Demand demand) {
        return parts.stream()
                .filter(part -> demand.id().equals(part.demandId()))
                .count();
    }

    private static long asked(List<NeedsPages.Asking> askings, Demand demand) {
        return askings.stream()
                .filter(asking -> asking.demandId().equals(demand.id()))
                .count();
    }

    private static Set<String> askedFor(NeedsPages.Part part, List<NeedsPages.Asking> askings) {
        return askings.stream()
                .filter(asking -> asking.partId().equals(part.id()))
                .map(NeedsPages.Asking::factory)
                .collect(Collectors.toSet());
    }

    private static boolean isQuoted(Demand demand) {
        return QUOTED.contains(demand.state()) && demand.quote() != null;
    }

    /** A quote binds to the end of its last day; what is ordered is ordered. */
    private boolean isLapsed(Demand demand) {
        LocalDate until = quote(demand).validUntil();
        return demand.state().equals("QUOTED") && until != null && until.isBefore(today());
    }

    private static DemandPages.Quote quote(Demand demand) {
        return Objects.requireNonNull(demand.quote());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }
}
