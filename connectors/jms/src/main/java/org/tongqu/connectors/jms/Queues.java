package org.tongqu.connectors.jms;

/** Names of a partner's queues on the broker; the partner alone may write to its first and read from the other two. */
public final class Queues {
    /** Where messages wait that we could not take for a reason of our own. */
    public static final String PARKED = "tongqu.parked";

    /** Holds one message, by which we know a broker again. */
    public static final String MARK = "tongqu.mark";

    private Queues() {}

    /** What the partner says to the hub. */
    public static String in(String partner) {
        return "tongqu.in." + partner;
    }

    /** What the hub asks of the partner. */
    public static String demands(String partner) {
        return "tongqu.demands." + partner;
    }

    /** One answer to each message in. */
    public static String receipts(String partner) {
        return "tongqu.receipts." + partner;
    }
}
