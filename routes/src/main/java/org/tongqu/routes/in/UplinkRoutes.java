package org.tongqu.routes.in;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.routes.Answer;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/** The road of branches' lines: one call in, one answer out. */
public final class UplinkRoutes extends RouteBuilder {
    private final UplinkDesk desk;

    public UplinkRoutes(UplinkDesk desk) {
        this.desk = desk;
    }

    @Override
    public void configure() {
        RouteErrors.answerTheSender(this);
        from(Stops.UPLINK)
                .routeId("receive a branch's line")
                .process(exchange -> exchange.getMessage().setBody(answer(exchange)));
    }

    private Answer answer(Exchange exchange) {
        Sender sender = exchange.getProperty(HttpInlet.SENDER, Sender.class);
        return desk.answer(sender, exchange.getMessage().getBody(byte[].class));
    }
}
