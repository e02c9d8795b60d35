package org.tongqu.hub.demand;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.Amount;

/**
 * 合并答复: what the shares of a need come to for its customer. The price stands only where each part is quoted; until then what is missing
 * does.
 *
 * @param complete every part that was not let go is quoted
 * @param price the sum of the quotes, one a currency; empty until complete
 * @param leadTimeDays of the slowest quote so far
 * @param slowestDemandId whose quote that is
 * @param readyBy the day all of it can be there if it is ordered today
 * @param validUntil the day on which the first of the quotes runs out
 * @param lapsed that day is past for one that nothing was ordered on: ask for a new quote before the price is told
 * @param missing parts without a quote that somebody is asked for
 * @param blocks parts nobody is asked for and nobody quotes
 */
public record Combined(
        boolean complete,
        List<Amount> price,
        @Nullable Integer leadTimeDays,
        @Nullable String slowestDemandId,
        @Nullable LocalDate readyBy,
        @Nullable LocalDate validUntil,
        boolean lapsed,
        List<Missing> missing,
        List<Blocked> blocks) {

    /**
     * A part still without a quote.
     *
     * @param factory that owes it
     * @param overlap the factory's quote is there, but is for parts that have gone to another since
     */
    public record Missing(
            String partId, @Nullable String productClass, String factory, String state, boolean overlap) {}

    /**
     * What blocks.
     *
     * @param owner who must do something: DESK, and with it the need's REP where a supply offer matches
     * @param offers supply offers of cooperating firms that match
     */
    public record Blocked(
            String partId,
            @Nullable String productClass,
            String why,
            OffsetDateTime since,
            String owner,
            List<SupplyOffers.Offer> offers) {}
}
