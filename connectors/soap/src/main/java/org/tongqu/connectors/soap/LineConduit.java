package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.soap.Line.Outcome;

/** Where CXF lays an envelope down and finds the answer's, on its caller's own thread; an answer that is no envelope never gets to it. */
final class LineConduit extends AbstractConduit {
    /** Names the message's property that says under which key it goes. */
    static final String KEY = "org.tongqu.soap.key";

    private static final Logger LOG = LogUtils.getL7dLogger(LineConduit.class);

    private final URI address;
    private final Line line;

    LineConduit(URI address, Line line) {
        super(null);
        this.address = address;
        this.line = line;
    }

    /** There is no envelope to read, but a verdict already. */
    static final class Judged extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Delivery verdict;

        Judged(Delivery verdict) {
            super("judged", null);
            this.verdict = verdict;
        }

        Delivery verdict() {
            return verdict;
        }
    }

    private static final class Envelope extends ByteArrayOutputStream {}

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new Envelope());
    }

    @Override
    public void close(Message message) throws IOException {
        if (message.getContent(OutputStream.class) instanceof Envelope envelope) {
            message.removeContent(OutputStream.class);
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    SoapAnswer.CONTENT_TYPE,
                    "SOAPAction",
                    "\"" + Contract.NAMESPACE + "/DeliverDemand\"",
                    "Idempotency-Key",
                    String.valueOf(message.get(KEY)));
            hear(message, line.post(address, headers, envelope.toByteArray()));
        }
    }

    private void hear(Message out, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Broken(Delivery.Failed failed) -> throw new Judged(failed);
            case Outcome.Answered answered -> {
                Optional<Delivery> verdict = InboxAnswer.unread(answered);
                if (verdict.isPresent()) {
                    throw new Judged(verdict.get());
                }
                MessageImpl in = new MessageImpl();
                in.setExchange(out.getExchange());
                in.setContent(byte[].class, answered.body());
                in.put(Message.RESPONSE_CODE, answered.status());
                getMessageObserver().onMessage(in);
            }
        }
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }
}
