package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** How a table in text is written: the charset that spoils fewest of its first lines, and the delimiter that parts its heading best. */
record TextLayout(Encoding encoding, boolean bom, char delimiter, Headings.Found found) {
    private static final String DELIMITERS = ",;\t|";
    private static final Comparator<TextLayout> BETTER = Comparator.<TextLayout>comparingInt(
                    layout -> layout.found().named() > 0 ? 1 : 0)
            .thenComparingInt(layout -> -layout.spoilt())
            .thenComparingInt(layout -> layout.found().named())
            .thenComparingInt(layout -> layout.found().cells().size());

    /** Hardly any bytes of another charset are UTF-8 by chance: where as many lines are as are not, the others are spoilt and it is UTF-8. */
    private int spoilt() {
        return encoding == Encoding.UTF_8 && found.beyond() >= found.spoilt() ? 0 : found.spoilt();
    }

    static TextLayout of(byte[] head, Headings headings) throws IOException, Unfit {
        Optional<Encoding> marked = Encoding.byMark(head);
        List<TextLayout> found = new ArrayList<>();
        for (Encoding encoding : marked.map(List::of).orElse(Encoding.READ)) {
            for (int at = 0; at < DELIMITERS.length(); at++) {
                read(head, encoding, marked.isPresent(), DELIMITERS.charAt(at), headings)
                        .ifPresent(found::add);
            }
        }
        return found.stream()
                .filter(layout -> layout.bom()
                        || layout.found().named() > 0
                        || layout.encoding().unit() == 1)
                .max(BETTER)
                .orElseThrow(() -> new Unfit(Refusals.noTable()));
    }

    private static Optional<TextLayout> read(
            byte[] head, Encoding encoding, boolean bom, char delimiter, Headings headings) throws IOException {
        int mark = bom ? encoding.mark().length : 0;
        PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(head, mark, head.length - mark), encoding);
        return headings.in(new Records(lines, encoding, delimiter))
                .map(found -> new TextLayout(encoding, bom, delimiter, found));
    }

    Form form() {
        return new Form(Form.Kind.TEXT, encoding.charsetName(), bom, delimiter, found.cells(), found.row());
    }
}
