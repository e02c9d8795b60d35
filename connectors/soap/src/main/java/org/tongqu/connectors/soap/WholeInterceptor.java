package org.tongqu.connectors.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Reads an envelope to its end before anything is done about it: CXF would be content with what stands in the first body. */
final class WholeInterceptor extends AbstractPhaseInterceptor<Message> {
    WholeInterceptor() {
        super(Phase.PRE_INVOKE);
    }

    @Override
    public void handleMessage(Message message) {
        XMLStreamReader rest = message.getContent(XMLStreamReader.class);
        try {
            while (rest != null && rest.hasNext()) {
                rest.next();
            }
        } catch (XMLStreamException broken) {
            throw new Fault(broken);
        }
    }
}
