package org.tongqu.hub.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 统一社会信用代码: 18 characters whose last one proves the others (GB 32100-2015, modulus 31, weights 3^i mod 31). */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private Uscc() {}

    /** The code in plain capitals where its check character holds; empty for anything else. */
    public static Optional<String> valid(@Nullable String said) {
        return Optional.ofNullable(said).map(Uscc::plain).filter(Uscc::checks);
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean checks(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
