package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tongqu.hub.matching.Places.Place;

/** Compares two parsed names part by part. */
final class NamePair {
    private static final int COMMON_BITS = 16;
    private static final int RARE_BITS = 21;

    private NamePair() {}

    static Set<Evidence> compare(NameParts a, NameParts b, Place atA, Place atB) {
        Set<Evidence> found = EnumSet.noneOf(Evidence.class);
        if (a.isEmpty() || b.isEmpty()) {
            return found;
        }
        if (a.whole().equals(b.whole())) {
            found.add(NAME_SAME);
        }
        if (a.english() != b.english()) {
            mixed(a.english() ? b : a, a.english() ? a : b, found);
        } else if (a.english()) {
            latin(a, b, found);
        } else {
            chinese(a, b, atA, atB, found);
        }
        ordinal(a, b, found);
        branch(a, b, atA, atB, found);
        form(a, b, found);
        region(a, b, found);
        return found;
    }

    private static Evidence same(String brand) {
        int bits = Rarity.bits(brand);
        return bits <= COMMON_BITS ? BRAND_SAME_COMMON : bits > RARE_BITS ? BRAND_SAME_RARE : BRAND_SAME;
    }

    private static void mixed(NameParts zh, NameParts en, Set<Evidence> found) {
        String sound = zh.sound();
        if (sound.isEmpty() || en.sound().isEmpty()) {
            found.add(sound.isEmpty() && en.sound().isEmpty() ? BRAND_NONE : BRAND_ONE_SILENT);
        } else if (sound.equals(en.sound()) || Sounds.folded(zh.core()).equals(en.sound())) {
            found.add(BRAND_PINYIN);
        } else if (zh.trades().isEmpty() && sound.startsWith(en.sound())) {
            found.add(BRAND_PINYIN);
            found.add(TRADE_SLIP);
            return;
        } else if (Edits.distance(sound, en.sound(), 2) <= (sound.length() >= 6 ? 2 : 1)) {
            found.add(BRAND_SLIP);
        } else {
            found.add(BRAND_OTHER);
        }
        trade(zh, en, found);
    }

    private static void latin(NameParts a, NameParts b, Set<Evidence> found) {
        if (a.sound().isEmpty() || b.sound().isEmpty()) {
            found.add(a.sound().equals(b.sound()) ? BRAND_NONE : BRAND_ONE_SILENT);
        } else if (a.sound().equals(b.sound())) {
            found.add(BRAND_PINYIN);
        } else if (a.sound().length() >= 5 && Edits.distance(a.sound(), b.sound(), 1) <= 1) {
            found.add(BRAND_SLIP);
        } else {
            found.add(BRAND_OTHER);
        }
        trade(a, b, found);
    }

    private static void trade(NameParts a, NameParts b, Set<Evidence> found) {
        if (a.trade().isEmpty() || b.trade().isEmpty()) {
            found.add(a.trade().isEmpty() && b.trade().isEmpty() ? TRADE_NONE : TRADE_ONE_SILENT);
        } else if (a.trade().equals(b.trade())
                || (a.english() != b.english() && Trades.share(a.trades(), b.trades()))) {
            found.add(TRADE_SAME);
        } else if (Trades.share(a.trades(), b.trades())) {
            found.add(TRADE_LIKE);
        } else if (a.english() != b.english()
                && (a.trades().isEmpty() || b.trades().isEmpty())) {
            found.add(TRADE_LIKE);
        } else {
            found.add(TRADE_OTHER);
        }
    }

