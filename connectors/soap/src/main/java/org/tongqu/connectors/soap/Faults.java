package org.tongqu.connectors.soap;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.w3c.dom.Element;

/** Faults of this service: the reason in both languages, and in the detail the element that the WSDL declares. */
final class Faults {
    static final QName CLIENT = new QName("http://schemas.xmlsoap.org/soap/envelope/", "Client");
    static final QName SERVER = new QName("http://schemas.xmlsoap.org/soap/envelope/", "Server");

    private Faults() {}

    /** The call could not be read or not be allowed; nothing was kept. */
    static SoapFault of(QName code, Refusal refusal) {
        SoapFault fault = fault(code, refusal);
        words(detail(fault, "Problem"), refusal);
        return fault;
    }

    /** The content is wrong. */
    static SoapFault refused(@Nullable String messageId, List<Refusal> refusals) {
        SoapFault fault = fault(CLIENT, refusals.getFirst());
        Element refused = detail(fault, "Refused");
        if (messageId != null) {
            Elements.add(refused, "messageId", messageId);
        }
        for (Refusal refusal : refusals) {
            Element one = Elements.add(refused, "refusals", "");
            Elements.add(one, "pointer", refusal.pointer());
            words(one, refusal);
        }
        return fault;
    }

    private static SoapFault fault(QName code, Refusal refusal) {
        return new SoapFault(refusal.zh() + " / " + refusal.en(), code);
    }

    private static Element detail(SoapFault fault, String name) {
        Element element = Elements.alone(name, "");
        fault.getOrCreateDetail()
                .appendChild(fault.getDetail().getOwnerDocument().adoptNode(element));
        return element;
    }

    private static void words(Element in, Refusal refusal) {
        Elements.add(in, "code", refusal.code());
        Elements.add(in, "zh", refusal.zh());
        Elements.add(in, "en", refusal.en());
    }
}
