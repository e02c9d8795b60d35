package org.tongqu.hub.matching;

import org.tongqu.hub.matching.Places.Place;

/** 唐一乳 for 唐山第一乳品厂, 齐电 for 齐齐哈尔电梯厂: one character of the city, the number, one or two of the trade. */
final class Abbreviation {
    private static final int LONGEST = 8;

    private Abbreviation() {}

    static boolean fits(NameParts a, Place atA, NameParts b, Place atB) {
        return (isShort(a) && shortens(a.whole(), b, atB)) || (isShort(b) && shortens(b.whole(), a, atA));
    }

    static boolean isShort(NameParts name) {
        return !name.english()
                && name.whole().length() <= LONGEST
                && name.whole().length() >= 2
                && name.region().isNowhere()
                && name.form().company().isEmpty();
    }

    private static boolean shortens(String abbreviation, NameParts full, Place at) {
        String city = full.region().city().isEmpty()
                ? full.region().province()
                : full.region().city();
        if (city.isEmpty()) {
            city = at.city();
        }
        if (city.isEmpty()
                || full.whole().length() <= abbreviation.length()
                || full.core().isEmpty()) {
            return false;
        }
        char first = abbreviation.charAt(0);
        if (!Sounds.alike(first, city.charAt(0))) {
            return false;
        }
        int next = 1;
        int ordinal = Ordinal.digit(abbreviation.charAt(1));
        if (ordinal > 0 && full.ordinal() == ordinal) {
            next = 2;
        } else if (full.ordinal() > 0) {
            return false;
        }
        String rest = abbreviation.substring(next).replaceFirst("厂$", "");
        return !rest.isEmpty()
                && Sounds.alike(rest.charAt(0), full.core().charAt(0))
                && (rest.length() == 1
                        || Edits.subsequence(rest.substring(1), full.core().substring(1)));
    }
}
