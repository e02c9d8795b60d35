package org.tongqu.hub.matching;

import java.util.Optional;
import java.util.regex.Pattern;

/** The firm's code: a USCC, or the organisation code (GB 11714) that is characters 9 to 17 of it. */
record Codes(String full, String organisation, String wrong) {
    static final Codes NONE = new Codes("", "", "");

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANISATION = 9;
    private static final Pattern LABEL = Pattern.compile("^(USCC|USCI|CODE|NO)+(?=[0-9A-Z]{9})");

    static Codes of(String said) {
        if (said.isEmpty()) {
            return NONE;
        }
        String plain =
                LABEL.matcher(Script.plain(said).replaceAll("[^0-9A-Z]", "")).replaceFirst("");
        if (plain.length() < ORGANISATION) {
            return NONE;
        }
        return valid(plain).or(() -> valid(legible(plain))).orElse(new Codes("", "", plain));
    }

    /** Letters that no USCC has, for the digits they are mistaken for. */
    private static String legible(String plain) {
        return plain.replace('O', '0').replace('I', '1').replace('S', '5').replace('Z', '2');
    }

    private static Optional<Codes> valid(String plain) {
        if (plain.length() == ORGANISATION && checks(plain)) {
            return Optional.of(new Codes("", plain, ""));
        }
        return Uscc.valid(plain).map(code -> new Codes(code, code.substring(8, 17), ""));
    }

    static boolean checks(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return code.charAt(8) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    boolean isValid() {
        return !organisation.isEmpty();
    }

    boolean isEmpty() {
        return organisation.isEmpty() && wrong.isEmpty();
    }
}
