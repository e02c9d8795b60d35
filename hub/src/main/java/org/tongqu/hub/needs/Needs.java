package org.tongqu.hub.needs;

import java.util.List;
import java.util.Optional;

/** The door of needs for those who answer them: what is asked, and the moves of its parts. */
public interface Needs {
    Optional<Asked> asked(String needId);

    /** As {@link #asked} for many at once, by id. */
    java.util.Map<String, Asked> asked(java.util.Collection<String> needIds);

    /** Gives parts to a factory under a demand; they become ASKED. A factory is asked for a part once and never again. */
    void ask(String needId, List<String> partIds, String factory, String demandId);

    /** Every part that was ever asked of somebody for needs that rest on these source records. */
    List<AskedOf> askedOf(java.util.Collection<String> sourceRecordIds);

    /** Moves all parts of a demand; a part never moves backwards from ORDERED on. The need's own state follows. */
    void move(String demandId, PartState state);

    /** Takes turns over a need: whoever looks at all its parts and moves some holds it to the end of the transaction. */
    void hold(String needId);

    /** The parts of a demand that its factory refused. */
    List<String> refused(String demandId);

    /** Nobody is asked for these parts and nobody quotes them: from now on they are the service desk's. */
    void block(String needId, List<String> partIds, Blocked why);

    /** The parts of a need that stand blocked, each with all it was asked of; none where the need is closed. */
    List<Stuck> stuck(String needId);

    /** Gives a demand that is quoted after all its parts back, where every one of them stands blocked; says whether it did. */
    boolean takeBack(String demandId);

    /** Gives a demand that is ordered its parts back, wherever they have gone meanwhile. */
    void claim(String demandId);

    /** 不再需要: a person takes a part out, with a reason; false where it is ordered or out already. */
    boolean letGo(String needId, String partId, String reason, String byLogin);

    /** 办结: a person closes a need; the parts that are still open are told instead, and then nothing is closed. */
    List<Part> close(String needId, String why, String byLogin);

    /** Why nobody is asked for a part. */
    enum Blocked {
        NO_CLASS,
        NO_RULE,
        ALL_REFUSED
    }

    /** @param asked every factory that was ever asked for it */
    record Stuck(Part part, java.util.Set<String> asked) {}

    /** One part, asked of one factory under one demand. */
    record AskedOf(
            String demandId,
            String factory,
            String partId,
            @org.jspecify.annotations.Nullable String productClass,
            String sourceRecordId) {}

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
         * acknowledgement does not revive it, and what a person let go comes back with an order alone. What arrives late moves nothing back.
         */
        boolean mayBecome(PartState next) {
            return switch (next) {
                case REFUSED, WITHDRAWN -> compareTo(ORDERED) < 0;
                default ->
                    switch (this) {
                        case REFUSED -> next.compareTo(QUOTED) >= 0;
                        case WITHDRAWN -> next.compareTo(ORDERED) >= 0;
                        default -> compareTo(next) < 0;
                    };
            };
        }

        /** Whether nobody has to help with it any more; what a factory refused is offered on or is the desk's, so somebody has. */
        boolean isHelped() {
            return compareTo(DELIVERED) >= 0 && this != REFUSED;
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
