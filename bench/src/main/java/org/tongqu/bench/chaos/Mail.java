package org.tongqu.bench.chaos;

import java.util.List;

/**
 * One thing a sender has to say; sent again it is the same to the byte.
 *
 * @param name its business number, or the file's name
 * @param messages it is made of, as the journal counts them
 * @param stands what must be in the store once the sender holds a receipt, as {@code ./tongqu audit --witness} names it: kind, tab, key
 */
record Mail(Way way, String name, String body, int messages, List<String> stands) {
    Mail {
        stands = List.copyOf(stands);
    }

    static Mail of(Way way, String name, String body, List<String> stands) {
        return new Mail(way, name, body, 1, stands);
    }

    /** The inlets. */
    enum Way {
        VISIT,
        ORDER,
        /** Many orders in one call. */
        ORDERS,
        SOAP,
        QUEUE,
        FILE
    }
}
