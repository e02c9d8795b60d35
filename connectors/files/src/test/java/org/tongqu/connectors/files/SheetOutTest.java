package org.tongqu.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A list written into a workbook")
class SheetOutTest {
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 24", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    @DisplayName("tells what a spreadsheet could take for a formula as a text, whole")
    void aFormulaIsAText(String dangerous) throws IOException {
        String sheet = sheet(out -> out.text(dangerous).end());
        assertThat(sheet).doesNotContain("<f>", "<f ").contains("t=\"inlineStr\"", dangerous.strip());
    }

    @Test
    @DisplayName("carries amounts to the cent as numbers, and exact as text where a spreadsheet would round them")
    void amountsAreExact() throws IOException {
        String sheet = sheet(out -> out.amount(new BigDecimal("9999999999999.99"))
                .amount(new BigDecimal("12345678901234567.89"))
                .amount(null)
                .end());
        assertThat(sheet).contains("<v>9999999999999.99</v>").contains("<t>12345678901234567.89</t>");
    }

    @Test
    @DisplayName("carries days and times as dates, times as they are told in the house")
    void datesAreDates() throws IOException {
        String sheet = sheet(out -> out.day(LocalDate.of(2026, 9, 1))
                .moment(OffsetDateTime.parse("2026-03-02T16:00:00Z"))
                .end());
        assertThat(sheet).contains("<v>46266").contains("<v>46084");
    }

    @Test
    @DisplayName("goes on past what memory holds at once")
    void manyRows() throws IOException {
        String sheet = sheet(out -> {
            for (int n = 0; n < 1_200; n++) {
                out.count((long) n).text("行" + n).end();
            }
        });
        assertThat(sheet).contains("行0<", "行1199<").contains("r=\"1201\"");
    }

    private static String sheet(Consumer<SheetOut> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetOut out = new SheetOut(bytes, "需求", BEIJING, List.of("编号", "金额"));
        rows.accept(out);
        out.finish();
        Path file = Files.createTempFile("sheet", ".xlsx");
        Files.write(file, bytes.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return REFERENCE
                    .matcher(new String(sheet.readAllBytes(), UTF_8))
                    .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        } finally {
            Files.delete(file);
        }
    }
}
