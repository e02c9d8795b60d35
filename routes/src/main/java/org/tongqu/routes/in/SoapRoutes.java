package org.tongqu.routes.in;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.OpenDemands;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.soap.FactoryDesk.Reply;
import org.tongqu.connectors.soap.FetchDemands;
import org.tongqu.connectors.soap.Payload;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;
import org.tongqu.routes.XmlWording;

/** What a factory says by SOAP goes the way of REST: the journal keeps it and its receipt is the reply. */
public final class SoapRoutes extends RouteBuilder {
    private final Intake intake;
    private final OpenDemands demands;

    public SoapRoutes(Intake intake, OpenDemands demands) {
        this.intake = intake;
        this.demands = demands;
    }

    @Override
    public void configure() {
        onException(Intake.NotAllowed.class).handled(true).process(exchange -> reply(exchange, notAllowed(exchange)));
        onException(Exception.class).handled(true).process(exchange -> reply(exchange, trouble(exchange)));
        from(Stops.SOAP_ORDERS).routeId("receive orders by SOAP").process(receive(new OrderWording()));
        from(Stops.SOAP_ACKNOWLEDGEMENTS)
                .routeId("receive acknowledgements by SOAP")
                .process(receive(new AcknowledgementWording()));
        from(Stops.SOAP_ANSWERS).routeId("receive answers by SOAP").process(receive(new AnswerWording()));
        from(Stops.SOAP_FETCHES).routeId("hand out demands by SOAP").process(this::fetch);
    }

    private <T> Processor receive(Wording<T> json) {
        Wording<T> wording = new XmlWording<>(json);
        return exchange -> {
            byte[] payload = exchange.getMessage().getBody(byte[].class);
            Item<T> item = new Item<>(payload, wording.format(), wording.read(payload));
            List<Receipt> receipts =
                    intake.receive(sender(exchange), Wire.SOAP, wording.kind(), Optional.empty(), List.of(item));
            reply(exchange, told(receipts.getFirst()));
        };
    }

    private static Reply told(Receipt receipt) {
        return switch (receipt.status()) {
            case RECEIVED, DUPLICATE ->
                new Reply.Kept(receipt.messageId(), receipt.status().name());
            case REFUSED -> new Reply.Refused(receipt.messageId(), receipt.errors());
        };
    }

    private void fetch(Exchange exchange) {
        byte[] payload = exchange.getMessage().getBody(byte[].class);
        reply(
                exchange,
                switch (Payload.read(payload)) {
                    case Payload.Wrong(List<Refusal> refusals) -> new Reply.Refused(null, refusals);
                    case Payload.Document fits ->
                        new Reply.Demands(demands.fetch(sender(exchange), Wire.SOAP, FetchDemands.max(payload)));
                });
    }

    private static Sender sender(Exchange exchange) {
        return exchange.getProperty(HttpInlet.SENDER, Sender.class);
    }

    private static Reply notAllowed(Exchange exchange) {
        Intake.NotAllowed no = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Intake.NotAllowed.class);
        return new Reply.Problem(no.refusal(), false);
    }

    private static Reply trouble(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return new Reply.Problem(RouteErrors.trouble(exchange.getExchangeId(), cause), true);
    }

    private static void reply(Exchange exchange, Reply reply) {
        exchange.getMessage().setBody(reply);
    }
}
