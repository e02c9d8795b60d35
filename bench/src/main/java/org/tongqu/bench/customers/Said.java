package org.tongqu.bench.customers;

import java.text.Normalizer;

/**
 * What an agent writes about a firm.
 *
 * @param firm whom it is about: the truth that no column tells
 */
record Said(long firm, String name, String uscc, String contact, String phone, String province, String city) {
    private static final int AGENT = 97;

    /** @param agent who writes: his own telephone stands with some of his customers */
    static Said of(Firm firm, int copy, int agent) {
        Draw draw = new Draw(firm.seed(), firm.number(), AGENT, copy);
        int person = draw.below(3);
        boolean agents = draw.in100(8);
        return new Said(
                firm.number(),
                Spelling.of(firm, draw),
                draw.in100(30) ? code(firm, draw) : "",
                agents ? Words.person(new Draw(firm.seed(), agent)) : draw.in100(64) ? firm.person(person) : "",
                agents ? "137%08d".formatted(agent) : phone(firm, person, draw),
                draw.in100(85) ? firm.city().province() : "",
                draw.in100(82) ? firm.city().name() : "");
    }

    /** All there is to say, in the firm's own words: no other firm's are the same. */
    static Said whole(Firm firm) {
        return new Said(
                firm.number(),
                firm.name(),
                firm.uscc(),
                firm.person(0),
                firm.mobile(0),
                firm.city().province(),
                firm.city().name());
    }

    private static String phone(Firm firm, int person, Draw draw) {
        int kind = draw.below(100);
        return kind < 45 ? firm.landline() : kind < 75 ? firm.mobile(person) : "";
    }

    /** One in a hundred has a slip. */
    private static String code(Firm firm, Draw draw) {
        String code = firm.uscc();
        int at = 8 + draw.below(8);
        return draw.in100(99) ? code : code.substring(0, at) + (char) ('0' + draw.below(10)) + code.substring(at + 1);
    }

    /** Equal where two read alike to a machine: blanks and widths do not count. */
    long digest() {
        String plain = Normalizer.normalize(words(), Normalizer.Form.NFKC).replace(" ", "");
        long digest = 1;
        for (int at = 0; at < plain.length(); at++) {
            digest = digest * 0x100000001B3L + plain.charAt(at);
        }
        return digest;
    }

    String words() {
        return String.join("\t", name, uscc, contact, phone, province, city);
    }
}
