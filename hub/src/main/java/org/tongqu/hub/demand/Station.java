package org.tongqu.hub.demand;

/** The stations a demand passes, in the order of the road. */
public enum Station {
    ASKED,
    SENT,
    ACKNOWLEDGED,
    QUOTED,
    REFUSED,
    ORDERED,
    DELIVERED,
    PAID
}
