package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Opens the envelope with our own reader before CXF would with its own. */
final class EnvelopeInterceptor extends AbstractPhaseInterceptor<Message> {
    EnvelopeInterceptor() {
        super(Phase.POST_STREAM);
        addBefore(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        try {
            String charset = (String) message.get(Message.ENCODING);
            byte[] envelope = message.getContent(byte[].class);
            message.setContent(XMLStreamReader.class, new EnvelopeReader(HardenedXml.reader(envelope, charset)));
        } catch (XMLStreamException broken) {
            throw new Fault(broken);
        }
    }
}
