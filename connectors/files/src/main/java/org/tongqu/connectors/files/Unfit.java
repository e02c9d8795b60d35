package org.tongqu.connectors.files;

import org.tongqu.connectors.canon.Refusal;

/** Carries a refusal out of the depth of a parser to where the file as a whole is judged; never leaves this connector. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Unfit(Refusal refusal) {
        super(refusal.en());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
