package org.tongqu.connectors.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterBuilder;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one CSV parser of the house: the text of one record to its cells; strict about quotes. */
final class Cells {
    private final CsvReaderBuilder parser;
    private final CsvWriterBuilder writer;
    private final char delimiter;

    Cells(char delimiter) {
        this.delimiter = delimiter;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        this.writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0);
    }

    /** Absent where quotes do not add up. */
    Optional<List<String>> parse(String record) {
        if (record.isEmpty()) {
            return Optional.of(List.of(""));
        }
        try {
            return Optional.of(parser.ofSingleCsvRecord(record).getFields());
        } catch (CsvParseException bad) {
            return Optional.empty();
        }
    }

    /** Cells as they would be if quotes meant nothing: what can be said of a broken record. */
    List<String> plain(String record) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = record.indexOf(delimiter); at >= 0; at = record.indexOf(delimiter, from)) {
            cells.add(record.substring(from, at));
            from = at + 1;
        }
        cells.add(record.substring(from));
        return List.copyOf(cells);
    }

    /** The record that parses to these cells, without a line end. */
    String join(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = writer.build(text)) {
            csv.writeRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.getBuffer().substring(0, text.getBuffer().length() - 1);
    }

    int plainCount(String line) {
        return 1 + (int) line.chars().filter(c -> c == delimiter).count();
    }
}
