package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import org.tongqu.demo.line.Subject;

/** What a factory says about one demand, in order; each is said only after the hub has kept the one before. */
enum Step {
    /** Where the hub does not hear it as the answer to its own call. */
    ACKNOWLEDGEMENT,
    ANSWER,
    ORDER,
    DEPOSIT,
    SCHEDULED,
    MADE,
    SHIPPED,
    INSTALLED,
    BALANCE,
    CUSTOMER_ACCEPTED;

    Subject subject() {
        return switch (this) {
            case ACKNOWLEDGEMENT -> Subject.ACKNOWLEDGEMENT;
            case ANSWER -> Subject.ANSWER;
            default -> Subject.ORDER;
        };
    }

    /** Whether a report of the order already tells it. */
    boolean isToldIn(JsonNode order) {
        return switch (this) {
            case ACKNOWLEDGEMENT, ANSWER, ORDER -> false;
            case DEPOSIT -> order.path("payments").size() >= 1;
            case BALANCE -> order.path("payments").size() >= 2;
            default -> order.path("milestones").findValuesAsText("kind").contains(name());
        };
    }
}
