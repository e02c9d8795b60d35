package org.tongqu.hub.clocks;

import java.time.Instant;
import java.util.List;

/** A room that knows of waits. */
public interface WaitSource {
    /** Those running and due before then, within the scope at hand, the earliest due first; at most so many. */
    List<Wait> waits(Instant dueBefore, int most);
}
