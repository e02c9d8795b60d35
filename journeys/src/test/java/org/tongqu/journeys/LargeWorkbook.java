package org.tongqu.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An agent's report as its Excel would write it, with many rows. */
final class LargeWorkbook {
    /** One row in so many has a day that does not exist. */
    static final int BAD_EACH = 1_000;

    private static final String[] HEADING = {"销售日期", "客户名称", "型号", "数量", "单价", "合同号"};

    private LargeWorkbook() {}

    static byte[] of(int rows, int badEach) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "journeys", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("6月");
            for (int at = 0; at < HEADING.length; at++) {
                sheet.value(0, at, HEADING[at]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, row % badEach == 0 ? "2026-02-30" : "2026-02-11");
                sheet.value(row, 1, "大连第" + row % 50 + "机修厂");
                sheet.value(row, 2, "CK6140");
                sheet.value(row, 3, 1 + row % 9);
                sheet.value(row, 4, 186_000.5);
                sheet.value(row, 5, "LARGE-" + row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
