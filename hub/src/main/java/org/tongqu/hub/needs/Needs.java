package org.tongqu.hub.needs;

import java.util.List;
import java.util.Optional;

/** The door of needs for those who answer them: what is asked, and the moves of its parts. */
public interface Needs {
    Optional<Asked> asked(String needId);

    /** Gives parts to a factory under a demand; they become ASKED. */
    void ask(String needId, List<String> partIds, String factory, String demandId);

    /** Moves all parts of a demand; a part never moves backwards from ORDERED on. The need's own state follows. */
    void move(String demandId, PartState state);

    /** How far a part has come, in the order of the road; REFUSED and WITHDRAWN stand outside it. */
    enum PartState {
        RAISED,
        GRADED,
        ASKED,
        ACKNOWLEDGED,
        QUOTED,
        ORDERED,
        DELIVERED,
        PAID,
        REFUSED,
        WITHDRAWN;

        /**
         * Forward along the road; a refusal only before the order, and a refused part may still be quoted or ordered, but a late
         * acknowledgement does not revive it. What arrives late moves nothing back.
         */
        boolean mayBecome(PartState next) {
            return switch (next) {
                case REFUSED, WITHDRAWN -> compareTo(ORDERED) < 0;
                default -> isOut() ? next.compareTo(QUOTED) >= 0 : compareTo(next) < 0;
            };
        }

        /** Whether nobody has to help with it any more. */
        boolean isHelped() {
            return compareTo(DELIVERED) >= 0;
        }

        private boolean isOut() {
            return this == REFUSED || this == WITHDRAWN;
        }
    }

    /** A need as its answerers must know it. */
    record Asked(
            String needId,
            String number,
            String grade,
            String region,
            String branch,
            String sourceRecordId,
            org.tongqu.connectors.canon.VisitReport.NeedSaid said,
            List<Part> parts) {
        public Asked {
            parts = List.copyOf(parts);
        }
    }

    record Part(
            String id,
            @org.jspecify.annotations.Nullable String productClass,
            @org.jspecify.annotations.Nullable String productCode,
            java.math.BigDecimal qty) {}
}
