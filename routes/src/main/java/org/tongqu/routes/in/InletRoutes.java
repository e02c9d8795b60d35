package org.tongqu.routes.in;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.Body;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.routes.Answer;
import org.tongqu.routes.Answers;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/** Four roads alike: cut the body into items, let the journal keep them, answer its receipts. */
public final class InletRoutes extends RouteBuilder {
    private final Intake intake;

    public InletRoutes(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void configure() {
        RouteErrors.answerTheSender(this);
        from(Stops.VISITS).routeId("receive visits").process(receive(new VisitWording()));
        from(Stops.ORDERS).routeId("receive orders").process(receive(new OrderWording()));
        from(Stops.ACKNOWLEDGEMENTS).routeId("receive acknowledgements").process(receive(new AcknowledgementWording()));
        from(Stops.ANSWERS).routeId("receive answers").process(receive(new AnswerWording()));
    }

    private <T> Processor receive(Wording<T> wording) {
        return exchange -> exchange.getMessage().setBody(answer(exchange, wording));
    }

    private <T> Answer answer(Exchange exchange, Wording<T> wording) {
        Sender sender = exchange.getProperty(HttpInlet.SENDER, Sender.class);
        String contentType = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
        Optional<String> key =
                Optional.ofNullable(exchange.getMessage().getHeader(HttpInlet.IDEMPOTENCY_KEY, String.class));
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        return switch (ItemReader.read(bytes, contentType, wording)) {
            case Body.Unreadable<T> no -> Answers.unreadable(no.refusal());
            case Body.Items<T> items ->
                Answers.receipts(intake.receive(sender, Wire.REST, wording.kind(), key, items.items()));
        };
    }
}
