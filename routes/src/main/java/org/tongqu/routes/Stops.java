package org.tongqu.routes;

/** Every endpoint and queue of the roads, named once. */
public final class Stops {
    /** Template of the route that watches one partner's drop folder. */
    public static final String DROP_FOLDER = "drop-folder";

    private Stops() {}

    /** Rings twice a second for one partner's folder, on a thread of its own, so that a slow folder delays no other. */
    public static String dropClock(String partner) {
        return "scheduler:drop-" + partner + "?initialDelay=100&delay=500";
    }

    public static String dropRoute(String partner) {
        return "drop-" + partner;
    }
}
