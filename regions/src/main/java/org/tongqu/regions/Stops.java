package org.tongqu.regions;

/** Every endpoint of the node, named once. */
public final class Stops {
    /** One HTTP call of the capture, whole. */
    public static final String CAPTURE = "direct:capture";

    /** Twice a second somebody looks into the branches' folders. */
    public static final String FOLDER_CLOCK = "scheduler:in-folders?initialDelay=100&delay=500";

    /** The slow poll behind every lost signal, and what wakes a line that was cut. */
    public static final String UPLINK_CLOCK = "scheduler:uplink?initialDelay=0&delay=200";

    private Stops() {}

    /** A signal without content: this branch may have something to say; one waiting signal is enough. */
    public static String uplink(String branch) {
        return "seda:uplink-" + branch + "?size=1&discardWhenFull=true";
    }

    /** The receiving end: one hand, so one call at a time. */
    public static String uplinkHand(String branch) {
        return uplink(branch) + "&pollTimeout=500";
    }
}
