package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tongqu.hub.matching.Places.Place;

/** Where brand and trade of two Chinese names meet: where one name does not tell, the other does. */
final class ChinesePair {
    private static final Set<Evidence> POOR = Set.of(BRAND_OTHER, BRAND_ONE_SILENT, BRAND_PART);

    private final String coreA;
    private final String coreB;
    private int brandA;
    private int brandB;

    private ChinesePair(NameParts a, NameParts b, Place atA, Place atB) {
        coreA = withoutMisspeltCity(a, b, atA, atB);
        coreB = withoutMisspeltCity(b, a, atB, atA);
        brandA = brandLength(a, coreA);
        brandB = brandLength(b, coreB);
    }

    static void compare(NameParts a, NameParts b, Place atA, Place atB, Set<Evidence> found) {
        ChinesePair pair = new ChinesePair(a, b, atA, atB);
        if (pair.coreA.isEmpty() || pair.coreB.isEmpty()) {
            boolean both = pair.coreA.isEmpty() && pair.coreB.isEmpty();
            found.add(both ? BRAND_NONE : BRAND_ONE_SILENT);
            found.add(both ? TRADE_NONE : TRADE_ONE_SILENT);
            return;
        }
        pair.align();
        pair.tell(found, () -> Abbreviation.fits(a, atA, b, atB));
    }

    private static int brandLength(NameParts its, String core) {
        int length = its.brand().length() - (its.core().length() - core.length());
        return Math.min(Math.max(0, length), core.length());
    }

    private void align() {
        if (brandA == coreA.length() && brandB < coreB.length()) {
            brandA = guided(coreA, coreB, brandB);
        } else if (brandB == coreB.length() && brandA < coreA.length()) {
            brandB = guided(coreB, coreA, brandA);
        } else if (brandA != brandB && Sounds.mistakable(coreA, coreB)) {
            brandA = Math.min(brandA, brandB);
            brandB = brandA;
        }
    }

    private void tell(Set<Evidence> found, BooleanSupplier shortFits) {
        Evidence brand = ChineseWords.brand(coreA.substring(0, brandA), coreB.substring(0, brandB));
        Evidence trade = ChineseWords.trade(coreA.substring(brandA), coreB.substring(brandB));
        boolean poor = trade == TRADE_OTHER || POOR.contains(brand);
        if (poor && isSlip()) {
            found.addAll(Set.of(BRAND_SLIP, TRADE_SAME));
        } else if (poor && shortFits.getAsBoolean()) {
            found.add(SHORT_FITS);
        } else {
            found.addAll(Set.of(brand, trade));
        }
    }

    private boolean isSlip() {
        return coreA.length() >= 4
                && coreB.length() >= 4
                && !ChineseWords.otherFigures(coreA, coreB)
                && Edits.distance(coreA, coreB, 1) <= 1;
    }

    /** 坤明联勤 beside 昆明联勤: the misspelt city would else count as part of the brand. */
    private static String withoutMisspeltCity(NameParts its, NameParts other, Place at, Place atOther) {
        String core = its.core();
        if (!its.region().isNowhere() || core.length() < 4) {
            return core;
        }
        for (String city : List.of(
                at.city(),
                atOther.city(),
                other.region().city(),
                at.district(),
                at.province(),
                other.region().province())) {
            if (city.length() >= 2
                    && core.length() >= city.length() + 2
                    && Sounds.mistakable(core.substring(0, city.length()), city)) {
                return NameRegions.afterPlace(core.substring(city.length()));
            }
        }
        return core;
    }

    /** Where the trade's words are misspelt nothing tells where the brand ends, but the other name does. */
    private static int guided(String core, String other, int brand) {
        if (core.length() <= brand || brand == 0) {
            return core.length();
        }
        String head = core.substring(0, brand);
        String known = other.substring(0, brand);
        String tail = core.substring(brand);
        boolean fits = head.equals(known) || Sounds.mistakable(head, known);
        Evidence trade = ChineseWords.trade(tail, other.substring(brand));
        return fits && trade != TRADE_OTHER ? brand : core.length();
    }
}
