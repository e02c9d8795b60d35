package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.connectors.files.SalesSheets.Opening;
import org.tongqu.connectors.files.SalesSheets.Sent;

/** What a sheet says of its own progress, after each row and at its end. */
final class Progress {
    private Progress() {}

    static List<Double> of(byte[] file) {
        Sent sent = new Sent(new ByteArrayInputStream(file), file.length, SheetColumns.NONE);
        try (SalesSheet sheet = ((Opening.Opened) SalesSheets.open(sent, Sheets.MARCH_2026)).sheet()) {
            List<Double> shares = new ArrayList<>();
            while (sheet.next().isPresent()) {
                shares.add(sheet.read());
            }
            shares.add(sheet.read());
            return shares;
        }
    }
}
