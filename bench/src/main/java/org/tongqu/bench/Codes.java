package org.tongqu.bench;

/** Made-up social credit codes (USCC) whose check character is right (GB 32100). */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /** The same number is always the same code; up to twelve digits. */
    public static String uscc(long number) {
        String code = "91210" + "%012d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return code + ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
