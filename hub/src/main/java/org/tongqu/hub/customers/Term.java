package org.tongqu.hub.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongqu.hub.matching.Spelling;

/**
 * What somebody typed into a box, as pieces that must all be found; where they stand does not matter.
 *
 * @param pieces as {@link Spelling} writes them, so they hold nothing that LIKE takes for a sign of its own; none where nothing can be found
 */
record Term(List<String> pieces) {
    private static final Pattern TELEPHONE = Pattern.compile("[+(]?[0-9][0-9 ()+-]{4,}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)\\s*86");

    static Term of(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (TELEPHONE.matcher(narrow).matches()) {
            return new Term(List.of(digits(narrow)));
        }
        return new Term(Arrays.stream(narrow.split("\\s+"))
                .map(piece -> Spelling.of(piece).text())
                .filter(piece -> !piece.isEmpty())
                .distinct()
                .toList());
    }

    /** A telephone number without country code and signs. */
    static String digits(String said) {
        return COUNTRY.matcher(said).replaceFirst("").replaceAll("[^0-9]", "");
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    String[] likes() {
        return pieces.stream().map(piece -> "%" + piece + "%").toArray(String[]::new);
    }

    Integer[] grams() {
        return Grams.of(pieces);
    }

    /** Whether all pieces stand in one or other of these. */
    boolean in(List<String> texts) {
        return !isEmpty() && pieces.stream().allMatch(piece -> texts.stream().anyMatch(text -> text.contains(piece)));
    }

    Stream<String> each() {
        return pieces.stream();
    }
}
