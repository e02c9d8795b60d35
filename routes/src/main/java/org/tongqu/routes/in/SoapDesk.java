package org.tongqu.routes.in;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.tongqu.connectors.soap.FactoryDesk;
import org.tongqu.connectors.soap.Operation;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/** Where a factory's calls step onto their road: nothing goes in but the payload's bytes and the proved sender. */
public final class SoapDesk implements FactoryDesk {
    private final ProducerTemplate template;

    /** @param template of the context that holds {@link SoapRoutes} */
    public SoapDesk(ProducerTemplate template) {
        this.template = template;
    }

    @Override
    public Reply take(Call call) {
        String stop = stop(call.operation());
        Exchange done = template.request(stop, exchange -> {
            exchange.setProperty(HttpInlet.SENDER, call.sender());
            exchange.getMessage().setBody(call.payload());
        });
        if (done.getMessage().getBody() instanceof Reply reply) {
            return reply;
        }
        Exception cause = done.getException();
        return new Reply.Problem(
                RouteErrors.trouble(
                        done.getExchangeId(),
                        cause == null ? new IllegalStateException("no reply from " + stop) : cause),
                true);
    }

    private static String stop(Operation operation) {
        return switch (operation) {
            case SUBMIT_ORDER, REPORT_MILESTONE, REPORT_SHIPMENT, REPORT_PAYMENT -> Stops.SOAP_ORDERS;
            case ACKNOWLEDGE_DEMAND -> Stops.SOAP_ACKNOWLEDGEMENTS;
            case ANSWER_DEMAND -> Stops.SOAP_ANSWERS;
            case FETCH_DEMANDS -> Stops.SOAP_FETCHES;
        };
    }
}
