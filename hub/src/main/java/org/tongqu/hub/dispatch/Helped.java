package org.tongqu.hub.dispatch;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which needs had technicians named for them, within the scope at hand. */
@Component
public class Helped {
    private final DispatchStore store;

    Helped(DispatchStore store) {
        this.store = store;
    }

    public Set<String> of(Collection<String> needIds) {
        return needIds.isEmpty() ? Set.of() : store.named(needIds);
    }
}
