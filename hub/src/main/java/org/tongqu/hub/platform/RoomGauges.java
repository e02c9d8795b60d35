package org.tongqu.hub.platform;

import java.time.Instant;
import java.util.List;

/** What monitoring is told of one room: counted in the store at the time of asking, so that there is no second truth to go astray. */
public interface RoomGauges {
    /** By one statement that costs no more on a store that has grown for years; one that finds nothing says 0 or nothing. */
    List<Gauge> gauges(Instant now);
}
