package org.tongqu.demo.group;

/**
 * 规模: how much the group has behind it when it is founded.
 *
 * @param visits of one branch
 * @param regulars firms of one region whose gates its reps know
 * @param orders of one factory
 * @param months of business that the orders, and the agents' history files, look back on
 * @param histories agents that leave all their earlier months in one file
 * @param monthly agents that leave last month's report
 */
public record Size(int visits, int regulars, int orders, int months, int histories, int monthly) {
    /** As people are shown it: thousands of customers, two and a half years. */
    public static final Size FULL = new Size(48, 24, 66, 30, 56, 20);

    /** Enough for every page to have something to say; for tests and small machines. */
    public static final Size SMALL = new Size(10, 6, 7, 12, 0, 5);
}
