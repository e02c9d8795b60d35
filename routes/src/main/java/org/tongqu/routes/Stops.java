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

    /** One call of a branch's line (上行), as bytes. */
    public static final String UPLINK = "direct:uplink";

    /** One order or its later facts (订单), as a payload of our WSDL. */
    public static final String SOAP_ORDERS = "direct:soap-orders";

    /** One acknowledgement (签收), as a payload of our WSDL. */
    public static final String SOAP_ACKNOWLEDGEMENTS = "direct:soap-acknowledgements";

    /** One answer (报价、回绝), as a payload of our WSDL. */
    public static final String SOAP_ANSWERS = "direct:soap-answers";

    /** A factory that can only call out asks what it is asked (取回询厂). */
    public static final String SOAP_FETCHES = "direct:soap-fetches";

    /** A signal without content: look which partners there are and wake them all. One waiting signal is enough. */
    public static final String LOOK_AROUND = "seda:look-around" + Stops.SIGNAL;

    /** Twice a second somebody looks into the drop folders. */
    public static final String DROP_CLOCK = "scheduler:drop-folders?initialDelay=100&delay=500";

    /** Codes of partners whose folder is to be looked into; a code that finds no place comes again with the next look. */
    public static final String DROP_FOLDERS = "seda:drop-folders?size=10000";

    /** The hands that look. */
    public static final String DROP_HANDS = DROP_FOLDERS + "&pollTimeout=100&concurrentConsumers=4";

    /** Codes of partners for whom a file may be waiting to be written back. */
    public static final String FILES_BACK = "seda:files-back?size=10000&discardWhenFull=true";

    /** The component of partners' queues on the broker. */
    public static final String QUEUES = "queues";

    /** A signal without content: look which partners have queues. */
    public static final String LOOK_FOR_QUEUES = "seda:look-for-queues" + Stops.SIGNAL;

    /** Finds partners whose signal was lost, and a broker that has come back. */
    public static final String QUEUES_CLOCK = "scheduler:queues?initialDelay=0&delay=5000";

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

    /** Where letters of a partner come out. */
    public static String queue(String name) {
        return QUEUES + ":queue:" + name;
    }

    /** A signal without content: something for this partner may be waiting. */
    public static String deliver(String partner) {
        return "seda:deliver-" + partner + SIGNAL;
    }
}
