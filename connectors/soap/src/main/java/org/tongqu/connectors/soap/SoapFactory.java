package org.tongqu.connectors.soap;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.ClientImpl;
import org.apache.cxf.endpoint.EndpointException;
import org.apache.cxf.endpoint.EndpointImpl;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.headers.Header;
import org.apache.cxf.service.Service;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.wsdl11.WSDLServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Carrier;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wording;

/**
 * Carries demands to one factory's SOAP server, {@code FactoryInbox.DeliverDemand}, and believes nothing the server does not prove; the
 * line under it sees to time and size.
 */
public final class SoapFactory implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(SoapFactory.class);

    private final Endpoint.Soap endpoint;
    private final Line line;
    private final Wording<Acknowledged> wording;
    private final Clock clock;
    private final Bus bus;
    private final Client client;
    private final BindingOperationInfo deliverDemand;

    /** @param wording reads an acknowledgement from {@link Payload#FORMAT}, as whoever takes it in later will */
    public SoapFactory(Endpoint.Soap endpoint, Line line, Wording<Acknowledged> wording, Clock clock) {
        this.endpoint = endpoint;
        this.line = line;
        this.wording = wording;
        this.clock = clock;
        this.bus = Buses.quiet();
        this.client = client();
        this.deliverDemand =
                client.getEndpoint().getEndpointInfo().getBinding().getOperation(Contract.name("DeliverDemand"));
        // Whole, for what is kept and judged is the payload itself.
        this.deliverDemand.getOperationInfo().setUnwrappedOperation(null);
    }

    private Client client() {
        Service service = new WSDLServiceFactory(
                        bus, Contract.wsdl("factory-inbox.wsdl").toString(), Contract.INBOX_SERVICE)
                .create();
        service.setDataBinding(new SourceDataBinding(DOMSource.class));
        try {
            var port = new EndpointImpl(bus, service, service.getEndpointInfo(Contract.INBOX_PORT));
            var conduit = new LineConduit(endpoint.address(), line);
            Client ready = new ClientImpl(bus, port, new PreexistingConduitSelector(conduit, port));
            ready.getInInterceptors().add(new EnvelopeInterceptor());
            ready.getInInterceptors().add(new WholeInterceptor());
            return ready;
        } catch (EndpointException wrong) {
            throw new IllegalStateException("our own WSDL does not stand", wrong);
        }
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Demand(Asked asked) -> deliver(parcel.id(), asked);
            case Parcel.Load.FileDone done ->
                new Delivery.Failed(
                        "SOAP 端点不收文件回执 / a SOAP endpoint takes no file receipt: " + done.name(), Fault.HUB, null);
        };
    }

    private Delivery deliver(String key, Asked asked) {
        InboxAnswer answer = new InboxAnswer(asked.demandId(), wording, clock);
        StreamSource payload = new StreamSource(new ByteArrayInputStream(Writing.deliverDemand(asked)));
        try {
            Object[] said = client.invoke(deliverDemand, new Object[] {payload}, context(key));
            return answer.taken(said == null || said.length == 0 ? null : said[0]);
        } catch (Exception trouble) {
            return judged(trouble);
        }
    }

    /** Of this one call; CXF writes into it. */
    private Map<String, Object> context(String key) {
        Map<String, Object> request = new HashMap<>();
        request.put(Header.HEADER_LIST, headers(key));
        request.put(LineConduit.KEY, key);
        Map<String, Object> context = new HashMap<>();
        context.put(Client.REQUEST_CONTEXT, request);
        return context;
    }

    private List<Header> headers(String key) {
        List<Header> headers = new ArrayList<>();
        headers.add(new SoapHeader(Contract.name("IdempotencyKey"), Elements.alone("IdempotencyKey", key)));
        String user = endpoint.user();
        String secret = endpoint.secret();
        if (user != null && secret != null) {
            headers.add(new SoapHeader(Token.SECURITY, Token.make(user, secret)));
        }
        return headers;
    }

    private static Delivery judged(Exception trouble) {
        Optional<Delivery> unread =
                Troubles.cause(trouble, LineConduit.Judged.class).map(LineConduit.Judged::verdict);
        if (unread.isPresent()) {
            return unread.get();
        }
        if (trouble instanceof SoapFault fault) {
            return InboxAnswer.fault(fault);
        }
        if (Troubles.cause(trouble, XMLStreamException.class).isPresent()) {
            return InboxAnswer.nonsense("残缺或不可接受的 XML", "XML that is broken or not acceptable");
        }
        if (trouble instanceof org.apache.cxf.interceptor.Fault && trouble.getCause() == null) {
            return InboxAnswer.nonsense("不是 DeliverDemandResponse 的信封", "an envelope without DeliverDemandResponse");
        }
        LOG.error("Our own fault while delivering by SOAP", trouble);
        return new Delivery.Failed(
                "发送时程序出错 / our own error while sending: " + trouble.getClass().getSimpleName(), Fault.HUB, null);
    }

    /** Hangs up on whatever is still under way. */
    @Override
    public void close() {
        line.close();
        client.destroy();
        bus.shutdown(true);
    }
}
