package org.tongqu.hub.analysis;

import org.tongqu.hub.needs.Outcomes.Outcome;

/** How far a part came, in the five words an analysis counts by. */
public enum Stage {
    /** Nobody makes it: no product class, no rule for it, or all refused; a person is to find somebody. */
    UNMADE,
    OPEN,
    QUOTED,
    ORDERED,
    /** Refused for good or let go. */
    LOST;

    static Stage of(Outcome part) {
        return part.blockedWhy() != null
                ? UNMADE
                : switch (part.state()) {
                    case RAISED, GRADED, ASKED, ACKNOWLEDGED -> OPEN;
                    case QUOTED -> QUOTED;
                    case ORDERED, DELIVERED, PAID -> ORDERED;
                    case REFUSED, WITHDRAWN -> LOST;
                };
    }
}
