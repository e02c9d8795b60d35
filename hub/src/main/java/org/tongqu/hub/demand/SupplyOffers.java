package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 供货信息: what cooperating firms (协作企业) say they can supply; a firm posts its own, the service desk for any of them. */
@Service
public class SupplyOffers {
    private final SupplyOfferStore store;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    SupplyOffers(SupplyOfferStore store, Partners partners, Policy policy, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those that hold today, newest first; a firm is told its own. */
    public List<Offer> today(Sender sender) {
        policy.require(sender, Act.SEE_SUPPLY);
        return wall.read(Scope.of(sender), () -> store.valid(day()));
    }

    /** Cooperating firms by code, for whoever posts for one. */
    public List<Partners.Partner> firms(Sender sender) {
        return wall.read(
                Scope.of(sender),
                () -> partners.all().stream()
                        .filter(partner -> partner.kind().equals(Partners.COOPERATOR) && partner.active())
                        .toList());
    }

    /** Posts an offer, or says anew what the firm's offer of that number is; answers its id. */
    public Posted post(Sender sender, NewOffer said) {
        policy.require(sender, Act.OFFER_SUPPLY);
        String partner = sender.partner() == null ? said.partner() : sender.partner();
        return wall.within(
                Scope.of(sender),
                () -> SupplyWords.wrong(said, partner, partners, day())
                        .map(wrong -> new Posted(null, wrong))
                        .orElseGet(() -> new Posted(
                                store.put(ids.next(), said.by(partner), sender.login(), clock.instant()), null)));
    }

    /** Takes an offer back; what was sent on it before stays asked. */
    public boolean withdraw(Sender sender, String id) {
        policy.require(sender, Act.OFFER_SUPPLY);
        return wall.within(Scope.of(sender), () -> store.withdraw(id, clock.instant()));
    }

    /** What matches a part by class and region, from firms that were not asked for it. */
    List<Offer> matching(@Nullable String productClass, String region, Collection<String> asked) {
        return productClass == null
                ? List.of()
                : store.matching(partners.classAndAncestors(productClass), region, asked, day());
    }

    Optional<Offer> valid(String id) {
        return store.valid(day()).stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * An offer.
     *
     * @param offerNo the firm's own number
     * @param region where it supplies; absent for everywhere
     */
    public record Offer(
            String id,
            String partner,
            String offerNo,
            String productClass,
            String what,
            @Nullable String region,
            @Nullable Amount priceFrom,
            LocalDate validUntil,
            OffsetDateTime postedAt) {}

    /** @param partner for whom the desk posts; whoever is a firm itself need not say it */
    public record NewOffer(
            @Nullable String partner,
            @Nullable String offerNo,
            @Nullable String productClass,
            @Nullable String what,
            @Nullable String region,
            @Nullable Price priceFrom,
            @Nullable LocalDate validUntil) {
        NewOffer by(@Nullable String firm) {
            return new NewOffer(firm, offerNo, productClass, what, region, priceFrom, validUntil);
        }
    }

    public record Price(
            java.math.@Nullable BigDecimal amount, @Nullable String currency) {}

    /** Its id, or what is wrong with it. */
    public record Posted(@Nullable String id, @Nullable Refusal wrong) {}
}
