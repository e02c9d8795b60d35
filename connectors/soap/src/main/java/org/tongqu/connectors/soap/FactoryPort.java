package org.tongqu.connectors.soap;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.ByteArrayInputStream;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.soap.FactoryDesk.Call;
import org.tongqu.connectors.soap.FactoryDesk.Reply;
import org.w3c.dom.Element;

/** The port of our WSDL: hands the element in the body to the desk as bytes, and the desk's reply back as an element or a fault. */
@WebServiceProvider(targetNamespace = Contract.NAMESPACE, serviceName = "FactoryService", portName = "FactoryPort")
@ServiceMode(Service.Mode.PAYLOAD)
final class FactoryPort implements Provider<Source> {
    private final FactoryDesk desk;

    FactoryPort(FactoryDesk desk) {
        this.desk = desk;
    }

    @Override
    public Source invoke(@Nullable Source body) {
        Exchange exchange = PhaseInterceptorChain.getCurrentMessage().getExchange();
        Element payload = Elements.of(body).orElseThrow(() -> Faults.of(Faults.CLIENT, Words.unknownOperation()));
        Operation operation = operation(payload);
        Object action = exchange.getInMessage().get(FactoryService.ACTION);
        if (action != null && !action.equals(operation.action())) {
            throw Faults.of(Faults.CLIENT, Words.otherAction(operation));
        }
        return answer(operation, desk.take(new Call(exchange.get(Sender.class), operation, Elements.bytes(payload))));
    }

    private static Operation operation(Element payload) {
        return Operation.of(new QName(payload.getNamespaceURI(), payload.getLocalName()))
                .orElseThrow(() -> Faults.of(Faults.CLIENT, Words.unknownOperation()));
    }

    private static Source answer(Operation operation, Reply reply) {
        return switch (reply) {
            case Reply.Kept kept -> source(Writing.receipt(operation.response(), kept));
            case Reply.Demands(var demands) -> source(Writing.demands(demands));
            case Reply.Refused(var messageId, var refusals) -> throw Faults.refused(messageId, refusals);
            case Reply.Problem(var refusal, var ours) -> throw Faults.of(ours ? Faults.SERVER : Faults.CLIENT, refusal);
        };
    }

    private static Source source(byte[] xml) {
        return new StreamSource(new ByteArrayInputStream(xml));
    }
}
