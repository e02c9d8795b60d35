package org.tongqu.connectors.canon;

/** What a message is about; one room receives each kind. */
public enum MessageKind {
    VISIT,
    ORDER,
    DEMAND_ACKNOWLEDGEMENT,
    DEMAND_ANSWER,
    SALES_FILE
}
