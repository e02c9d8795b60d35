package org.tongqu.hub.reconciliation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.people.Colleagues;

/** Whose a difference is: the manager of the customer's region, else headquarters' desk. */
@Component
class Owners {
    static final String DESK = "desk";

    private final Colleagues colleagues;

    Owners(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** A manager's login by region; regions without one are missing. */
    Map<String, String> byRegion(Set<String> regions) {
        Map<String, String> managers = new HashMap<>();
        if (!regions.isEmpty()) {
            colleagues.parties(Set.of(), regions).forEach(user -> {
                String region = user.region();
                if (region != null) {
                    managers.merge(region, user.login(), (one, other) -> one.compareTo(other) < 0 ? one : other);
                }
            });
        }
        return managers;
    }
}
