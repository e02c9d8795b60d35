package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet.Row;

/** One agent's June report spoilt in every way of EXPECTED.tsv: what must come of each file. */
class HostileAgentFilesTest {
    private static final Sheets CLEAN = Sheets.hostile("clean.csv");

    private static final Set<String> SEEN_TO = Set.of(
            "clean.csv",
            "utf16le_bom.csv",
            "utf16be_bom.csv",
            "gbk.csv",
            "gb18030_rare.csv",
            "big5.csv",
            "semicolon.csv",
            "cr_only.csv",
            "mixed_newlines.csv",
            "trailing_delimiters.csv",
            "preamble_3_lines.csv",
            "header_only.csv",
            "no_header.csv",
            "columns_swapped.csv",
            "missing_column_amount.csv",
            "duplicate_header.csv",
            "long_row.csv",
            "qty_negative_return.csv",
            "amount_wan.csv",
            "amount_huge.csv",
            "amount_exponent.csv",
            "amount_nan.csv",
            "date_formats.csv",
            "date_impossible.csv",
            "date_future.csv",
            "formula_injection.csv",
            "html_injection.csv",
            "nul_byte.csv",
            "quote_in_cell.csv",
            "unclosed_quote.csv",
            "truncated_last_row.csv");

    @Test
    void everyFileOfExpectedTsvIsSeenToHere() {
        String table = new String(Sheets.hostileBytes("EXPECTED.tsv"), StandardCharsets.UTF_8);
        Set<String> named = table.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(SEEN_TO);
    }

