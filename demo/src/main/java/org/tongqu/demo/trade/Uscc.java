package org.tongqu.demo.trade;

/** 统一社会信用代码 (GB 32100-2015) with the organisation code inside it (GB 11714), both check characters worked out. */
public final class Uscc {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Uscc() {}

    /**
     * A code for an invented enterprise (first characters 91).
     *
     * @param areaCode six digits, GB/T 2260
     * @param number 1 to 999999, the same number gives the same code
     */
    public static String of(String areaCode, int number) {
        String organisation = "MD" + String.format("%06d", number);
        String body = "91" + areaCode + organisation + organisationCheck(organisation);
        return body + check(body);
    }

    /** Says whether the last of 18 characters is the check character of the first 17. */
    public static boolean holds(String code) {
        return code.length() == 18
                && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && check(code.substring(0, 17)) == code.charAt(17);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int place = 0; place < 8; place++) {
            sum += Character.digit(organisation.charAt(place), 36) * ORGANISATION_WEIGHTS[place];
        }
        int rest = 11 - sum % 11;
        return rest == 10 ? 'X' : rest == 11 ? '0' : (char) ('0' + rest);
    }

    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < 17; place++) {
            sum += SIGNS.indexOf(body.charAt(place)) * weight;
            weight = weight * 3 % 31;
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }
}
