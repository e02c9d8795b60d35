package org.tongqu.routes;

/** Every endpoint, named once: who looks for a stop by name finds all that touches it. */
public final class Stops {

    /** Visits (拜访) of one call, as bytes. */
    public static final String VISITS = "direct:visits";

    /** Factory orders (订单) of one call, as bytes. */
    public static final String ORDERS = "direct:orders";

    /** Acknowledgements of demands (签收) of one call, as bytes. */
    public static final String ACKNOWLEDGEMENTS = "direct:acknowledgements";

    /** Answers to demands (报价、回绝) of one call, as bytes. */
    public static final String ANSWERS = "direct:answers";

    /** A signal without content: look which partners there are and wake them all. One waiting signal is enough. */
    public static final String LOOK_AROUND = "seda:look-around" + Stops.SIGNAL;

    /** Rings now and then to see whether partners came or left; the directory rings too, but its ring may be lost. */
    public static final String DROP_PARTNERS = "scheduler:watch-partners?initialDelay=30000&delay=30000";

    /** Template of the route that watches one partner's drop folder. */
    public static final String DROP_FOLDER = "drop-folder";

    private static final String SIGNAL = "?size=1&discardWhenFull=true";

    private Stops() {}

    /** The slow poll behind every lost signal. */
    public static String poll(long millis) {
        return "scheduler:poll?initialDelay=0&delay=" + millis;
    }

    /** The receiving end of a signal; a helper that idles looks up often enough for a road to close within a tenth of a second. */
    public static String helped(String stop, String helpers) {
        return stop + "&pollTimeout=100&concurrentConsumers=" + helpers;
    }

    /** A signal without content: something for this partner may be waiting. */
    public static String deliver(String partner) {
        return "seda:deliver-" + partner + SIGNAL;
    }

    /** Rings twice a second for one partner's folder, on a thread of its own, so that a slow folder delays no other. */
    public static String dropClock(String partner) {
        return "scheduler:drop-" + partner + "?initialDelay=100&delay=500";
    }

    public static String dropRoute(String partner) {
        return "drop-" + partner;
    }
}
