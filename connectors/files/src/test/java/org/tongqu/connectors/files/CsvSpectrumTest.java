package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acid test of csv-spectrum: records and cells as its JSON says. */
class CsvSpectrumTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void everyFileIsPartedAsItsJsonSays(String name) throws IOException {
        String json =
                new String(Sheets.resource("/hostile/csv-spectrum/json/" + name + ".json"), StandardCharsets.UTF_8);

        assertThat(read(Sheets.resource("/hostile/csv-spectrum/csvs/" + name + ".csv")))
                .isEqualTo(new ObjectMapper().readValue(json, List.class));
    }

    /** Its text was damaged before it was published, which we say instead of storing it. */
    @org.junit.jupiter.api.Test
    void theFileWithReplacementCharactersIsRefusedByRow() throws IOException {
        Records records = records(Sheets.resource("/hostile/csv-spectrum/csvs/location_coordinates.csv"));
        records.next();

        assertThat(records.next())
                .isNotNull()
                .satisfies(record -> assertThat(record.trouble())
                        .isNotNull()
                        .satisfies(trouble -> assertThat(trouble.code()).isEqualTo("DAMAGED_TEXT")));
    }

    private static List<Map<String, String>> read(byte[] csv) throws IOException {
        Records records = records(csv);
        SourceRecord heading = java.util.Objects.requireNonNull(records.next());
        records.expectWidth(heading.cells().size());
        List<Map<String, String>> rows = new ArrayList<>();
        for (SourceRecord record = records.next(); record != null; record = records.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int at = 0; at < heading.cells().size(); at++) {
                row.put(heading.cells().get(at), record.cells().get(at));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Records records(byte[] csv) {
        return new Records(new PhysicalLines(new ByteArrayInputStream(csv), Encoding.UTF_8), Encoding.UTF_8, ',');
    }
}
