package org.tongqu.hub.partners.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.partners.PartnersPages;

/**
 * 约定 as somebody edits it, word for word as typed.
 *
 * @param basedOn the version that was looked at, 0 where there was none
 * @param channels DIRECT, AGENT, or both with a comma, the main one first
 * @param repairBy as {@code channels}: FACTORY, AGENT or both
 */
record ProfileForm(
        int basedOn,
        @Nullable String saleType,
        @Nullable String channels,
        @Nullable String agents,
        @Nullable String exclusiveStores,
        @Nullable String repairBy) {
    private static final ProfileForm EMPTY = new ProfileForm(0, "ORDER_DELIVERY", "DIRECT", "0", "0", "FACTORY");

    static ProfileForm of(PartnersPages.@Nullable Profile told) {
        if (told == null) {
            return EMPTY;
        }
        FactoryProfile profile = told.profile();
        return new ProfileForm(
                told.version(),
                profile.saleType().name(),
                joined(profile.channels()),
                String.valueOf(profile.agents()),
                String.valueOf(profile.exclusiveStores()),
                joined(profile.repairBy()));
    }

    /** The same words, now in the knowledge of that version. */
    ProfileForm basedOn(int version) {
        return new ProfileForm(version, saleType, channels, agents, exclusiveStores, repairBy);
    }

    NewProfile asked() {
        return new NewProfile(saleType, words(channels), count(agents), count(exclusiveStores), words(repairBy));
    }

    /** Below zero, which is refused, where it is no number. */
    private static Integer count(@Nullable String said) {
        String plain = said == null ? "" : said.strip();
        return plain.matches("\\d{1,9}") ? Integer.valueOf(plain) : Integer.valueOf(-1);
    }

    private static List<@Nullable String> words(@Nullable String said) {
        return said == null ? List.of() : Arrays.asList(said.split(",", -1));
    }

    private static String joined(List<? extends Enum<?>> words) {
        return String.join(",", words.stream().map(Enum::name).toList());
    }
}
