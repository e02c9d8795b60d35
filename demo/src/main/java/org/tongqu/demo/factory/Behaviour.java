package org.tongqu.demo.factory;

/** How a simulated factory treats whoever calls it and whom it owes an answer. */
public enum Behaviour {
    /** Acknowledges at once, answers after its usual time. */
    NORMAL,
    /** Takes its time before every word: the acknowledgement itself comes after seconds. */
    SLOW,
    /** Drops the line without a word and calls nobody. */
    DEAD,
    /** Takes the demand, then lets its acknowledgement trickle at one byte a second without end. */
    HANGING,
    /** Says 200 with garbage, or acknowledges somebody else's demand; takes nothing. */
    LYING,
    /** Says 500; takes nothing. */
    FAILING,
    /** Says 200 and means no: a SOAP fault or an error inside; takes nothing. */
    FAULTING,
    /** Acknowledges and answers every demand with a refusal. */
    REFUSING,
    /** Acknowledges and answers nothing. */
    SILENT;

    /** Whether a demand that a wire brings is taken while it behaves so; else it stays where it is. */
    boolean takes() {
        return switch (this) {
            case NORMAL, SLOW, REFUSING, SILENT, HANGING -> true;
            case DEAD, LYING, FAILING, FAULTING -> false;
        };
    }

    /** Whether answers owed go out while it behaves so; owed ones wait for a better day. */
    boolean speaks() {
        return switch (this) {
            case NORMAL, SLOW, REFUSING -> true;
            case DEAD, HANGING, LYING, FAILING, FAULTING, SILENT -> false;
        };
    }
}
