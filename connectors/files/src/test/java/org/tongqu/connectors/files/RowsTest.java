package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet.Row;

/** A bad row never sinks a good one and never disappears; what is no row is passed over and counted. */
class RowsTest {
    private static final String ROW = "2024-06-03,沈阳一机,CK6140,2,100,200,C-1,快\n";
    private static final String NEXT = "2024-06-04,大连二机,J2108,1,100,100,C-2,\n";

    @Test
    void allThatIsWrongWithARowIsSaidAtOnce() {
        Sheets sheet = Sheets.of(Sheets.HEADING + "2024-02-30,,,two,NaN,1,,\n" + ROW);

        assertThat(sheet.theRefused().refusals())
                .extracting(Refusal::pointer, Refusal::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sold_on", "BAD_DATE"),
                        org.assertj.core.groups.Tuple.tuple("customer_name", "REQUIRED"),
                        org.assertj.core.groups.Tuple.tuple("product_code", "REQUIRED"),
                        org.assertj.core.groups.Tuple.tuple("qty", "BAD_NUMBER"),
                        org.assertj.core.groups.Tuple.tuple("unit_price", "BAD_NUMBER"));
        assertThat(sheet.lines()).hasSize(1);
    }

    @Test
    void badBytesRefuseOnlyTheirRow() {
        byte[] file = (Sheets.HEADING + ROW + "2024-06-03,沈阳\u00ff机,CK6140,2,100,200,C-1,\n" + NEXT)
                .getBytes(StandardCharsets.UTF_8);
        byte[] spoilt = replace(file, "\u00ff".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC9, (byte) 0xF2});

        Sheets sheet = Sheets.of(spoilt);