    private static void chinese(NameParts a, NameParts b, Place atA, Place atB, Set<Evidence> found) {
        String coreA = withoutMisspeltCity(a, b, atA, atB);
        String coreB = withoutMisspeltCity(b, a, atB, atA);
        if (coreA.isEmpty() || coreB.isEmpty()) {
            found.add(coreA.isEmpty() && coreB.isEmpty() ? BRAND_NONE : BRAND_ONE_SILENT);
            found.add(coreA.isEmpty() && coreB.isEmpty() ? TRADE_NONE : TRADE_ONE_SILENT);
            return;
        }
        int brandA = Math.min(brandLength(a, coreA), coreA.length());
        int brandB = Math.min(brandLength(b, coreB), coreB.length());
        if (brandA == coreA.length() && brandB < coreB.length()) {
            brandA = guided(coreA, coreB, brandB);
        } else if (brandB == coreB.length() && brandA < coreA.length()) {
            brandB = guided(coreB, coreA, brandA);
        } else if (brandA != brandB && coreA.length() == coreB.length() && Sounds.mistakable(coreA, coreB)) {
            brandA = brandB = Math.min(brandA, brandB);
        }
        String ba = coreA.substring(0, brandA);
        String bb = coreB.substring(0, brandB);
        String ta = coreA.substring(brandA);
        String tb = coreB.substring(brandB);
        Evidence brand = brand(ba, bb);
        Evidence trade = tradeChinese(ta, tb);
        if (brand == BRAND_OTHER || trade == TRADE_OTHER || brand == BRAND_ONE_SILENT || brand == BRAND_PART) {
            if (coreA.length() >= 4 && coreB.length() >= 4 && Edits.distance(coreA, coreB, 1) <= 1) {
                brand = BRAND_SLIP;
                trade = TRADE_SAME;
            } else if (Abbreviation.fits(a, atA, b, atB)) {
                found.add(SHORT_FITS);
                return;
            }
        }
        found.add(brand);
        found.add(trade);
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
                String rest = core.substring(city.length());
                return rest.length() > 2 && rest.charAt(0) == '市' ? rest.substring(1) : rest;
            }
        }
        return core;
    }

    private static int brandLength(NameParts its, String core) {
        return Math.max(0, its.brand().length() - (its.core().length() - core.length()));
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
        Evidence trade = tradeChinese(tail, other.substring(brand));
        return fits && trade != TRADE_OTHER ? brand : core.length();
    }

    static Evidence brand(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? BRAND_NONE : BRAND_ONE_SILENT;
        }
        if (a.equals(b)) {
            return same(a);
        }
        if (Sounds.soundAlike(a, b)) {
            return BRAND_SOUNDS;
        }
        if (a.length() == b.length() && Sounds.mistakable(a, b)) {
            return BRAND_LOOKS;
        }
        if ((a.length() >= 2
                        && b.length() >= 2
                        && a.length() + b.length() >= 5
                        && Edits.distance(a, b, 1) <= 1
                        && a.length() != b.length())
                || Edits.swapped(a, b)) {
            return a.startsWith(b) || b.startsWith(a) ? BRAND_PART : BRAND_SLIP;
        }
        if (Math.min(a.length(), b.length()) >= 2
                && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a))) {
            return BRAND_PART;
        }
        return BRAND_OTHER;
    }

    static Evidence tradeChinese(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? TRADE_NONE : TRADE_ONE_SILENT;
        }
        if (a.equals(b)) {
            return TRADE_SAME;
        }
        if (Edits.subsequence(a, b) || Edits.subsequence(b, a) || Trades.share(Trades.said(a), Trades.said(b))) {
            return TRADE_LIKE;
        }
        if (Sounds.mistakable(a, b) || Edits.swapped(a, b) || (a.length() >= 3 && Edits.distance(a, b, 1) <= 1)) {
            return TRADE_SLIP;
        }
        return TRADE_OTHER;
    }

    private static void ordinal(NameParts a, NameParts b, Set<Evidence> found) {
        if (a.ordinal() > 0 && b.ordinal() > 0) {
            found.add(a.ordinal() == b.ordinal() ? ORDINAL_SAME : ORDINAL_OTHER);
        } else if (a.ordinal() + b.ordinal() > 0 && !found.contains(SHORT_FITS)) {
            found.add(ORDINAL_ONE);
        }
    }

    private static void branch(NameParts a, NameParts b, Place atA, Place atB, Set<Evidence> found) {
        if (a.branch() && b.branch()) {
            String cityA = seat(a, atA);
            String cityB = seat(b, atB);
            found.add(
                    cityA.isEmpty() || cityB.isEmpty() || found.contains(BRAND_OTHER)
                            ? BRANCH_BOTH
                            : cityA.equals(cityB) ? BRANCH_SAME : BRANCH_OTHER);
        } else if (a.branch() || b.branch()) {
            String seat = a.branch() ? seat(a, atA) : seat(b, atB);
            Place other = a.branch() ? atB : atA;
            found.add(!seat.isEmpty() && seat.equals(other.city()) ? BRANCH_ONE_THERE : BRANCH_ONE);
        }
    }

    /** Where the branch is; of 南通金固特风机分公司 nothing else says it than the place at its head. */
    static String seat(NameParts name, Place at) {
        Place seat = name.seat();
        String said = seat.city().isEmpty() ? seat.province() : seat.city();
        String here = at.city().isEmpty() ? name.region().city() : at.city();
        return said.isEmpty() ? here : seat.city().isEmpty() && at.province().equals(said) ? at.city() : said;
    }

    private static void form(NameParts a, NameParts b, Set<Evidence> found) {
        boolean fullA = a.form().company().endsWith("公司")
                || (a.english() && !a.form().company().isEmpty());
        boolean fullB = b.form().company().endsWith("公司")
                || (b.english() && !b.form().company().isEmpty());
        if (a.form().group() && b.form().group()) {
            found.add(GROUP_BOTH);
        } else if (a.form().group() || b.form().group()) {
            found.add((a.form().group() ? fullB : fullA) ? GROUP_ONE : GROUP_MAYBE);
        }
        if (fullA && fullB && !a.english() && !b.english()) {
            String formA = a.form().company().replace("集团", "");
            String formB = b.form().company().replace("集团", "");
            found.add(formA.equals(formB) ? FORM_SAME : FORM_OTHER);
        }
        if (a.form().works() != b.form().works() && (a.form().works() ? fullB && !fullA : fullA && !fullB)) {
            found.add(WORKS_ONE);
        }
    }

    private static void region(NameParts a, NameParts b, Set<Evidence> found) {
        String cityA = a.region().city();
        String cityB = b.region().city();
        if (a.branch() || b.branch() || cityA.isEmpty() || cityB.isEmpty()) {
            return;
        }
        found.add(cityA.equals(cityB) ? REGION_SAME : REGION_OTHER);
    }
}
