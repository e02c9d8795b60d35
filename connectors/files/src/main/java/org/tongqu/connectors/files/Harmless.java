package org.tongqu.connectors.files;

import java.util.List;
import java.util.regex.Pattern;

/** 公式注入: text that a spreadsheet would take for a formula gets an apostrophe before it goes out, and loses it when it comes back. */
final class Harmless {
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+@\\-\\t\\r].*", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?");
    private static final Pattern MADE_HARMLESS = Pattern.compile("'[=+@\\-\\t\\r].*", Pattern.DOTALL);

    private Harmless() {}

    static String text(String cell) {
        boolean dangerous =
                LIKE_A_FORMULA.matcher(cell).matches() && !FIGURE.matcher(cell).matches();
        return dangerous ? "'" + cell : cell;
    }

    static SourceRecord undone(SourceRecord record) {
        return record.cells().stream().anyMatch(Harmless::is) ? record.with(undone(record.cells())) : record;
    }

    private static List<String> undone(List<String> cells) {
        return cells.stream().map(cell -> is(cell) ? cell.substring(1) : cell).toList();
    }

    private static boolean is(String cell) {
        return MADE_HARMLESS.matcher(cell).matches();
    }
}