        assertThat(sheet.codes()).containsExactly("BAD_BYTES");
        assertThat(sheet.theRefused().rowNo()).isEqualTo(3);
        assertThat(sheet.theRefused().raw()).contains(0xC9, 0xF2);
        assertThat(sheet.lines()).hasSize(2);
    }

    @Test
    void halfASurrogatePairInUtf16RefusesOnlyItsRow() {
        byte[] file = (Sheets.HEADING + ROW + "2024-06-03,沈阳X机,CK6140,2,100,200,C-1,\n" + NEXT)
                .getBytes(StandardCharsets.UTF_16LE);
        byte[] spoilt = replace(file, "X".getBytes(StandardCharsets.UTF_16LE), new byte[] {0x00, (byte) 0xD8});

        Sheets sheet = Sheets.of(spoilt);

        assertThat(sheet.codes()).containsExactly("BAD_BYTES");
        assertThat(sheet.lines()).hasSize(2);
    }

    @Test
    void aReplacementCharacterIsNeverStored() {
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("一", "\uFFFD") + NEXT).codes())
                .containsExactly("DAMAGED_TEXT");
    }

    @Test
    void aCharacterWhoseBytesHoldALineEndDoesNotTearUtf16Lines() {
        Sheets sheet = Sheets.of(Sheets.HEADING + ROW.replace("一", "上\u0d0a\u0a0d"), StandardCharsets.UTF_16BE);

        assertThat(sheet.lines().getFirst().customer().name()).isEqualTo("沈阳上\u0d0a\u0a0d机");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void aQuotedCellMayRunOverLinesAndRowNumbersStayThoseOfTheFile(String end) {
        String file =
                (Sheets.HEADING + ROW.replace("快", "\"第一行,有逗号\n第二行 \"\"好\"\"\n\n第四行\"") + NEXT).replace("\n", end);

        Sheets sheet = Sheets.of(file);

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.line(2).remark()).isEqualTo("第一行,有逗号" + end + "第二行 \"好\"" + end + end + "第四行");
        assertThat(sheet.line(6).model()).isEqualTo("J2108");
    }

    @Test
    void anUnclosedQuoteNeverSwallowsTheRowsBelow() {
        String broken = "2024-06-05,\"鞍山三机,CK6140,2,100,200,C-3,坏\n";
        String closesLater = "2024-06-06,本溪四机,CK6140,2,100,200,C-4,直径5\"\n";

        assertThat(Sheets.of(Sheets.HEADING + ROW + broken + NEXT).codes()).containsExactly("UNCLOSED_QUOTE");
        assertThat(Sheets.of(Sheets.HEADING + ROW + broken + NEXT).lines()).hasSize(2);
        assertThat(Sheets.of(Sheets.HEADING + broken + closesLater + NEXT).lines())
                .extracting(SalesLine::remark)
                .containsExactly("直径5\"", null);
        assertThat(Sheets.of(Sheets.HEADING + broken + broken + NEXT).refusedRows())
                .containsExactly(2L, 3L);
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("快", "\"快") + closesLater + NEXT)
                        .codes())
                .containsExactly("UNCLOSED_QUOTE");
        assertThat(Sheets.of(Sheets.HEADING + ROW + "2024-06-05,\"鞍山").codes()).containsExactly("UNCLOSED_QUOTE");
    }

    @Test
    void aQuotedCellOfMoreThanFiftyLinesIsABreak() {
        Sheets sheet = Sheets.of(Sheets.HEADING + ROW.replace("快", "\"x\n" + "y\n".repeat(60) + "\"") + NEXT);

        assertThat(sheet.refused().getFirst().refusals().getFirst().code()).isEqualTo("UNCLOSED_QUOTE");
        assertThat(sheet.lines()).extracting(SalesLine::model).containsExactly("J2108");
    }

    @Test
    void textBehindAClosingQuoteIsRefused() {
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("快", "\"快\"慢") + NEXT).codes())
                .containsExactly("BAD_QUOTES");
    }

    @Test
    void aLineOrCellThatIsTooLongIsRefusedAndTheNextOneRead() {
        Sheets sheet = Sheets.of(
                Sheets.HEADING + ROW.replace("快", "长".repeat(100_000)) + ROW.replace("沈阳一机", "名".repeat(201)) + NEXT);

        assertThat(sheet.codes()).containsExactly("LINE_TOO_LONG", "CELL_TOO_LONG");
        assertThat(sheet.refused().getFirst().raw()).hasSize(PhysicalLines.MAX_BYTES);
        assertThat(sheet.line(4).model()).isEqualTo("J2108");
    }

    @Test
    void cellsBeyondTheHeadingAreRefusedUnlessEmpty() {
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("\n", ",, \n")).lines())
                .hasSize(1);
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("\n", ",,x\n")).codes())
                .containsExactly("TOO_MANY_CELLS");
    }

    @Test
    void aRowMayLackOnlyItsRemarkAndNotAtTheEndOfACutFile() {
        String short1 = "2024-06-03,沈阳一机,CK6140,2,100,200,C-1";

        assertThat(Sheets.of(Sheets.HEADING + short1 + "\n" + NEXT).lines()).hasSize(2);
        assertThat(Sheets.of(Sheets.HEADING + NEXT + short1).codes()).containsExactly("TOO_FEW_CELLS");
        assertThat(Sheets.of(Sheets.HEADING + "2024-06-03,沈阳一机,CK6140,2,100,200\n" + NEXT)
                        .codes())
                .containsExactly("TOO_FEW_CELLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                ",,,,,,,\n",
                " , ,\n",
                "合计,,,60,,18332500,,\n",
                ",,合计：,60,,18332500,,\n",
                "Total,,,60,,1,,\n",
                "6月小计,,,60,,1,,\n",
                "总计(30笔),,,60,,1,,\n",
                "2024-06-30,合计,,60,,1,,\n",
                "注：以上金额含税,不含运费\n",
                "制表人：王工,,审核：李工,,,,,\n",
                "* 含安装调试\n",
                "Note: all prices include tax\n"
            })
    void blankTotalAndNoteLinesAreIgnoredAndCounted(String line) {
        Sheets sheet = Sheets.of(Sheets.HEADING + ROW + line + NEXT);

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet.ignored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-03,合计实业有限公司,CK6140,x,100,200,C-1,\n",
                "2024-06-03\n",
                "沈阳一机\n",
                ",沈阳一机,CK6140,2,100,200,C-1,合计\n",
                "2024-02-30,沈阳一机,CK6140,x,,,,注:急\n"
            })
    void whatMightBeARowIsNeverPassedOver(String line) {
        Sheets sheet = Sheets.of(Sheets.HEADING + ROW + line + NEXT);

        assertThat(sheet.refused()).hasSize(1);
        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet.ignored()).isZero();
    }

    @Test
    void aSecondTableIsIgnoredAndTheFirstMayGoOnUnderItsHeadingSaidAgain() {
        Sheets sheet =
                Sheets.of(Sheets.HEADING + ROW + "\n库存情况\n产品型号,库存\nCK6140,12\nJ2108,5\n\n" + Sheets.HEADING + NEXT);

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet.ignored()).isEqualTo(7);
    }

    @Test
    void aSecondTableOfSalesUnderOtherHeadingsIsIgnoredToo() {
        Sheets sheet =
                Sheets.of(Sheets.HEADING + ROW + "\n客户名称,计划日期,日期,型号,数量,价格,备注,其他\n沈阳,2026-01-01,2026-01-01,X,1,2,a,b\n");

        assertThat(sheet.lines()).hasSize(1);
        assertThat(sheet.ignored()).isEqualTo(3);
    }

    @Test
    void aGoodRowBelowAStrayLineIsNeverTakenForASecondTable() {
        Sheets sheet = Sheets.of(Sheets.HEADING + ROW + "\n某某,未知\n" + NEXT);

        assertThat(sheet.lines()).hasSize(2);
    }

    @Test
    void amountsAreWorkedOutLeftOpenOrComparedAndFlagged() {
        Sheets sheet = Sheets.of(Sheets.HEADING
                + "2024-06-03,沈阳一机,CK6140,3,33.33,,C-1,\n"
                + "2024-06-03,沈阳一机,CK6140,3,,,C-1,\n"
                + "2024-06-03,沈阳一机,CK6140,3,33.33,100.00,C-1,\n"
                + "2024-06-03,沈阳一机,CK6140,3,33.33,100.03,C-1,\n");

        assertThat(sheet.lines())
                .extracting(SalesLine::flags)
                .containsExactly(
                        List.of("AMOUNT_WORKED_OUT"), List.of("AMOUNT_OPEN"), List.of(), List.of("AMOUNT_DIFFERS"));
        assertThat(sheet.line(2).amount()).isEqualByComparingTo("99.99");
        assertThat(sheet.line(3).amount()).isNull();
    }

    @Test
    void codesBecomeHalfWidthAndNamesStayAsTheyAreWritten() {
        SalesLine line = Sheets.of(Sheets.HEADING + "2024-06-03,　沈阳（集团）ＡＢ 厂\u00a0,ＣＫ６１４０,２,,,ＤＬ－１,\n")
                .lines()
                .getFirst();

        assertThat(line.model()).isEqualTo("CK6140");
        assertThat(line.contractNo()).isEqualTo("DL-1");
        assertThat(line.customer().name()).isEqualTo("沈阳（集团）ＡＢ 厂");
    }

    @Test
    void theContentHashSeesContentAndNothingElse() {
        String hash = Sheets.of(Sheets.HEADING + ROW).hashes().getFirst();

        assertThat(Sheets.of(
                                "\n" + Sheets.HEADING + "2024/6/3, 沈阳一机 ,ＣＫ６１４０,2.00,¥100.00,\"200\",C-1,快\n",
                                Charset.forName("GB18030"))
                        .hashes())
                .containsExactly(hash);
        assertThat(Sheets.of("合同号,备注,金额(万元),数量,型号,客户,销售日期,单价,业务员\nC-1,快,0.02,2,CK6140,沈阳一机,2024-06-03,100,\n")
                        .hashes())
                .containsExactly(hash);
        assertThat(Sheets.of(Sheets.HEADING + ROW.replace("快", "慢")).hashes()).doesNotContain(hash);
        assertThat(Sheets.of(Sheets.HEADING.replace("\n", ",业务员\n") + ROW.replace("\n", ",老张\n"))
                        .hashes())
                .doesNotContain(hash);
    }

    @Test
    void rowsOfTheSameFileReadAgainAreTheSameSoReadingCanResume() {
        Sheets once = Sheets.hostile("unclosed_quote.csv");
        Sheets again = Sheets.hostile("unclosed_quote.csv");

        assertThat(again.rows())
                .extracting(Row::rowNo)
                .isEqualTo(once.rows().stream().map(Row::rowNo).toList())
                .isSorted();
    }

    private static byte[] replace(byte[] in, byte[] what, byte[] with) {
        String latin = new String(in, StandardCharsets.ISO_8859_1);
        return latin.replace(
                        new String(what, StandardCharsets.ISO_8859_1), new String(with, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
