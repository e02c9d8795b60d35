package org.tongqu.hub.platform;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** 发件状态: where a parcel stands. The table is closed: the store writes no move that is not in it. */
enum ParcelState {
    WAITING,
    /** Leased to a route; a lease that ran out is claimed again. */
    CLAIMED,
    /** It has left; a queue that loses it makes it wait again. */
    SENT,
    ACKNOWLEDGED,
    /** The partner said no; a person may send it again. */
    REJECTED,
    /** Tries used up; a person may send it again. */
    PARKED;

    private static final Map<ParcelState, Set<ParcelState>> NEXT = Map.of(
            WAITING, EnumSet.of(CLAIMED),
            CLAIMED, EnumSet.of(CLAIMED, WAITING, SENT, ACKNOWLEDGED, REJECTED, PARKED),
            SENT, EnumSet.of(WAITING),
            ACKNOWLEDGED, EnumSet.noneOf(ParcelState.class),
            REJECTED, EnumSet.of(WAITING),
            PARKED, EnumSet.of(WAITING));

    boolean mayBecome(ParcelState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Names of the states from which this one may be entered, for the store's guard. */
    String[] from() {
        return Arrays.stream(values())
                .filter(state -> state.mayBecome(this))
                .map(ParcelState::name)
                .toArray(String[]::new);
    }
}
