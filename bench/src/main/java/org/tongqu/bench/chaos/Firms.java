package org.tongqu.bench.chaos;

import java.util.Random;
import org.tongqu.bench.Codes;

/**
 * Of whom senders speak: mostly of firms that are long known; now and then of one that is first known by its name, then by its code under another
 * name, and then by both, which makes one customer of two.
 */
final class Firms {
    private static final int KNOWN = 60;
    private static final int NEW_ONE_IN = 20;
    private static final int WORDS_ON_EACH = 3;

    private final Random random;
    private final String series;
    private final long codes;
    private int newcomers;

    Firms(Random random, String series) {
        this.random = random;
        this.series = series;
        this.codes = random.nextInt(1_000_000) * 100_000L;
    }

    /** A customer's name and code as they stand in JSON. */
    String asJson() {
        return random.nextInt(NEW_ONE_IN) == 0 ? newcomer() : json(known(), "");
    }

    String known() {
        return "抚顺第" + random.nextInt(KNOWN) + "机械厂";
    }

    private String newcomer() {
        int firm = newcomers / WORDS_ON_EACH;
        String name = "抚顺" + series + firm + "机械厂";
        String code = Codes.uscc(codes + firm);
        return switch (newcomers++ % WORDS_ON_EACH) {
            case 0 -> json(name, "");
            case 1 -> json("抚顺" + series + "甲" + firm + "机械厂", code);
            default -> json(name, code);
        };
    }

    private static String json(String name, String uscc) {
        return "\"name\":\"%s\",\"uscc\":%s".formatted(name, uscc.isEmpty() ? "null" : "\"" + uscc + "\"");
    }
}
