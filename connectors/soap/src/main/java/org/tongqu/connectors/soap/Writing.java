package org.tongqu.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.DemandWord.AskedAgent;
import org.tongqu.connectors.canon.DemandWord.AskedPart;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.soap.FactoryDesk.Reply;

/** Writes what the hub says as elements of our schema; what is not known is left out. */
final class Writing {
    private final XMLStreamWriter out;

    private Writing(XMLStreamWriter out) {
        this.out = out;
    }

    private interface Content {
        void write(Writing to) throws XMLStreamException;
    }

    static byte[] receipt(QName response, Reply.Kept kept) {
        return payload(
                response,
                to -> to.element("receipt", inside -> {
                    inside.text("messageId", kept.messageId());
                    inside.text("status", kept.status());
                }));
    }

    static byte[] demands(List<Asked> demands) {
        return payload(Operation.FETCH_DEMANDS.response(), to -> {
            for (Asked asked : demands) {
                to.element("demands", inside -> inside.demand(asked));
            }
        });
    }

    /** What is put to a factory's own server. */
    static byte[] deliverDemand(Asked asked) {
        return payload(Contract.name("DeliverDemand"), to -> to.element("demand", inside -> inside.demand(asked)));
    }

    /** As XML Schema wants it, with seconds always, and no finer than other languages' clocks can tell. */
    static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static byte[] payload(QName name, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = StaxUtils.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartElement("", name.getLocalPart(), Contract.NAMESPACE);
            out.writeDefaultNamespace(Contract.NAMESPACE);
            content.write(new Writing(out));
            out.writeEndElement();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException unwritable) {
            throw new IllegalArgumentException("not writable as XML: " + name, unwritable);
        }
    }

    private void demand(Asked asked) throws XMLStreamException {
        text("demandId", asked.demandId());
        text("needId", asked.needId());
        text("needNumber", asked.needNumber());
        text("grade", asked.grade());
        text("summary", asked.summary());
        text("functional", asked.functional());
        text("requiredBy", asked.requiredBy());
        money("budget", asked.budget());
        element("customer", inside -> inside.customer(asked.customer()));
        for (AskedPart part : asked.parts()) {
            element("parts", inside -> inside.part(part));
        }
        text("askedAt", time(asked.askedAt()));
        text("dueAt", time(asked.dueAt()));
        text("copyTo", asked.copyTo());
    }

    private void customer(CustomerSaid customer) throws XMLStreamException {
        text("name", customer.name());
        text("uscc", customer.uscc());
        text("province", customer.province());
        text("city", customer.city());
        text("address", customer.address());
        CustomerSaid.ContactSaid contact = customer.contact();
        if (contact != null) {
            element("contact", inside -> {
                inside.text("name", contact.name());
                inside.text("phone", contact.phone());
                inside.text("title", contact.title());
            });
        }
    }

    private void part(AskedPart part) throws XMLStreamException {
        text("partId", part.partId());
        text("productClass", part.productClass());
        text("productCode", part.productCode());
        text("qty", part.qty().toPlainString());
        AskedAgent agent = part.agent();
        if (agent != null) {
            element("agent", inside -> {
                inside.text("code", agent.code());
                inside.text("name", agent.name());
            });
        }
    }

    private void money(String name, @Nullable Money money) throws XMLStreamException {
        if (money != null) {
            element(name, inside -> {
                inside.text("amount", money.amount().toPlainString());
                inside.text("currency", money.currency());
            });
        }
    }

    private void element(String name, Content content) throws XMLStreamException {
        out.writeStartElement("", name, Contract.NAMESPACE);
        content.write(this);
        out.writeEndElement();
    }

    private void text(String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            element(name, inside -> inside.out.writeCharacters(Characters.fit(value.toString())));
        }
    }
}
