package org.tongqu.hub.partners.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.partners.FactoryProfile.Channel;
import org.tongqu.hub.partners.FactoryProfile.Repairer;
import org.tongqu.hub.partners.FactoryProfile.SaleType;

/**
 * How a factory sells, as asked for.
 *
 * @param agents 0 where not said; more need AGENT among the channels
 * @param exclusiveStores 0 where not said
 * @param repairBy FACTORY where not said
 */
record NewProfile(
        @Nullable String saleType,
        @Nullable List<@Nullable String> channels,
        @Nullable Integer agents,
        @Nullable Integer exclusiveStores,
        @Nullable List<@Nullable String> repairBy) {
    private static final int MOST = 10_000;

    Optional<Refusal> wrong() {
        if (saleType == null || !saleType.matches("ORDER_DELIVERY|TENDER|PRODUCT_SALE")) {
            return Optional.of(SettingWords.badSaleType());
        }
        if (channels == null || !eachOnce(channels, "DIRECT|AGENT")) {
            return Optional.of(SettingWords.badChannels());
        }
        if (!isCount(agents) || (count(agents) > 0 && !channels.contains("AGENT"))) {
            return Optional.of(SettingWords.badAgents());
        }
        if (!isCount(exclusiveStores)) {
            return Optional.of(SettingWords.badStores());
        }
        return repairBy == null || eachOnce(repairBy, "FACTORY|AGENT")
                ? Optional.empty()
                : Optional.of(SettingWords.badRepair());
    }

    private static boolean eachOnce(List<@Nullable String> words, String known) {
        return !words.isEmpty()
                && words.stream().allMatch(word -> word != null && word.matches(known))
                && new HashSet<>(words).size() == words.size();
    }

    private static boolean isCount(@Nullable Integer said) {
        return said == null || (said >= 0 && said <= MOST);
    }

    private static int count(@Nullable Integer said) {
        return said == null ? 0 : said;
    }

    /** Only of one with nothing wrong. */
    FactoryProfile profile() {
        return new FactoryProfile(
                SaleType.valueOf(String.valueOf(saleType)),
                words(channels).map(Channel::valueOf).toList(),
                count(agents),
                count(exclusiveStores),
                repairBy == null
                        ? List.of(Repairer.FACTORY)
                        : words(repairBy).map(Repairer::valueOf).toList());
    }

    private static Stream<String> words(@Nullable List<@Nullable String> said) {
        return said == null ? Stream.empty() : said.stream().map(String::valueOf);
    }
}
