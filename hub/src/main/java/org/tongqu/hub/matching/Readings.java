package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways a name can be read aloud, one sound a character: 长 is CHANG in 长春 and ZHANG in 长官, and nobody who types it thinks of the other. */
final class Readings {
    /** A name of many such characters is found by its first ways; each more would make every such name longer in the store. */
    private static final int MOST = 4;

    private static final Map<Character, List<String>> ALSO = also();

    private Readings() {}

    private static Map<Character, List<String>> also() {
        Map<Character, List<String>> also = new HashMap<>();
        for (String line : Lexicon.lines("also-read.tsv")) {
            int tab = line.indexOf('\t');
            String sound = line.substring(0, tab).toUpperCase(Locale.ROOT);
            for (int i = tab + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                if (!sound.equals(Sounds.of(String.valueOf(c)))) {
                    also.computeIfAbsent(c, none -> new ArrayList<>()).add(sound);
                }
            }
        }
        return also;
    }

    /** @param text without blanks and signs */
    static List<List<String>> of(String text) {
        List<List<String>> ways = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            List<String> others = ALSO.getOrDefault(c, List.of());
            int known = ways.size();
            for (int way = 0; way < known; way++) {
                for (String other : others) {
                    if (ways.size() < MOST) {
                        ways.add(with(ways.get(way), other));
                    }
                }
                ways.get(way).add(typed(Sounds.of(String.valueOf(c))));
            }
        }
        return ways;
    }

    private static List<String> with(List<String> before, String sound) {
        List<String> way = new ArrayList<>(before);
        way.add(typed(sound));
        return way;
    }

    /** ü is typed V by some and U by others. */
    private static String typed(String sound) {
        return sound.replace('V', 'U');
    }
}
