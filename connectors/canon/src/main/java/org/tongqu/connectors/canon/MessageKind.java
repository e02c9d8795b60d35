package org.tongqu.connectors.canon;

/** What a message is about; one room receives each kind. */
public enum MessageKind {
    VISIT,
    ORDER,
    DEMAND_ACKNOWLEDGEMENT,
    DEMAND_ANSWER,
    SALES_FILE,
    /** 通讯录: an address book that a person handed in and accepted. */
    ADDRESS_BOOK
}
