package org.tongqu.connectors.files;

import java.nio.charset.Charset;
import java.util.List;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** A refused row's cells as its sender wrote them, to be shown to people; bytes that are no text are shown as well as they can be. */
public final class SentCells {
    private SentCells() {}

    public static List<String> of(Form form, byte[] raw) {
        Cells cells = new Cells(form.delimiter());
        String text = new String(raw, Charset.forName(form.charset()));
        return cells.parse(text).orElseGet(() -> cells.plain(text));
    }
}
