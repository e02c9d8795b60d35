package org.tongqu.connectors.files;

import org.tongqu.connectors.canon.SalesSheet.Form;

/** How a file turned out to be written, and where its heading stands. */
record Layout(Encoding encoding, boolean bom, char delimiter, HeadingFound found) {
    Form form() {
        return new Form(
                Form.Kind.TEXT,
                encoding.charsetName(),
                bom,
                delimiter,
                found.heading().written(),
                found.row());
    }

    int markLength() {
        return bom ? encoding.mark().length : 0;
    }
}
