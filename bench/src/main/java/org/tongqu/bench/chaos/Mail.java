package org.tongqu.bench.chaos;

import java.util.List;

/**
 * One thing a sender has to say; sent again it is the same to the byte.
 *
 * @param name its business number, or the file's name
 * @param stands what must be in the store once the sender holds a receipt, as {@code ./tongqu audit --witness} names it: kind, tab, key
 */
record Mail(Way way, String name, String body, List<String> stands) {
    Mail {
        stands = List.copyOf(stands);
    }

    /** The inlets. */
    enum Way {
        VISIT,
        ORDER,
        SOAP,
        QUEUE,
        FILE
    }
}
