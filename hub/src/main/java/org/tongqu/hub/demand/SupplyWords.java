package org.tongqu.hub.demand;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.demand.SupplyOffers.NewOffer;
import org.tongqu.hub.demand.SupplyOffers.Price;
import org.tongqu.hub.partners.Partners;

/** What may be wrong with a supply offer, in words. */
final class SupplyWords {
    private static final Set<String> REGIONS = Set.of("NE", "N", "E", "CS", "SW", "NW");
    private static final int LONGEST = 300;

    private SupplyWords() {}

    static Optional<Refusal> wrong(NewOffer said, @Nullable String partner, Partners partners, LocalDate today) {
        return firm(partner, partners)
                .or(() -> number(said.offerNo()))
                .or(() -> productClass(said.productClass(), partners))
                .or(() -> what(said.what()))
                .or(() -> region(said.region()))
                .or(() -> price(said.priceFrom()))
                .or(() -> validUntil(said.validUntil(), today));
    }

    private static Optional<Refusal> firm(@Nullable String partner, Partners partners) {
        boolean firm = partner != null
                && partners.kindOf(partner).filter(Partners.COOPERATOR::equals).isPresent();
        return unless(
                firm,
                new Refusal(
                        "/partner",
                        "NO_COOPERATOR",
                        "供货信息只由协作企业发布；服务台代发时请写明协作企业的代码。",
                        "Only a cooperating firm offers supply; the service desk names the firm it posts for."));
    }

    private static Optional<Refusal> number(@Nullable String offerNo) {
        return unless(
                offerNo != null && offerNo.matches("[^\\s\\p{Cntrl}]{1,64}"),
                new Refusal(
                        "/offerNo",
                        "BAD_OFFER_NO",
                        "请给出贵方的供货编号，最多 64 个字，不含空格。",
                        "Give your own number of the offer: at most 64 characters without blanks."));
    }

    private static Optional<Refusal> productClass(@Nullable String productClass, Partners partners) {
        return unless(
                productClass != null && partners.knowsClass(productClass),
                new Refusal("/productClass", "UNKNOWN_CLASS", "没有这个产品大类。", "There is no such product class."));
    }

    private static Optional<Refusal> what(@Nullable String what) {
        return unless(
                what != null && !what.isBlank() && what.length() <= LONGEST,
                new Refusal(
                        "/what", "NO_WORDS", "请说明供什么货，最多 300 个字。", "Say what you supply, in at most 300 characters."));
    }

    private static Optional<Refusal> region(@Nullable String region) {
        return unless(
                region == null || REGIONS.contains(region),
                new Refusal(
                        "/region",
                        "UNKNOWN_REGION",
                        "没有这个大区；不写表示全国。",
                        "There is no such region; leave it out for the whole country."));
    }

    private static Optional<Refusal> price(@Nullable Price price) {
        boolean sound = price == null
                || (price.amount() != null
                        && price.amount().signum() > 0
                        && price.amount().precision() - price.amount().scale() <= 14
                        && price.amount().scale() <= 4
                        && price.currency() != null
                        && price.currency().matches("[A-Z]{3}"));
        return unless(
                sound,
                new Refusal(
                        "/priceFrom",
                        "BAD_PRICE",
                        "起价应为正数，并写明三个字母的币种。",
                        "The price is a positive figure with a currency of three letters."));
    }

    private static Optional<Refusal> validUntil(@Nullable LocalDate validUntil, LocalDate today) {
        return unless(
                validUntil != null && !validUntil.isBefore(today),
                new Refusal(
                        "/validUntil", "BAD_DAY", "请写明有效期，不早于今天。", "Say until which day it is valid, today or later."));
    }

    private static Optional<Refusal> unless(boolean sound, Refusal wrong) {
        return sound ? Optional.empty() : Optional.of(wrong);
    }
}
