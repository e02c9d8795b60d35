package org.tongqu.hub.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;
import org.tongqu.connectors.files.Table;
import org.tongqu.connectors.files.Tables;

/** Reads an address book with the house's own readers and says what each column is likely to be. */
@Component
class BookReading {
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_COLUMNS = 300;

    /** What a file turned out to be. */
    sealed interface Read {
        /** @param fields of each column, empty where nobody knows it */
        record Rows(Form form, List<String> fields, List<BookRow> rows) implements Read {
            public Rows {
                fields = List.copyOf(fields);
                rows = List.copyOf(rows);
            }
        }

        record Unreadable(Refusal why) implements Read {}
    }

    Read read(byte[] file) {
        return switch (Tables.open(new ByteArrayInputStream(file), file.length, BookField.known())) {
            case Tables.Opening.Unreadable(Refusal why) -> new Read.Unreadable(why);
            case Tables.Opening.Opened(Table table) -> closing(table);
        };
    }

    private static Read closing(Table table) {
        try (table) {
            return rows(table);
        }
    }

    private static Read rows(Table table) {
        List<String> headings = table.headings();
        if (headings.size() > MOST_COLUMNS) {
            return new Read.Unreadable(BookWords.tooManyColumns(headings.size(), MOST_COLUMNS));
        }
        List<String> fields = headings.stream()
                .map(heading -> BookField.of(heading).map(BookField::name).orElse(""))
                .toList();
        List<BookRow> rows = new ArrayList<>();
        for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
            if (rows.size() == MOST_ROWS) {
                return new Read.Unreadable(BookWords.tooManyRows(MOST_ROWS));
            }
            Table.Row found = row.get();
            rows.add(BookRow.of(
                    found.number(), found.cells(), found.raw(), found.trouble().orElse(null), fields));
        }
        return rows.isEmpty() ? new Read.Unreadable(BookWords.noRows()) : new Read.Rows(table.form(), fields, rows);
    }
}
