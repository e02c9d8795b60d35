package org.tongqu.connectors.files;

import org.tongqu.connectors.canon.SalesSheet.Form;

/** How a file turned out to be written, and where its heading stands. */
record Layout(Encoding encoding, boolean bom, char delimiter, Heading heading, long headingRow) {
    Form form() {
        return new Form(encoding.charsetName(), bom, delimiter, heading.written(), headingRow);
    }

    int markLength() {
        return bom ? encoding.mark().length : 0;
    }
}
