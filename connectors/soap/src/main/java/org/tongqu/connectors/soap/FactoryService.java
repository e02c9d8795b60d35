package org.tongqu.connectors.soap;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SharedSecrets;

/**
 * Our side of the WSDL: an envelope comes in as bytes and one goes out as bytes, so that whoever carries them (HTTP today) decides
 * about sizes, time and connections, and CXF about nothing but SOAP.
 */
public final class FactoryService implements AutoCloseable {
    static final String ACTION = "org.tongqu.soap.action";

    private final Bus bus;
    private final HandedDestination destination;
    private final Server server;

    /** @param numbers gives the number under which our log has a cause that nobody foresaw */
    public FactoryService(FactoryDesk desk, SharedSecrets secrets, Clock clock, Supplier<String> numbers) {
        this.bus = Buses.quiet();
        this.destination = new HandedDestination(bus);
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceBean(new FactoryPort(desk));
        factory.setWsdlLocation(Contract.wsdl("factory.wsdl").toString());
        factory.setServiceName(Contract.SERVICE);
        factory.setEndpointName(Contract.PORT);
        factory.setAddress(HandedDestination.ADDRESS);
        factory.setDestinationFactory(destination);
        factory.setProperties(Map.of(SourceDataBinding.PREFERRED_FORMAT, "dom"));
        factory.getInInterceptors().add(new EnvelopeInterceptor());
        factory.getInInterceptors().add(new SenderInterceptor(secrets, clock));
        factory.getInInterceptors().add(new WholeInterceptor());
        factory.getOutFaultInterceptors().add(new FaultWords(numbers));
        this.server = factory.create();
    }

    public SoapAnswer answer(SoapCall call) {
        return destination.hand(call);
    }

    /** A fault for what is refused before it gets here, e.g. for its size; nothing was kept. From 500 on it is the server's. */
    public static SoapAnswer refusal(int status, Refusal refusal) {
        return new SoapAnswer(status, FaultEnvelope.of(status >= 500 ? Faults.SERVER : Faults.CLIENT, refusal));
    }

    /** Said of a wrong credential, whether HTTP or a token brought it. */
    public static Refusal unknownCredential() {
        return Words.wrongCredential();
    }

    @Override
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }
}
