package org.tongqu.connectors.soap;

import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last word on whatever went wrong: a fault that is not ours yet becomes one, so that no parser's, library's or stack's text gets out. */
final class FaultWords extends AbstractPhaseInterceptor<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultWords.class);

    private final Supplier<String> numbers;

    /** @param numbers gives the number under which our log has a cause that nobody foresaw */
    FaultWords(Supplier<String> numbers) {
        super(Phase.PRE_LOGICAL);
        this.numbers = numbers;
    }

    @Override
    public void handleMessage(Message message) {
        message.setContent(Exception.class, ours(message.getContent(Exception.class)));
    }

    private SoapFault ours(Exception trouble) {
        if (trouble instanceof SoapFault fault && fault.getDetail() != null) {
            return fault;
        }
        Optional<SoapFault> unreadable = Troubles.cause(trouble, XMLStreamException.class)
                .map(broken -> Faults.of(Faults.CLIENT, Troubles.of(broken)));
        return unreadable.orElseGet(() -> trouble instanceof SoapFault fault ? protocol(fault) : unforeseen(trouble));
    }

    /** Faults that CXF finds by itself in an envelope that is XML. */
    private SoapFault protocol(SoapFault fault) {
        QName code = fault.getFaultCode();
        return switch (code.getLocalPart()) {
            case "MustUnderstand" -> Faults.of(code, Words.mustUnderstand());
            case "VersionMismatch" -> Faults.of(code, Words.noEnvelope());
            case "Client" -> Faults.of(code, Words.noEnvelope());
            default -> unforeseen(fault);
        };
    }

    private SoapFault unforeseen(Exception trouble) {
        String number = numbers.get();
        LOG.error("Our own fault, SOAP call {} was sent back", number, trouble);
        return Faults.of(Faults.SERVER, Words.ourFault(number));
    }
}
