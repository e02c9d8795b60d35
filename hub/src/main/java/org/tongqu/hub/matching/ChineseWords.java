package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

/** Compares the brands and the trades of two Chinese names, once it is known where each ends. */
final class ChineseWords {
    private static final int COMMON_BITS = 16;
    private static final int RARE_BITS = 21;

    private ChineseWords() {}

    private static Evidence same(String brand) {
        int bits = Rarity.bits(brand);
        return bits <= COMMON_BITS ? BRAND_SAME_COMMON : bits > RARE_BITS ? BRAND_SAME_RARE : BRAND_SAME;
    }

    static Evidence brand(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? BRAND_NONE : BRAND_ONE_SILENT;
        }
        if (a.equals(b)) {
            return same(a);
        }
        if (otherFigures(a, b)) {
            return BRAND_OTHER;
        }
        if (Sounds.soundAlike(a, b)) {
            return BRAND_SOUNDS;
        }
        return Sounds.mistakable(a, b) ? BRAND_LOOKS : slipOrPart(a, b);
    }

    /** 一七二 is read as 172; who writes 301 for 302 means another house, and no slip of the pen. */
    static boolean otherFigures(String a, String b) {
        String figuresA = a.replaceAll("[^0-9]", "");
        String figuresB = b.replaceAll("[^0-9]", "");
        return !figuresA.isEmpty() && !figuresB.isEmpty() && !figuresA.equals(figuresB);
    }

    private static Evidence slipOrPart(String a, String b) {
        boolean more = Math.min(a.length(), b.length()) >= 2 && a.length() != b.length();
        if (more && (a.startsWith(b) || b.startsWith(a))) {
            return BRAND_PART;
        }
        if (Edits.swapped(a, b) || (more && a.length() + b.length() >= 5 && Edits.distance(a, b, 1) <= 1)) {
            return BRAND_SLIP;
        }
        return more && (a.endsWith(b) || b.endsWith(a)) ? BRAND_PART : BRAND_OTHER;
    }

    static Evidence trade(String a, String b) {
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
}
