package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Row;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.connectors.files.SalesSheets.Opening;
import org.tongqu.connectors.files.SalesSheets.Sent;

@DisplayName("A workbook of any size is read row by row")
class LargeWorkbookTest {
    private static final int ROWS = 200_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    @DisplayName(
            "two hundred thousand rows with as many different texts need no more memory at the end than at the beginning")
    void twoHundredThousandRows() throws IOException {
        Path file = folder.resolve("large.xlsx");
        write(file);

        try (InputStream bytes = Files.newInputStream(file)) {
            Sent sent = new Sent(bytes, Files.size(file), SheetColumns.NONE);
            try (SalesSheet sheet = ((Opening.Opened) SalesSheets.open(sent, Sheets.MARCH_2026)).sheet()) {
                assertThat(read(sheet)).isEqualTo(ROWS);
                assertThat(sheet.read()).isEqualTo(1.0);
            }
        }
    }

    private static long read(SalesSheet sheet) {
        long rows = 0;
        double share = 0;
        long atFirst = 0;
        for (Optional<Row> row = sheet.next(); row.isPresent(); row = sheet.next()) {
            assertThat(row.get()).isInstanceOf(Row.Understood.class);
            rows++;
            if (rows % 50_000 == 0) {
                assertThat(sheet.read()).isGreaterThan(share);
                share = sheet.read();
                atFirst = atFirst == 0 ? inUse() : atFirst;
                assertThat(inUse()).isLessThan(atFirst + (32L << 20));
            }
        }
        return rows;
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file) throws IOException {
        Random random = new Random(7);
        try (OutputStream out = Files.newOutputStream(file);
                org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("6月");
            String[] heading = Sheets.HEADING.strip().split(",", -1);
            for (int at = 0; at < heading.length; at++) {
                sheet.value(0, at, heading[at]);
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.value(row, 0, "2024-06-03");
                sheet.value(row, 1, "沈阳第" + row + "机床厂");
                sheet.value(row, 2, "CK6140");
                sheet.value(row, 3, 1 + random.nextInt(9));
                sheet.value(row, 4, random.nextInt(1_000_000) / 100.0);
                sheet.value(row, 6, "C-" + random.nextInt());
            }
        }
        assertThat(new String(Files.readAllBytes(file), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("PK");
    }
}
