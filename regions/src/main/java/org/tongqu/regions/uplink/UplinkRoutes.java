package org.tongqu.regions.uplink;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.regions.Stops;

/** A clock that rings for every branch, and for each branch one hand that answers: branches side by side, the calls of one in a row. */
public final class UplinkRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(UplinkRoutes.class);

    private final List<Link> links;

    public UplinkRoutes(List<Link> links) {
        this.links = List.copyOf(links);
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .process(exchange -> LOG.error(
                        "Our own fault in \"{}\", tried again with the next signal",
                        exchange.getFromRouteId(),
                        exchange.getProperty("CamelExceptionCaught", Exception.class)));
        String[] hands = links.stream().map(link -> Stops.uplink(link.branch())).toArray(String[]::new);
        from(Stops.UPLINK_CLOCK).routeId("wake the links").multicast().to(hands);
        for (Link link : links) {
            from(Stops.uplinkHand(link.branch()))
                    .routeId("uplink of " + link.branch())
                    .process(signal -> link.turn());
        }
    }
}
