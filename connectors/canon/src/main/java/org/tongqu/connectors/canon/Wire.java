package org.tongqu.connectors.canon;

/** How a message came in or left; what it means does not depend on it, so the same words on two wires are one message. */
public enum Wire {
    REST,
    SOAP,
    JMS,
    /** A branch node's line, in its order. */
    BRANCH,
    /** A partner's drop folder; what comes in by it has a door of its own, {@link FileIntake}. */
    FILE,
    /** A page of the hub itself, on which a person wrote it. */
    PAGE
}
