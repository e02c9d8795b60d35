package org.tongqu.hub.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as it is looked for: capital letters, digits and simplified characters in half width and nothing else, tone marks gone, V as U;
 * the same for its sound and for the first letters of its sound.
 *
 * @param from for each character of {@code text} the place in what was said that it comes from
 */
public record Spelling(String text, List<Integer> from) {
    /** What is longer is no name but a paste, and is found by its beginning. */
    private static final int LONGEST = 200;

    private static final String COMBINING = "\\p{M}+";

    public Spelling {
        from = List.copyOf(from);
    }

    /** As it is written. */
    public static Spelling of(String said) {
        StringBuilder text = new StringBuilder();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < said.length() && text.length() < LONGEST; ) {
            int point = said.codePointAt(i);
            String letters = letters(point);
            text.append(letters);
            for (int n = 0; n < letters.length(); n++) {
                from.add(i);
            }
            i += Character.charCount(point);
        }
        return new Spelling(text.toString(), from);
    }

    /** As it is written, then the pinyin and the initials of each way it can be read; the first alone where nothing is Chinese. */
    public static List<Spelling> all(String said) {
        Spelling written = of(said);
        List<Spelling> all = new ArrayList<>(List.of(written));
        if (written.text.chars().anyMatch(c -> Script.isHan((char) c))) {
            for (List<String> reading : Readings.of(written.text)) {
                all.add(written.sounding(reading));
                all.add(written.sounding(
                        reading.stream().map(sound -> sound.substring(0, 1)).toList()));
            }
        }
        return all;
    }

    private static String letters(int point) {
        if (point < 0x80) {
            return letter((char) point);
        }
        if (Script.isHan((char) point) && point <= Character.MAX_VALUE) {
            return Script.simple((char) point);
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .replaceAll(COMBINING, "")
                .toUpperCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        parts.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().replace('V', 'U');
    }

    private static String letter(char c) {
        char capital = Character.toUpperCase(c);
        return !Character.isLetterOrDigit(c) ? "" : capital == 'V' ? "U" : String.valueOf(capital);
    }

    private Spelling sounding(List<String> sounds) {
        StringBuilder heard = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            heard.append(sounds.get(i));
            for (int n = 0; n < sounds.get(i).length(); n++) {
                origins.add(from.get(i));
            }
        }
        return new Spelling(heard.toString(), origins);
    }
}
