package org.tongqu.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command line asks for: names of benches, and how much of each.
 *
 * @param names benches to run; none means all
 * @param rows of the file in {@code files}; at most so many records in {@code matching}; so many in {@code customers}; lines of the agents in {@code reconciliation}
 * @param rounds in which the contenders take turns
 * @param seconds of each measured stretch in {@code visit} and {@code inlets}, and for how long {@code pages} loads each page; how much is asked in {@code customers}
 * @param cycles in which {@code chaos} breaks something and audits
 * @param blows that {@code chaos} deals in each cycle
 * @param orders at most in each list that {@code chaos} sends
 * @param golden customers that {@code customers} shall hold at least: firms known by one record are added until it does; 0 for what the rows make
 * @param heap of the hub in {@code customers}, in MB
 * @param facts that {@code customers} are linked with, and that are stored in {@code reconciliation}
 * @param seed of whatever is left to chance; 0 for one by chance
 * @param faults that {@code chaos} strikes, by a word of their names; none means all
 * @param records that {@code matching} is measured on; none means its own
 * @param truth about these records
 * @param smoke whether it is only to be seen that it runs
 */
public record Options(
        List<String> names,
        int rows,
        int rounds,
        int seconds,
        int cycles,
        int blows,
        int orders,
        int golden,
        int heap,
        int facts,
        int seed,
        List<String> faults,
        Optional<Path> records,
        Optional<Path> truth,
        boolean smoke) {
    private static final Map<String, Integer> USUAL =
            sizes(100_000, 5_000_000, Map.of("rounds", 3, "seconds", 20, "cycles", 50));
    private static final Map<String, Integer> SMOKE =
            sizes(2_000, 10_000, Map.of("rounds", 1, "seconds", 2, "cycles", 4));
    private static final int A_MILLION = 1_000_000;
    private static final int TEN_MILLIONS = 10_000_000;
    private static final Set<String> FILES = Set.of("--records", "--truth");
    private static final int MOST = 99_999_999;

    public Options {
        names = List.copyOf(names);
        faults = List.copyOf(faults);
    }

    private static Map<String, Integer> sizes(int rows, int facts, Map<String, Integer> others) {
        Map<String, Integer> sizes = new HashMap<>(
                Map.of("rows", rows, "facts", facts, "blows", 1, "orders", 40, "seed", 0, "golden", 0, "heap", 768));
        sizes.putAll(others);
        return sizes;
    }

    /** Empty where a word is not understood. */
    public static Optional<Options> read(List<String> words) {
        Map<String, Integer> sizes = new HashMap<>(words.contains("--smoke") ? SMOKE : USUAL);
        if (words.contains("customers") && !words.contains("--smoke")) {
            sizes.put("rows", A_MILLION);
        }
        if (words.contains("reconciliation") && !words.contains("--smoke")) {
            sizes.put("facts", TEN_MILLIONS);
        }
        List<String> names = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.equals("--smoke")) {
                continue;
            }
            if (!word.startsWith("--")) {
                names.add(word);
            } else if (word.equals("--fault") && ++at < words.size()) {
                faults.add(words.get(at));
            } else if (FILES.contains(word) && ++at < words.size()) {
                files.put(word, Path.of(words.get(at)));
            } else if (!sizes.containsKey(word.substring(2)) || !isNumber(words, ++at)) {
                return Optional.empty();
            } else {
                sizes.put(word.substring(2), Integer.valueOf(words.get(at)));
            }
        }
        if (files.size() == 1) {
            return Optional.empty(); // records say nothing without their truth, nor the truth without them
        }
        return Optional.of(new Options(
                names,
                sizes.getOrDefault("rows", 0),
                sizes.getOrDefault("rounds", 0),
                sizes.getOrDefault("seconds", 0),
                sizes.getOrDefault("cycles", 0),
                sizes.getOrDefault("blows", 1),
                sizes.getOrDefault("orders", 1),
                sizes.getOrDefault("golden", 0),
                sizes.getOrDefault("heap", 0),
                sizes.getOrDefault("facts", 0),
                sizes.getOrDefault("seed", 0),
                faults,
                Optional.ofNullable(files.get("--records")),
                Optional.ofNullable(files.get("--truth")),
                words.contains("--smoke")));
    }

    /** Whether a fault of this name is asked for. */
    public boolean isFault(String name) {
        return faults.isEmpty() || faults.stream().anyMatch(name::contains);
    }

    private static boolean isNumber(List<String> words, int at) {
        return at < words.size() && words.get(at).matches("[1-9][0-9]{0,7}") && Integer.parseInt(words.get(at)) <= MOST;
    }
}
