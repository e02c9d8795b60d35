package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.EnumSet;
import java.util.Set;
import org.tongqu.hub.matching.Places.Place;

/** Compares two parsed names part by part. */
final class NamePair {
    private NamePair() {}

    static Set<Evidence> compare(NameParts a, NameParts b, Place atA, Place atB) {
        Set<Evidence> found = EnumSet.noneOf(Evidence.class);
        if (a.isEmpty() || b.isEmpty()) {
            return found;
        }
        if (!a.bare().isEmpty() && a.bare().equals(b.bare())) {
            found.add(NAME_SAME);
        }
        if (a.english() != b.english()) {
            LatinPair.mixed(a.english() ? b : a, a.english() ? a : b, found);
        } else if (a.english()) {
            LatinPair.compare(a, b, found);
        } else {
            ChinesePair.compare(a, b, atA, atB, found);
        }
        ordinal(a, b, found);
        branch(a, b, atA, atB, found);
        form(a, b, found);
        region(a, b, found);
        return found;
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
            found.add(branches(seat(a, atA), seat(b, atB), found));
        } else if (a.branch() || b.branch()) {
            String seat = a.branch() ? seat(a, atA) : seat(b, atB);
            Place other = a.branch() ? atB : atA;
            found.add(!seat.isEmpty() && seat.equals(other.city()) ? BRANCH_ONE_THERE : BRANCH_ONE);
        }
    }

    /** Many firms have a branch in one city: that both are there says nothing unless they may be one firm's. */
    private static Evidence branches(String cityA, String cityB, Set<Evidence> found) {
        if (found.contains(BRAND_OTHER) || found.contains(TRADE_OTHER)) {
            return BRANCH_OTHER;
        }
        if (cityA.isEmpty() || cityB.isEmpty()) {
            return BRANCH_BOTH;
        }
        return cityA.equals(cityB) ? BRANCH_SAME : BRANCH_OTHER;
    }

    /** Where the branch is; of 南通金固特风机分公司 nothing else says it than the place at its head. */
    static String seat(NameParts name, Place at) {
        Place seat = name.seat();
        String said = seat.city().isEmpty() ? seat.province() : seat.city();
        String here = at.city().isEmpty() ? name.region().city() : at.city();
        return said.isEmpty() ? here : seat.city().isEmpty() && at.province().equals(said) ? at.city() : said;
    }

    private static void form(NameParts a, NameParts b, Set<Evidence> found) {
        boolean fullA = a.isCompany();
        boolean fullB = b.isCompany();
        group(a.form(), b.form(), fullA, fullB, found);
        if (fullA && fullB && !a.english() && !b.english()) {
            found.add(legal(a).equals(legal(b)) ? FORM_SAME : FORM_OTHER);
        }
        if (a.form().works() != b.form().works() && (a.form().works() ? fullB && !fullA : fullA && !fullB)) {
            found.add(WORKS_ONE);
        }
    }

    private static void group(NameParts.Form a, NameParts.Form b, boolean fullA, boolean fullB, Set<Evidence> found) {
        if (a.group() && b.group()) {
            found.add(GROUP_BOTH);
        } else if (a.group() || b.group()) {
            found.add((a.group() ? fullB : fullA) ? GROUP_ONE : GROUP_MAYBE);
        }
    }

    private static String legal(NameParts name) {
        return name.form().company().replace("集团", "");
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
