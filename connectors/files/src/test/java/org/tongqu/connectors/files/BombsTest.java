package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.files.MadeWorkbook.part;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Refusal;

@DisplayName(
        "A small workbook that says very much is refused quickly and in bounded memory (the whole suite runs in 512 MB)")
class BombsTest {
    private static final Duration QUICKLY = Duration.ofSeconds(5);

    @Test
    @DisplayName("a sheet of 300 MB in a file of 750 KB is refused unread")
    void aSheetOfThreeHundredMegabytes() {
        byte[] bomb = Sheets.resource("/hostile/agent-xlsx/bomb_300MB_sheet.xlsx");

        assertThat(Quickly.within(Duration.ofSeconds(2), () -> Sheets.refusalOf(bomb))
                        .code())
                .isEqualTo("UNPACKS_TOO_LARGE");
    }

    @Test
    @DisplayName("a sheet that says it is small and unpacks to far more is stopped on the way, its first rows kept")
    void aSheetThatLiesAboutItsSize() {
        byte[] bomb = sharing("快", 100_000);
        lie(bomb, "xl/worksheets/sheet0.xml");

        Sheets sheet = Quickly.within(QUICKLY, () -> Sheets.of(bomb));

        assertThat(sheet.codes()).containsExactly("SHEET_BROKEN");
        assertThat(sheet.lines()).hasSizeBetween(10_000, 50_000);
    }

    @Test
    @DisplayName("one text of a megabyte, shared by twelve thousand cells, is refused by its length")
    void oneSharedTextOfAMegabyte() {
        byte[] bomb = sharing("x".repeat(1 << 20), 12_000);
        assertThat(bomb.length).isLessThan(120_000);

        assertThat(Quickly.within(QUICKLY, () -> Sheets.refusalOf(bomb)).code()).isEqualTo("TEXT_TOO_LONG");
    }

    @Test
    @DisplayName(
            "one text as long as Excel allows, shared by twelve thousand cells, is cut off before it fills the store")
    void theLongestTextInEveryRow() {
        byte[] bomb = sharing("x".repeat(32_767), 12_000);

        Sheets sheet = Quickly.within(QUICKLY, () -> Sheets.of(bomb));

        long kept = sheet.refused().stream().mapToLong(row -> row.raw().length).sum();
        assertThat(kept).isLessThan(32L << 20);
        assertThat(sheet.refused().getLast().refusals().getFirst().code()).isEqualTo("UNPACKS_TOO_LARGE");
    }

    @Test
    @DisplayName("three million shared texts cost little memory, and the last is as near as the first")
    void threeMillionSharedTexts() throws Exception {
        int many = 3_000_000;
        try (SharedStrings strings =
                SharedStrings.of(new Repeated("<sst>", "<si><t>沈阳机床%07d</t></si>", many, "</sst>"))) {
            assertThat(strings.at(0)).contains("沈阳机床0000000");
            assertThat(strings.at(many - 1)).contains("沈阳机床2999999");
            assertThat(strings.at(many)).isEmpty();
        }
    }

    @Test
    @DisplayName("a cell far out, in a column no spreadsheet has, costs its row and no memory")
    void aCellInAColumnNoSpreadsheetHas() {
        Sheets sheet = Sheets.of(MadeWorkbook.of("<c r='ZZZ2'><v>1</v></c>", MadeWorkbook.ROW));

        assertThat(sheet.codes()).containsExactly("BAD_ADDRESS");
        assertThat(sheet.lines()).hasSize(1);
    }

    @Test
    @DisplayName("a row beyond the last that Excel has ends the sheet")
    void aRowBeyondTheLast() {
        String sheet = MadeWorkbook.sheet(MadeWorkbook.ROW, MadeWorkbook.ROW)
                .replaceFirst("<row>(<c t='inlineStr'><is><t>2024)", "<row r='99999999'>$1");

        assertThat(Sheets.of(MadeWorkbook.raw(sheet)).codes()).containsExactly("TOO_MANY_ROWS");
    }

    @Test
    @DisplayName("a hundred thousand parts are refused before they are counted")
    void aHundredThousandParts() {
        byte[] bomb = MadeWorkbook.zip(zip -> {
            for (int at = 0; at < 100_000; at++) {
                part(zip, "p" + at, "");
            }
        });

        assertThat(Quickly.within(QUICKLY, () -> Sheets.refusalOf(bomb)).code()).isEqualTo("BROKEN_WORKBOOK");
    }

    @Test
    @DisplayName("three thousand parts fit in the table of contents and are refused all the same")
    void threeThousandParts() {
        byte[] bomb = MadeWorkbook.zip(zip -> {
            for (int at = 0; at < 3_000; at++) {
                part(zip, "p" + at, "");
            }
        });

        assertThat(Sheets.refusalOf(bomb).code()).isEqualTo("TOO_LARGE");
    }

    @Test
    @DisplayName("elements within elements without end are refused")
    void elementsWithinElements() {
        assertThat(Sheets.refusalOf(MadeWorkbook.raw("<worksheet><sheetData><row>" + "<c>".repeat(100_000)))
                        .code())
                .isEqualTo("SHEET_BROKEN");
    }

    @Test
    @DisplayName("a sheet with a DOCTYPE is refused, as the whole file is")
    void aSheetWithADoctype() {
        assertThat(Sheets.refusalOf(MadeWorkbook.raw("<!DOCTYPE x [<!ENTITY a 'b'>]>" + MadeWorkbook.sheet()))
                        .code())
                .isEqualTo("DOCTYPE");
    }

    @Test
    @DisplayName("no temporary file is left under a name, whatever came")
    void noTemporaryFileIsLeft() throws IOException {
        Refusal refusal = Sheets.refusalOf(Sheets.resource("/hostile/poi-xlsx/duplicate-filename.xlsx"));
        Sheets.of(MadeWorkbook.of(MadeWorkbook.ROW));

        assertThat(refusal.code()).isEqualTo("PART_TWICE");
        try (var left = java.nio.file.Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left)
                    .noneMatch(file -> String.valueOf(file.getFileName()).endsWith(".spool"));
        }
    }

    /** A heading and rows whose remark is one shared text. */
    private static byte[] sharing(String text, int rows) {
        String row = MadeWorkbook.ROW.replace("<c t='inlineStr'><is><t>快</t></is></c>", "<c t='s'><v>0</v></c>");
        String[] all = new String[rows];
        Arrays.fill(all, row);
        return MadeWorkbook.zip(zip -> {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            MadeWorkbook.frame(zip, 1, "6月");
            part(zip, "xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>");
            part(zip, "xl/worksheets/sheet0.xml", MadeWorkbook.sheet(all));
        });
    }

    /** Writes a small size into the table of contents. */
    private static void lie(byte[] zip, String name) {
        String latin = new String(zip, StandardCharsets.ISO_8859_1);
        int entry = latin.lastIndexOf("PK\u0001\u0002", latin.lastIndexOf(name));
        zip[entry + 24] = 1;
        zip[entry + 25] = zip[entry + 26] = zip[entry + 27] = 0;
    }

    /** A part that is made as it is read. */
    private static final class Repeated extends InputStream {
        private final String each;
        private final int times;
        private final String end;
        private ByteArrayInputStream now;
        private int at;

        Repeated(String begin, String each, int times, String end) {
            this.each = each;
            this.times = times;
            this.end = end;
            this.now = bytes(begin);
        }

        private static ByteArrayInputStream bytes(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (now.available() == 0 && at <= times) {
                now = bytes(at == times ? end : each.formatted(at));
                at++;
            }
            return now.read(to, from, length);
        }
    }
}
