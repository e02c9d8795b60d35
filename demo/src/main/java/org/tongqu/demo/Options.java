package org.tongqu.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A command line of {@code --name value} pairs. */
final class Options {
    private final Map<String, String> given = new HashMap<>();

    Options(String... arguments) {
        for (int place = 0; place < arguments.length; place += 2) {
            if (!arguments[place].startsWith("--") || place + 1 == arguments.length) {
                throw new IllegalArgumentException("参数应成对 give pairs of --name value: " + arguments[place]);
            }
            given.put(arguments[place].substring(2), arguments[place + 1]);
        }
    }

    String needed(String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("缺少参数 missing --" + name);
        }
        return value;
    }

    String or(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Reads 200ms, 5s or 2m. */
    Duration time(String name, String otherwise) {
        String text = or(name, otherwise);
        String number = text.replaceAll("[a-z]+$", "");
        return switch (text.substring(number.length())) {
            case "ms" -> Duration.ofMillis(Long.parseLong(number));
            case "s" -> Duration.ofSeconds(Long.parseLong(number));
            case "m" -> Duration.ofMinutes(Long.parseLong(number));
            default -> throw new IllegalArgumentException("时间如 200ms 5s 2m, a time looks like 200ms 5s 2m: --" + name);
        };
    }
}
