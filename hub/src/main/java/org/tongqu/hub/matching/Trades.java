package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What firms do, in the words of their names: one line of the list is one trade in English and in Chinese, long and short. */
final class Trades {
    private static final int LONGEST = 7;
    private static final Map<String, List<Integer>> CHINESE = new HashMap<>();
    private static final Map<String, List<Integer>> ENGLISH = new HashMap<>();

    static {
        List<String> lines = Lexicon.lines("trades.tsv");
        for (int trade = 0; trade < lines.size(); trade++) {
            int tab = lines.get(trade).indexOf('\t');
            for (String phrase : lines.get(trade).substring(0, tab).split(";", -1)) {
                ENGLISH.computeIfAbsent(phrase, none -> new ArrayList<>()).add(trade);
            }
            for (String word : lines.get(trade).substring(tab + 1).split(" ", -1)) {
                CHINESE.computeIfAbsent(word, none -> new ArrayList<>()).add(trade);
            }
        }
    }

    private static final String FIRST = String.join(
            "",
            CHINESE.keySet().stream()
                    .map(word -> word.substring(0, 1))
                    .sorted()
                    .distinct()
                    .toList());

    private Trades() {}

    static Stream<String> words() {
        return CHINESE.keySet().stream();
    }

    static boolean isWord(String chinese) {
        return CHINESE.containsKey(chinese);
    }

    /** Whether some trade's word begins with it. */
    static boolean begins(char first) {
        return FIRST.indexOf(first) >= 0;
    }

    static boolean isPhrase(String english) {
        return ENGLISH.containsKey(english);
    }

    static List<Integer> ofPhrase(String english) {
        return ENGLISH.getOrDefault(english, List.of());
    }

    static List<Integer> of(String chinese) {
        return CHINESE.getOrDefault(chinese, List.of());
    }

    /** How many characters at the end of a name are words of trades, at the most: 精密机械 and 设备, not 机械设备 behind an unknown 精密. */
    static int lengthAtEnd(String name) {
        boolean[] begins = new boolean[name.length() + 1];
        begins[name.length()] = true;
        int first = name.length();
        for (int end = name.length(); end > 0; end--) {
            for (int length = Math.min(LONGEST, end); begins[end] && length >= 1; length--) {
                if (isWord(name.substring(end - length, end)) && (length > 1 || end == name.length())) {
                    begins[end - length] = true;
                    first = Math.min(first, end - length);
                }
            }
        }
        return name.length() - first;
    }

    /** The trade said by the longest known word at the head of it, or at its end; empty where the list does not know it. */
    static List<Integer> said(String trade) {
        if (CHINESE.containsKey(trade)) {
            return of(trade);
        }
        for (int length = Math.min(LONGEST, trade.length()); length >= 2; length--) {
            if (isWord(trade.substring(0, length))) {
                return of(trade.substring(0, length));
            }
        }
        for (int length = Math.min(LONGEST, trade.length()); length >= 2; length--) {
            if (isWord(trade.substring(trade.length() - length))) {
                return of(trade.substring(trade.length() - length));
            }
        }
        return List.of();
    }

    static boolean share(List<Integer> a, List<Integer> b) {
        return a.stream().anyMatch(b::contains);
    }
}
