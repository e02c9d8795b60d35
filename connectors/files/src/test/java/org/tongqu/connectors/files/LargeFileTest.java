package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Row;
import org.tongqu.connectors.files.SalesSheets.Opening;

/** A file of any size is read in bounded memory: at no row has the reader taken much more of the stream than it handed out. */
class LargeFileTest {
    private static final int ROWS = 200_000;
    private static final int AHEAD = 512 * 1024;

    @Test
    void twoHundredThousandRowsAreReadRowByRow() {
        Generated file = new Generated(
                ROWS, row -> "2024-06-03,沈阳第" + row + "机床厂,CK6140,2,100,200,C-" + row + ",备注备注备注备注备注备注备注\n");

        assertThat(count(file)).isEqualTo(ROWS);
    }

    @Test
    void anUnclosedQuoteInEveryRowDoesNotMakeTheFileOneCell() {
        Generated file = new Generated(20_000, row -> "2024-06-03,\"沈阳第" + row + "\n");

        assertThat(count(file)).isEqualTo(20_000);
    }

    @Test
    void oneLineWithoutEndIsOneRefusedRow() {
        Generated file = new Generated(200_000, row -> "无穷无尽的一行,");

        assertThat(count(file)).isEqualTo(1);
    }

    private static long count(Generated file) {
        Opening opening = SalesSheets.open(file, Sheets.MARCH_2026);
        long rows = 0;
        long bytes = 0;
        try (SalesSheet sheet = ((Opening.Opened) opening).sheet()) {
            for (Optional<Row> row = sheet.next(); row.isPresent(); row = sheet.next()) {
                rows++;
                bytes += raw(row.get()).length + 1L;
                assertThat(raw(row.get()).length).isLessThanOrEqualTo(PhysicalLines.MAX_BYTES);
                if (rows % 1_000 == 0) {
                    assertThat(file.handedOut - bytes).isLessThan(AHEAD);
                }
            }
        }
        return rows;
    }

    private static byte[] raw(Row row) {
        return switch (row) {
            case Row.Understood understood -> understood.raw();
            case Row.Refused refused -> refused.raw();
        };
    }

    /** Makes its rows as they are read, so that nothing but the reader can hold them. */
    private static final class Generated extends InputStream {
        private final int rows;
        private final java.util.function.IntFunction<String> line;
        private byte[] current = Sheets.HEADING.getBytes(StandardCharsets.UTF_8);
        private int at;
        private int row;
        private long handedOut;

        Generated(int rows, java.util.function.IntFunction<String> line) {
            this.rows = rows;
            this.line = line;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == current.length) {
                if (row == rows) {
                    return -1;
                }
                current = line.apply(++row).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int taken = Math.min(length, current.length - at);
            System.arraycopy(current, at, to, from, taken);
            at += taken;
            handedOut += taken;
            return taken;
        }
    }
}
