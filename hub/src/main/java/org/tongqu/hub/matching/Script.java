package org.tongqu.hub.matching;

import java.text.Normalizer;
import java.util.Locale;

/** One way of writing: full width, traditional characters, case and odd blanks are gone. */
final class Script {
    /** Beyond this no firm's name goes; what is longer is no name but a paste. */
    static final int LONGEST = 120;

    private static final char[] SIMPLE = simple();

    private Script() {}

    private static char[] simple() {
        char[] to = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < to.length; i++) {
            to[i] = (char) i;
        }
        Lexicon.lines("traditional.txt").forEach(pair -> to[pair.charAt(0)] = pair.charAt(1));
        return to;
    }

    /** Upper case, half width, simplified; empty for a paste. */
    static String plain(String said) {
        if (said.isEmpty() || said.length() > 2 * LONGEST) {
            return "";
        }
        String narrow = Normalizer.normalize(said, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            plain.append(SIMPLE[narrow.charAt(i)]);
        }
        return plain.length() > LONGEST ? "" : plain.toString().strip();
    }

    static String simple(char c) {
        return String.valueOf(SIMPLE[c]);
    }

    static boolean isHan(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
    }

    static String han(String text) {
        StringBuilder han = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                han.append(text.charAt(i));
            }
        }
        return han.toString();
    }

    static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}
