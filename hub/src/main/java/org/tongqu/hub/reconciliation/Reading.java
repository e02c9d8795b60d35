package org.tongqu.hub.reconciliation;

/** 解读: what a difference most likely is; a proposal for a person, never a verdict. */
public enum Reading {
    /** The factory shipped more than the agent reported: in stock, or unreported. */
    UNREPORTED,
    /** The factory shipped and the agent reported nothing. */
    NOT_REPORTED,
    /** The agent reported more than the factory shipped. */
    OVER_REPORTED,
    /** The agent reported what the factory never shipped through it. */
    NOT_SHIPPED,
    /** The agent reported more than ever lay in stock: its stock is below nothing. */
    BEYOND_STOCK,
    /** As many are missing in one month as are too many in the one beside it. */
    OTHER_MONTH,
    /** As many are missing at one customer as are too many at another. */
    OTHER_CUSTOMER,
    /** As many are missing of one product as are too many of another. */
    OTHER_PRODUCT,
    /** An agent reported what the factory shipped to the customer through another, who reports nothing. */
    OTHER_AGENT,
    /** The same sale stands in the report twice. */
    TWICE,
    /** What came back to the factory was not taken off the report. */
    RETURN_NOT_REPORTED,
    /** One counts pieces and the other boxes. */
    UNITS,
    /** The customer says that it bought none. */
    DENIED,
    /** Agent and factory agree, and the customer knows of less. */
    CUSTOMER_SAYS_LESS,
    /** Agent and factory agree, and the customer knows of more. */
    CUSTOMER_SAYS_MORE
}
