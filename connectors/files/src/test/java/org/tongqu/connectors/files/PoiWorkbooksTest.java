package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Workbooks of all makes, from POI's own tests, are read cell by cell or refused with a reason")
class PoiWorkbooksTest {

    @ParameterizedTest
    @DisplayName("one that is no report of sales is read and answered with NO_HEADING, not called broken")
    @ValueSource(
            strings = {
                "59746_NoRowNums",
                "Booleans",
                "DateFormatTests",
                "InlineStrings",
                "MalformedSSTCount",
                "NumberFormatTests",
                "SampleSS",
                "TwoSheetsOneHidden",
                "noSharedStringTable",
                "right-to-left",
                "sample.strict",
                "unicodeSheetName"
            })
    void oneThatReportsNoSalesIsReadAndAnswered(String name) throws Exception {
        assertThat(Sheets.refusalOf(bytes(name)).code()).isEqualTo("NO_HEADING");
        assertThat(cells(name, 0)).isNotEmpty();
    }

    @ParameterizedTest
    @DisplayName("password, damage, fuzzers' finds, bombs and bait are refused, each with its reason")
    @CsvSource({
        "protected_passtika, PASSWORD",
        "xlsx-corrupted, BROKEN_WORKBOOK",
        "clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5542865479270400, BROKEN_WORKBOOK",
        "clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808, BROKEN_WORKBOOK",
        "poc-xmlbomb, DOCTYPE",
        "xxe_in_schema, FOREIGN_SCHEMA",
        "duplicate-filename, PART_TWICE"
    })
    void theHostileAreRefused(String name, String code) {
        assertThat(Sheets.refusalOf(bytes(name)).code()).isEqualTo(code);
    }

    @Test
    @DisplayName("strict OOXML is read like the other")
    void strictIsReadLikeTheOther() throws Exception {
        assertThat(cells("sample.strict", 0)).contains(List.of("Lorem", "111")).hasSize(10);
    }

    @Test
    @DisplayName("inline strings, no table of shared strings, wrong counts in it, no row numbers")
    void whereverTheTextStands() throws Exception {
        assertThat(cells("InlineStrings", 0))
                .anySatisfy(row -> assertThat(String.join("", row)).contains("Numbers"));
        assertThat(cells("noSharedStringTable", 0)).isNotEmpty();
        assertThat(cells("MalformedSSTCount", 0))
                .anySatisfy(row -> assertThat(row).contains("asdfXZc"));
        assertThat(cells("59746_NoRowNums", 0)).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("hidden sheets are not shown to us either, and truth values are words")
    void hiddenSheetsAndTruthValues() throws Exception {
        assertThat(sheets("TwoSheetsOneHidden")).hasSize(1);
        assertThat(cells("Booleans", 0).toString()).contains("TRUE").contains("FALSE");
    }

    private static byte[] bytes(String name) {
        return Sheets.resource("/hostile/poi-xlsx/" + name + ".xlsx");
    }

    private static Workbook workbook(String name) throws IOException, Unfit {
        return Workbook.open(Spool.of(new ByteArrayInputStream(bytes(name)), Workbook.LARGEST));
    }

    private static List<Workbook.Sheet> sheets(String name) throws IOException, Unfit {
        try (Workbook workbook = workbook(name)) {
            return workbook.sheets();
        }
    }

    private static List<List<String>> cells(String name, int sheet) throws IOException, Unfit {
        try (Workbook workbook = workbook(name);
                SheetRows rows = workbook.rows(workbook.sheets().get(sheet))) {
            List<List<String>> cells = new ArrayList<>();
            for (@Nullable SourceRecord row = rows.next(); row != null; row = rows.next()) {
                assertThat(row.trouble()).isNull();
                cells.add(row.cells());
            }
            assertThat(rows.broken()).isEmpty();
            return cells;
        }
    }

    @Test
    @DisplayName("a refused workbook leaves nothing open behind it")
    void aRefusedWorkbookLeavesNothingOpen() throws Exception {
        Spool spool = Spool.of(new ByteArrayInputStream(bytes("duplicate-filename")), Workbook.LARGEST);

        assertThatThrownBy(() -> Workbook.open(spool)).isInstanceOf(Unfit.class);
        assertThat(spool.channel().isOpen()).isFalse();
    }
}
