package org.tongqu.connectors.canon;

/** Whose move it is when something did not work: it decides between a refusal, a retry and an alarm. */
public enum Fault {
    /** The sender's content is wrong; only the sender can mend it. */
    SENDER,
    /** The other side is down, slow or talks nonsense; we try again. */
    PARTNER,
    /** Our own bug. */
    HUB
}
