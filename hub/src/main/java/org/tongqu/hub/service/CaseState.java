package org.tongqu.hub.service;

import java.util.Arrays;
import java.util.List;

/** How a service case stands; what may follow what is decided here alone. */
enum CaseState {
    OPEN,
    SENT,
    ARRIVED,
    SOLVED,
    CLOSED;

    /** Advice on the telephone solves a case nobody was sent for; one that is over opens again. */
    boolean goesTo(CaseState next) {
        return switch (this) {
            case OPEN -> next == SENT || next == SOLVED || next == CLOSED;
            case SENT -> next == SENT || next == ARRIVED || next == CLOSED;
            case ARRIVED -> next == SENT || next == SOLVED;
            case SOLVED -> next == CLOSED || next == OPEN;
            case CLOSED -> next == OPEN;
        };
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
