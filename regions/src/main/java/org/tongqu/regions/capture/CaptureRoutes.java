package org.tongqu.regions.capture;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.regions.Stops;

/** Two roads in: a call that waits for its answer, and the clock that looks into the folders. */
public final class CaptureRoutes extends RouteBuilder {
    static final String BRANCH = "branch";
    private static final Logger LOG = LoggerFactory.getLogger(CaptureRoutes.class);

    private final VisitDesk desk;
    private final List<InFolder> folders;

    public CaptureRoutes(VisitDesk desk, List<InFolder> folders) {
        this.desk = desk;
        this.folders = List.copyOf(folders);
    }

    @Override
    public void configure() {
        onException(Exception.class).handled(true).process(CaptureRoutes::ourFault);
        from(Stops.CAPTURE).routeId("capture a call").process(this::answer);
        from(Stops.FOLDER_CLOCK).routeId("look into the folders").process(clock -> folders.forEach(InFolder::look));
    }

    private void answer(Exchange exchange) {
        VisitDesk.Branch branch = exchange.getProperty(BRANCH, VisitDesk.Branch.class);
        exchange.getMessage().setBody(desk.answer(branch, exchange.getMessage().getBody(Asked.class)));
    }

    private static void ourFault(Exchange exchange) {
        LOG.error(
                "Our own fault in \"{}\"",
                exchange.getFromRouteId(),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        exchange.getMessage().setBody(Reply.ourFault());
    }
}
