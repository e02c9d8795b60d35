package org.tongqu.hub.matching;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a name sounds: pinyin without tones, and folded so that what people mishear or misread falls together (zh-z, ng-n, 长 chang or zhang). */
final class Sounds {
    private static final int CHARACTERS = Character.MAX_VALUE + 1;
    private static final @Nullable String[] PINYIN = pinyin();
    private static final @Nullable String[] FOLDED = new String[CHARACTERS];
    private static final @Nullable String[] LIKE = new String[CHARACTERS];

    static {
        for (int c = 0; c < CHARACTERS; c++) {
            String sound = PINYIN[c];
            FOLDED[c] = sound == null ? null : fold(sound);
        }
        for (String line : Lexicon.lines("like-shaped.txt")) {
            String before = LIKE[line.charAt(0)];
            LIKE[line.charAt(0)] = before == null ? line.substring(1) : before + line.substring(1);
        }
    }

    private static final Set<String> SYLLABLES = syllables(FOLDED);
    private static final Set<String> FULL = syllables(PINYIN);

    private Sounds() {}

    /** Without 嗯 and the like, which have no vowel. */
    private static Set<String> syllables(@Nullable String[] sounds) {
        Set<String> all = new HashSet<>();
        for (String sound : sounds) {
            if (sound != null && sound.matches(".*[AEIOUV].*")) {
                all.add(sound);
            }
        }
        return Set.copyOf(all);
    }

    private static @Nullable String[] pinyin() {
        String[] all = new String[CHARACTERS];
        for (String line : Lexicon.lines("pinyin.tsv")) {
            int tab = line.indexOf('\t');
            for (int i = tab + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                all[c] = line.substring(0, tab).toUpperCase(Locale.ROOT);
            }
        }
        return all;
    }

    /** Letters as they are, characters by their sound. */
    static String of(String text) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            append(sound, PINYIN[text.charAt(i)], text.charAt(i));
        }
        return sound.toString();
    }

    static String folded(String text) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            append(sound, FOLDED[text.charAt(i)], text.charAt(i));
        }
        return sound.toString();
    }

    private static void append(StringBuilder to, @Nullable String sound, char itself) {
        if (sound == null) {
            to.append(itself);
        } else {
            to.append(sound);
        }
    }

    /** Capital letters of pinyin to their folded form. */
    static String fold(String letters) {
        return letters.replace("ZH", "Z")
                .replace("CH", "Z")
                .replace("SH", "S")
                .replace("NG", "N")
                .replace("C", "Z")
                .replace("V", "U")
                .replace("UE", "U");
    }

    /** A syllable of pinyin in full, capital letters. */
    static boolean isPinyin(String letters) {
        return FULL.contains(letters);
    }

    static boolean isSyllable(String folded) {
        return SYLLABLES.contains(folded);
    }

    static boolean alike(char a, char b) {
        return a == b || soundAlike(a, b) || shapedAlike(a, b);
    }

    static boolean soundAlike(char a, char b) {
        String sound = FOLDED[a];
        return sound != null && sound.equals(FOLDED[b]);
    }

    static boolean shapedAlike(char a, char b) {
        return holds(LIKE[a], b) || holds(LIKE[b], a);
    }

    private static boolean holds(@Nullable String characters, char one) {
        return characters != null && characters.indexOf(one) >= 0;
    }

    /** Same length, and each character sounds like its opposite. */
    static boolean soundAlike(String a, String b) {
        if (a.length() != b.length() || a.isEmpty()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i) && !soundAlike(a.charAt(i), b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Same length, one or two characters differ, and each of those looks or sounds like its opposite. */
    static boolean mistakable(String a, String b) {
        if (a.length() != b.length() || a.isEmpty()) {
            return false;
        }
        int differ = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differ++;
                if (!alike(a.charAt(i), b.charAt(i))) {
                    return false;
                }
            }
        }
        return differ <= 2;
    }
}
