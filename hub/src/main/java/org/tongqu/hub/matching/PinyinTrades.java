package org.tongqu.hub.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of trades by their sound: JI CHUANG is 机床. */
final class PinyinTrades {
    private static final int LONGEST = 8;
    private static final Map<String, String> WORDS = words();

    private PinyinTrades() {}

    private static Map<String, String> words() {
        Map<String, String> all = new HashMap<>();
        Trades.words()
                .filter(word -> word.length() > 1)
                .sorted()
                .forEach(word -> all.putIfAbsent(Syllables.folded(Syllables.sounding(word)), word));
        return all;
    }

    /** The words of trades at the end, in characters; one character for each syllable, empty for none. */
    static String atEnd(List<String> syllables) {
        for (int length = Math.min(LONGEST, syllables.size()); length > 1; length--) {
            int at = syllables.size() - length;
            String word = WORDS.get(Syllables.folded(syllables.subList(at, syllables.size())));
            if (word != null && word.length() == length) {
                return atEnd(syllables.subList(0, at)) + word;
            }
        }
        return "";
    }
}
