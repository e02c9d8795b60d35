package org.tongqu.connectors.canon;

/** How a message came in; what it means does not depend on it, so the same words on two wires are one message. */
public enum Wire {
    REST,
    SOAP,
    JMS,
    /** A branch node's line, in its order. */
    BRANCH
}
