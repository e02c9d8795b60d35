package org.tongqu.bench.files;

import java.util.List;
import org.tongqu.bench.Codes;

/** A made-up firm: the same two numbers are always the same firm. */
record Customer(int report, int number) {
    private static final List<String> CITIES = List.of("沈阳市", "大连市", "鞍山市", "抚顺市", "本溪市", "锦州市");
    private static final String WORDS = "华丰瑞德恒通达盛隆昌泰和信诚远宏博嘉兴源";
    private static final List<String> TRADES = List.of("机械", "重工", "铸造", "电气", "印务");

    String city() {
        return CITIES.get(number % CITIES.size());
    }

    /** One row in twenty has half-width brackets, another a blank: people do. */
    String name(int habit) {
        String firm = city().substring(0, 2) + word() + TRADES.get(number % TRADES.size());
        return switch (habit) {
            case 0 -> firm + "(集团)有限公司";
            case 1 -> firm + " （集团）有限公司";
            default -> firm + "（集团）有限公司";
        };
    }

    /** Numbers written in twenty characters, so that each firm has a word of its own. */
    private String word() {
        StringBuilder word = new StringBuilder();
        for (long rest = (report + 1L) * 1_000_000 + number; rest > 0; rest /= WORDS.length()) {
            word.append(WORDS.charAt((int) (rest % WORDS.length())));
        }
        return word.toString();
    }

    String uscc() {
        return Codes.uscc(report * 1_000_000L + number);
    }

    String contact() {
        return WORDS.charAt(number % WORDS.length()) + "工";
    }

    String phone() {
        return "139%08d".formatted(number);
    }
}
