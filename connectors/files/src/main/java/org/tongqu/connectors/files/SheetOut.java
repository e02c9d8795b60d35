package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A list on its way into a workbook, row by row; what is written leaves memory. A text is a text cell whatever it begins with, so no spreadsheet
 * takes it for a formula; amounts, days and times are numbers that can be reckoned with. Not for several threads.
 */
public final class SheetOut {
    /** A spreadsheet reckons with fifteen digits; what has more stays exact as a text. */
    private static final int DIGITS = 15;

    private static final int AT_ONCE = 500;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;
    private int column;

    /** @param zone in which times are told, for a cell carries none */
    public SheetOut(OutputStream out, String name, ZoneId zone, List<String> heading) {
        this.workbook = new Workbook(out, "Tongqu", "1.0");
        this.sheet = workbook.newWorksheet(name);
        this.zone = zone;
        sheet.freezePane(0, 1);
        heading.forEach(this::heading);
        end();
    }

    private void heading(String word) {
        sheet.style(row, column).bold().set();
        sheet.width(column, Math.max(12, word.length() * 2.0 + 2));
        text(word);
    }

    public SheetOut text(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            String fits = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
            sheet.inlineString(row, column, CellText.escaped(fits));
        }
        column++;
        return this;
    }

    public SheetOut amount(@Nullable BigDecimal amount) {
        if (amount != null && amount.precision() > DIGITS) {
            return text(amount.toPlainString());
        }
        return amount == null ? text(null) : number(amount, "#,##0.00");
    }

    public SheetOut count(@Nullable Long count) {
        return count == null ? text(null) : number(count, "0");
    }

    public SheetOut day(@Nullable LocalDate day) {
        if (day == null) {
            return text(null);
        }
        sheet.value(row, column, day);
        return shown("yyyy-mm-dd");
    }

    public SheetOut moment(@Nullable OffsetDateTime at) {
        if (at == null) {
            return text(null);
        }
        sheet.value(row, column, at.atZoneSameInstant(zone).toLocalDateTime());
        return shown("yyyy-mm-dd hh:mm:ss");
    }

    private SheetOut number(Number number, String format) {
        sheet.value(row, column, number);
        return shown(format);
    }

    private SheetOut shown(String format) {
        sheet.style(row, column).format(format).set();
        column++;
        return this;
    }

    /** Ends the row at hand. */
    public void end() {
        row++;
        column = 0;
        if (row % AT_ONCE == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends the workbook; one that is left without it is no workbook, so nobody takes half a list for the whole. */
    public void finish() throws IOException {
        workbook.finish();
    }
}
