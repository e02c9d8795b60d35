package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.Set;

/** Compares a Chinese name with one in Latin letters, or two of those: brands by sound, trades by what they mean. */
final class LatinPair {
    private static final int LONG = 6;

    private LatinPair() {}

    static void mixed(NameParts zh, NameParts en, Set<Evidence> found) {
        String core = Sounds.folded(zh.core());
        if (core.equals(en.core())) {
            sounding(zh, en, found);
        } else if (zh.trades().isEmpty()
                && !en.sound().isEmpty()
                && !zh.sound().equals(en.sound())
                && !core.equals(en.sound())
                && zh.sound().startsWith(en.sound())) {
            found.add(BRAND_PINYIN);
            found.add(TRADE_SLIP);
        } else {
            found.add(core.equals(en.sound()) && !zh.sound().isEmpty() ? BRAND_PINYIN : brand(zh.sound(), en.sound()));
            trade(zh, en, found);
        }
    }

    /** The whole name in pinyin: brand and trade sound as the characters do. */
    private static void sounding(NameParts zh, NameParts en, Set<Evidence> found) {
        found.add(zh.brand().isEmpty() ? BRAND_NONE : BRAND_PINYIN);
        found.add(zh.trade().isEmpty() ? TRADE_NONE : TRADE_SAME);
        if (!zh.trade().isEmpty() && zh.region().city().equals(en.region().city())) {
            found.add(NAME_SAME);
        }
    }

    private static Evidence brand(String zh, String en) {
        if (zh.isEmpty() || en.isEmpty()) {
            return zh.isEmpty() && en.isEmpty() ? BRAND_NONE : BRAND_ONE_SILENT;
        }
        if (zh.equals(en)) {
            return BRAND_PINYIN;
        }
        return Edits.distance(zh, en, 2) <= (zh.length() >= LONG ? 2 : 1) ? BRAND_SLIP : BRAND_OTHER;
    }

    static void compare(NameParts a, NameParts b, Set<Evidence> found) {
        found.add(latinBrand(a.sound(), b.sound()));
        trade(a, b, found);
    }

    private static Evidence latinBrand(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? BRAND_NONE : BRAND_ONE_SILENT;
        }
        if (a.equals(b)) {
            return BRAND_PINYIN;
        }
        return a.length() >= LONG - 1 && Edits.distance(a, b, 1) <= 1 ? BRAND_SLIP : BRAND_OTHER;
    }

    private static void trade(NameParts a, NameParts b, Set<Evidence> found) {
        boolean mixed = a.english() != b.english();
        if (a.trade().isEmpty() || b.trade().isEmpty()) {
            found.add(a.trade().isEmpty() && b.trade().isEmpty() ? TRADE_NONE : TRADE_ONE_SILENT);
        } else if (a.trade().equals(b.trade()) || (mixed && Trades.share(a.trades(), b.trades()))) {
            found.add(TRADE_SAME);
        } else {
            boolean unknown = mixed && (a.trades().isEmpty() || b.trades().isEmpty());
            found.add(unknown || Trades.share(a.trades(), b.trades()) ? TRADE_LIKE : TRADE_OTHER);
        }
    }
}
