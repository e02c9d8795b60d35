package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.AbstractDestination;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.Destination;
import org.apache.cxf.transport.DestinationFactory;
import org.tongqu.connectors.canon.Sender;

/** Where CXF takes an envelope that is handed over as bytes, on the caller's own thread, and lays the answer down as bytes. */
final class HandedDestination extends AbstractDestination implements DestinationFactory {
    static final String ADDRESS = "tongqu:factory";
    private static final Logger LOG = LogUtils.getL7dLogger(HandedDestination.class);

    HandedDestination(Bus bus) {
        super(bus, null, new EndpointInfo());
    }

    SoapAnswer hand(SoapCall call) {
        MessageImpl message = new MessageImpl();
        message.setContent(byte[].class, call.envelope());
        message.put(Message.ENCODING, call.charset());
        message.put(FactoryService.ACTION, call.action());
        message.put(Sender.class, call.sender());
        Exchange exchange = new ExchangeImpl();
        exchange.setInMessage(message);
        exchange.setDestination(this);
        Answering answering = new Answering();
        exchange.put(Answering.class, answering);
        getMessageObserver().onMessage(message);
        return answering.answer();
    }

    @Override
    protected Conduit getInbuiltBackChannel(Message in) {
        return in.getExchange().get(Answering.class);
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }

    @Override
    public Destination getDestination(EndpointInfo endpoint, Bus bus) {
        return this;
    }

    @Override
    public Set<String> getUriPrefixes() {
        return Set.of(ADDRESS);
    }

    @Override
    public List<String> getTransportIds() {
        return List.of(ADDRESS);
    }

    /** The way back of one call. */
    private static final class Answering extends AbstractConduit {
        private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        private int status = 200;

        Answering() {
            super(null);
        }

        @Override
        public void prepare(Message out) {
            // CXF would write as the caller did; we say UTF-8 beside it.
            out.put(Message.ENCODING, StandardCharsets.UTF_8.name());
            out.setContent(OutputStream.class, envelope);
        }

        @Override
        public void close(Message out) {
            if (out.get(Message.RESPONSE_CODE) instanceof Integer code) {
                status = code;
            }
        }

        SoapAnswer answer() {
            return new SoapAnswer(status, envelope.toByteArray());
        }

        @Override
        protected Logger getLogger() {
            return LOG;
        }
    }
}
