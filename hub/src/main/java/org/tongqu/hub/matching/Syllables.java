package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pinyin letters cut into syllables: as few as can be, and inside a word one that begins with a vowel is unlikely. */
final class Syllables {
    private static final int LONGEST = 6;
    private static final int COST = 2;
    private static final int IMPOSSIBLE = 1_000_000;

    private Syllables() {}

    /** @return empty where the letters are no pinyin */
    static List<String> of(String letters) {
        int[] from = cuts(letters);
        List<String> syllables = new ArrayList<>();
        for (int end = letters.length(); end > 0; end = from[end]) {
            if (from[end] < 0) {
                return List.of();
            }
            syllables.addFirst(letters.substring(from[end], end));
        }
        return syllables;
    }

    /** For every end the best start of the syllable that ends there; -1 where there is none. */
    private static int[] cuts(String letters) {
        int[] cost = new int[letters.length() + 1];
        int[] from = new int[letters.length() + 1];
        Arrays.fill(cost, 1, cost.length, IMPOSSIBLE);
        Arrays.fill(from, -1);
        for (int end = 1; end <= letters.length(); end++) {
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                int sum = cost[start] + cost(letters, start, end);
                if (sum < cost[end]) {
                    cost[end] = sum;
                    from[end] = start;
                }
            }
        }
        return from;
    }

    private static int cost(String letters, int start, int end) {
        boolean vowel = start > 0 && "AOE".indexOf(letters.charAt(start)) >= 0;
        return Sounds.isPinyin(letters.substring(start, end)) ? COST + (vowel ? 1 : 0) : IMPOSSIBLE;
    }

    static String folded(List<String> syllables) {
        return String.join("", syllables.stream().map(Sounds::fold).toList());
    }

    /** What is no pinyin is folded as it stands. */
    static String folded(String letters) {
        List<String> syllables = of(letters);
        return syllables.isEmpty() ? Sounds.fold(letters) : folded(syllables);
    }

    static boolean endWith(List<String> syllables, List<String> end) {
        int from = syllables.size() - end.size();
        return from >= 0 && syllables.subList(from, syllables.size()).equals(end);
    }

    /** What a Chinese word sounds like. */
    static List<String> sounding(String word) {
        return word.chars().mapToObj(c -> Sounds.of(String.valueOf((char) c))).toList();
    }
}