    @Test
    void theCleanReportHasThirtySalesWithTheirLineNumbers() {
        assertThat(CLEAN.lines()).hasSize(30);
        assertThat(CLEAN.refused()).isEmpty();
        assertThat(CLEAN.ignored()).isZero();
        SalesLine first = CLEAN.lines().getFirst();
        assertThat(first.rowNo()).isEqualTo(2);
        assertThat(first.reportNo()).isEqualTo("2024-06");
        assertThat(first.agentName()).isEqualTo("沈阳盛达机电代理有限公司");
        assertThat(first.soldOn()).isEqualTo(LocalDate.of(2024, 6, 21));
        assertThat(first.customer().name()).isEqualTo("成都东方汽轮配套厂");
        assertThat(first.model()).isEqualTo("QD20-22.5");
        assertThat(first.productName()).isEqualTo("QD20/5t-22.5m 桥式起重机");
        assertThat(first.qty()).isEqualByComparingTo("2");
        assertThat(first.unitPrice()).isEqualByComparingTo("412000");
        assertThat(first.amount()).isEqualByComparingTo("824000");
        assertThat(first.contractNo()).isEqualTo("DL-2024-7000");
        assertThat(first.paid()).isEqualByComparingTo("0");
        assertThat(first.remark()).isNull();
        assertThat(CLEAN.lines()).allSatisfy(line -> assertThat(line.flags()).isEmpty());
        assertThat(CLEAN.lines().stream().map(SalesLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("18332500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf16le_bom.csv",
                "utf16be_bom.csv",
                "gbk.csv",
                "semicolon.csv",
                "cr_only.csv",
                "mixed_newlines.csv",
                "trailing_delimiters.csv",
                "preamble_3_lines.csv",
                "columns_swapped.csv",
                "amount_wan.csv"
            })
    void theSameReportWrittenAnotherWaySaysTheSame(String name) {
        Sheets sheet = Sheets.hostile(name);

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.hashes()).isEqualTo(CLEAN.hashes());
        assertThat(sheet.lines())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringFields("rowNo")
                .isEqualTo(CLEAN.lines());
    }

    @Test
    void rareCharactersOfGb18030StayWhole() {
        Sheets sheet = Sheets.hostile("gb18030_rare.csv");

        assertThat(sheet.lines()).hasSize(30);
        assertThat(sheet.form().charset()).isEqualTo("GB18030");
        assertThat(sheet.line(5).customer().name()).isEqualTo("㙍䶮𠮷重工有限公司");
    }

    @Test
    void big5IsRefusedWhole() {
        Refusal refusal = Sheets.refusalOf(Sheets.hostileBytes("big5.csv"));

        assertThat(refusal.code()).isEqualTo("NO_HEADING");
        assertThat(refusal.zh()).contains("Big5");
        assertThat(refusal.en()).contains("Big5");
    }

    @Test
    void preambleLinesCountAsIgnored() {
        assertThat(Sheets.hostile("preamble_3_lines.csv").ignored()).isEqualTo(3);
        assertThat(Sheets.hostile("preamble_3_lines.csv").form().headingRow()).isEqualTo(4);
        assertThat(Sheets.hostile("preamble_3_lines.csv").lines().getFirst().rowNo())
                .isEqualTo(5);
    }

    @Test
    void aHeadingAloneIsASheetWithoutRows() {
        Sheets sheet = Sheets.hostile("header_only.csv");

        assertThat(sheet.rows()).isEmpty();
        assertThat(sheet.form().headingRow()).isEqualTo(1);
    }

    @Test
    void rowsWithoutAHeadingAreRefusedWhole() {
        assertThat(Sheets.refusalOf(Sheets.hostileBytes("no_header.csv")).code())
                .isEqualTo("NO_HEADING");
    }

    @Test
    void aColumnNamedTwiceIsRefusedWholeAndNamed() {
        Refusal refusal = Sheets.refusalOf(Sheets.hostileBytes("duplicate_header.csv"));

        assertThat(refusal.code()).isEqualTo("DUPLICATE_COLUMN");
        assertThat(refusal.zh()).contains("第 7 列「数量」").contains("第 9 列「数量」").contains("第 1 行");
        assertThat(refusal.en()).contains("column 7").contains("column 9").contains("line 1");
    }

    @Test
    void missingAmountsAreWorkedOutAndFlagged() {
        Sheets sheet = Sheets.hostile("missing_column_amount.csv");

        assertThat(sheet.lines()).hasSize(30);
        assertThat(sheet.lines()).allSatisfy(line -> assertThat(line.flags()).containsExactly("AMOUNT_WORKED_OUT"));
        assertThat(sheet.line(2).amount()).isEqualByComparingTo("824000");
    }

    @Test
    void aReturnCountsAsMinus() {
        Sheets sheet = Sheets.hostile("qty_negative_return.csv");

        assertThat(sheet.lines()).hasSize(30);
        assertThat(sheet.line(6).qty()).isEqualByComparingTo("-1");
        assertThat(sheet.line(6).amount()).isEqualByComparingTo("-338000");
    }

    @Test
    void anExponentIsReadExactlyAndTheDifferenceShown() {
        Sheets sheet = Sheets.hostile("amount_exponent.csv");

        assertThat(sheet.lines()).hasSize(30);
        assertThat(sheet.line(4).amount()).isEqualByComparingTo("186000");
        assertThat(sheet.line(4).flags()).containsExactly("AMOUNT_DIFFERS");
    }

    @Test
    void unambiguousDatesAreReadAndTheAmbiguousOneIsAskedAbout() {
        Sheets sheet = Sheets.hostile("date_formats.csv");

        assertThat(sheet.lines()).hasSize(29);
        assertThat(sheet.lines().stream().filter(line -> line.rowNo() <= 10).map(SalesLine::soldOn))
                .hasSize(8)
                .containsOnly(LocalDate.of(2024, 6, 3));
        assertThat(sheet.theRefused().rowNo()).isEqualTo(6);
        assertThat(sheet.codes()).containsExactly("AMBIGUOUS_DATE");
    }

    @Test
    void aDateInTheFutureIsAcceptedAndFlagged() {
        Sheets sheet = Sheets.hostile("date_future.csv");

        assertThat(sheet.lines()).hasSize(30);
        assertThat(sheet.line(10).flags()).containsExactly("DATE_IN_FUTURE");
    }

    @Test
    void textThatLooksLikeAFormulaOrMarkupStaysText() {
        assertThat(Sheets.hostile("formula_injection.csv").line(3).remark())
                .isEqualTo("=HYPERLINK(\"http://127.0.0.1:9/\",\"点我\")");
        assertThat(Sheets.hostile("html_injection.csv").lines())
                .hasSize(30)
                .anySatisfy(line -> assertThat(line.remark()).isEqualTo("<img src=x onerror=alert(1)>"));
        assertThat(Sheets.hostile("quote_in_cell.csv").line(3).remark()).isEqualTo("规格 \"重型\"");
        assertThat(Sheets.hostile("quote_in_cell.csv").lines()).hasSize(30);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "long_row.csv, 12, TOO_MANY_CELLS",
        "amount_huge.csv, 4, OUT_OF_RANGE",
        "amount_nan.csv, 4, BAD_NUMBER",
        "date_impossible.csv, 10, BAD_DATE",
        "nul_byte.csv, 3, NUL_BYTE",
        "unclosed_quote.csv, 12, UNCLOSED_QUOTE",
        "truncated_last_row.csv, 31, TOO_FEW_CELLS"
    })
    void oneBadRowIsSetAsideWithItsLineAndReasonAndTheOther29ComeIn(String name, long row, String code) {
        Sheets sheet = Sheets.hostile(name);

        assertThat(sheet.codes()).containsExactly(code);
        assertThat(sheet.theRefused().rowNo()).isEqualTo(row);
        List<String> others = CLEAN.lines().stream()
                .filter(line -> line.rowNo() != row)
                .map(SalesLine::contentHash)
                .toList();
        assertThat(sheet.hashes()).isEqualTo(others);
    }

    @Test
    void theBytesOfARowAreThoseOfTheFile() {
        byte[] file = Sheets.hostileBytes("gbk.csv");
        String latin = new String(file, StandardCharsets.ISO_8859_1);
        List<String> lines = latin.lines().toList();

        assertThat(Sheets.hostile("gbk.csv").rows()).allSatisfy(row -> {
            byte[] raw = ((Row.Understood) row).raw();
            assertThat(new String(raw, StandardCharsets.ISO_8859_1)).isEqualTo(lines.get((int) row.rowNo() - 1));
        });
    }
}
