package org.tongqu.hub.reconciliation;

/** 结论: what a person says of a difference. */
public enum Verdict {
    /** The agent reported it wrong; the only one that counts against it. */
    AGENT_WRONG,
    /** In stock, on the way, or in the other month: both are right. */
    TIMING,
    FACTORY_WRONG,
    CUSTOMER_WRONG,
    /** Two names of one product; the second name is learned. */
    SAME_PRODUCT,
    /** The agent counts in another unit; what it counts is learned. */
    OTHER_UNIT;

    /** Whether it makes a rule for all regions. */
    public boolean teaches() {
        return this == SAME_PRODUCT || this == OTHER_UNIT;
    }
}
