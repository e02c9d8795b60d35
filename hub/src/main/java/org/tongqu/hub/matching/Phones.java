package org.tongqu.hub.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Place;

/** A telephone number without country code, area code, extension and punctuation. */
record Phones(String local, String mobile, Place area) {
    static final Phones NONE = new Phones("", "", Place.NOWHERE);

    private static final Pattern AFTER = Pattern.compile("转|EXT|X|分机|#|/|,|;|、");
    private static final Pattern COUNTRY = Pattern.compile("^\\s*(\\+|00)\\s*86|^86[- ]");
    private static final Pattern EXTENSION =
            Pattern.compile("([(]?0?\\d{2,3}[)]?[- ]?|-\\d{2,3}-)?\\d{7,8}\\s*-\\s*\\d{1,5}");

    static Phones of(String said) {
        String plain = Script.plain(said);
        if (plain.isEmpty()) {
            return NONE;
        }
        Matcher extension = AFTER.matcher(plain);
        plain = extension.find() ? plain.substring(0, extension.start()) : plain;
        plain = COUNTRY.matcher(plain).replaceFirst("");
        String digits = Script.digits(plain);
        if (digits.length() == 13 && digits.startsWith("861")) {
            digits = digits.substring(2);
        }
        if (digits.length() == 11 && digits.startsWith("1") && digits.charAt(1) >= '3') {
            return new Phones("", digits, Place.NOWHERE);
        }
        return landline(plain, digits);
    }

    private static Phones landline(String plain, String all) {
        // 0379-12345678-802: what follows a full local number after a dash is an extension
        String digits =
                EXTENSION.matcher(plain).matches() ? Script.digits(plain.substring(0, plain.lastIndexOf('-'))) : all;
        for (int length = 4; length >= 2; length--) {
            if (digits.length() < length + 6) {
                continue;
            }
            String head = digits.substring(0, length);
            Optional<Place> area = head.charAt(0) == '0'
                    ? Places.byAreaCode(head)
                    : digits.length() >= length + 7 ? Places.byAreaCode("0" + head) : Optional.empty();
            int rest = digits.length() - length;
            if (area.isPresent() && rest >= 7 && rest <= 8) {
                return new Phones(digits.substring(length), "", area.get());
            }
        }
        if (digits.startsWith("0") && digits.length() >= 11) {
            return new Phones(digits.substring(digits.length() - (digits.length() == 12 ? 8 : 7)), "", Place.NOWHERE);
        }
        return digits.length() == 7 || digits.length() == 8 ? new Phones(digits, "", Place.NOWHERE) : NONE;
    }
}
