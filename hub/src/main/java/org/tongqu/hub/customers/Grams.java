package org.tongqu.hub.customers;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shortest pieces of a text that it is looked up under: two characters where one of them is no letter or digit of ASCII, three where all
 * are. Whatever is part of a text has its grams among the text's.
 */
final class Grams {
    private static final int RADIX = 36;

    private Grams() {}

    /** @param texts as {@link org.tongqu.hub.matching.Spelling} writes them */
    static Integer[] of(Collection<String> texts) {
        Set<Integer> grams = new TreeSet<>();
        texts.forEach(text -> add(text, grams));
        return grams.toArray(Integer[]::new);
    }

    private static void add(String text, Set<Integer> grams) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char a = text.charAt(i);
            char b = text.charAt(i + 1);
            if (isWide(a) || isWide(b)) {
                grams.add(a << Character.SIZE | b);
            } else if (i + 2 < text.length() && !isWide(text.charAt(i + 2))) {
                grams.add((digit(a) * RADIX + digit(b)) * RADIX + digit(text.charAt(i + 2)));
            }
        }
    }

    private static boolean isWide(char c) {
        return c >= 0x80;
    }

    private static int digit(char c) {
        return Character.digit(c, RADIX);
    }
}
