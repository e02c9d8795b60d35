package org.tongqu.routes.out;

import java.util.Map;
import org.apache.camel.support.service.ServiceSupport;

/** Hangs up on every partner when the context stops, after the roads themselves have come to rest. */
final class Parting extends ServiceSupport {
    private final Map<String, Road> roads;

    Parting(Map<String, Road> roads) {
        this.roads = roads;
    }

    @Override
    protected void doStop() {
        roads.values().forEach(Road::close);
        roads.clear();
    }
}
