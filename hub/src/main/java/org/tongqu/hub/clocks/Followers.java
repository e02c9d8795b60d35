package org.tongqu.hub.clocks;

import java.util.Collection;
import java.util.Map;

/** A room that knows who follows a need today, whoever raised it. */
public interface Followers {
    /** Logins by need, as the hub itself knows them; needs that nobody follows are missing. */
    Map<String, String> ofNeeds(Collection<String> needIds);
}
