package org.tongqu.bench.plain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A customer record, cleaned as a careful person would for any library: full width is half width, letters are small, blanks and
 * punctuation are gone, a place is without 省 or 市, of a social credit code the organisation's nine characters count, of telephones the digits.
 *
 * @param values by column; what is empty is not there
 */
record Firm(String id, Map<String, String> values) {
    private static final List<String> TEXTS = List.of("name", "former_name", "region", "address", "contact_name");
    private static final List<String> PLACES = List.of("province", "city", "district");
    private static final int LINE = 7;
    private static final int MOBILE = 11;
    private static final int ORGANISATION = 9;

    static List<Firm> all(Path records) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(records);
                Stream<NamedCsvRecord> each = rows.stream()) {
            return each.map(Firm::of).toList();
        }
    }

    private static Firm of(NamedCsvRecord row) {
        Map<String, String> values = new TreeMap<>();
        TEXTS.forEach(column -> values.put(column, plain(cell(row, column))));
        PLACES.forEach(column -> values.put(column, place(plain(cell(row, column)))));
        values.put("uscc", organisation(plain(cell(row, "uscc"))));
        values.put("phone", lastDigits(cell(row, "phone"), LINE));
        values.put("mobile", lastDigits(cell(row, "mobile"), MOBILE));
        values.put("email", cell(row, "email").strip().toLowerCase(Locale.ROOT));
        values.values().removeIf(String::isEmpty);
        return new Firm(cell(row, "record_id"), values);
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String place(String text) {
        return text.length() > 2 ? text.replaceFirst("(?:省|市|自治区|县|区|州|盟)$", "") : text;
    }

    private static String organisation(String code) {
        return switch (code.length()) {
            case 18 -> code.substring(8, 17);
            case ORGANISATION -> code;
            default -> "";
        };
    }

    private static String lastDigits(String text, int most) {
        String digits = plain(text).replaceAll("\\D", "");
        return digits.length() < LINE ? "" : digits.substring(Math.max(0, digits.length() - most));
    }
}
