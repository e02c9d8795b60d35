package org.tongqu.hub.needs;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WaitSource;

/** What nobody is asked for waits for the desk: a blocked part, until it is sent on, quoted after all or let go, and a need without any part. */
@Component
class BlockedWaits implements WaitSource {
    private final BlockedStore store;

    BlockedWaits(BlockedStore store) {
        this.store = store;
    }

    @Override
    public List<Wait> waits(Instant dueBefore, int most) {
        return Stream.concat(store.parts(dueBefore, most).stream(), store.partless(dueBefore, most).stream())
                .sorted(Comparator.comparing(Wait::due).thenComparing(Wait::id))
                .limit(most)
                .toList();
    }
}
