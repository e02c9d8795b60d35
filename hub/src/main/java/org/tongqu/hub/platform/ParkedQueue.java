package org.tongqu.hub.platform;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.jms.Letter;
import org.tongqu.connectors.jms.ParkedLetter;
import org.tongqu.connectors.jms.Queues;

/** Letters of partners on which the hub failed for a reason of its own: to look at, and to put back once the reason is gone. */
public final class ParkedQueue {
    private static final String ID = "ID:";
    private static final int PATIENCE_MS = 2_000;

    private final ConnectionFactory broker;

    ParkedQueue(ConnectionFactory broker) {
        this.broker = broker;
    }

    /**
     * @param id by which it can be put back
     * @param kind what the letter said it is about
     * @param since when it failed first, ISO 8601
     */
    public record Parked(String id, String partner, String kind, String reason, String since, long bytes) {}

    /** The oldest first. */
    public List<Parked> letters(int most) {
        try (JMSContext line = broker.createContext();
                var browser = line.createBrowser(line.createQueue(Queues.PARKED))) {
            List<Parked> letters = new ArrayList<>();
            Enumeration<?> lying = browser.getEnumeration();
            while (lying.hasMoreElements() && letters.size() < most) {
                letters.add(shown((BytesMessage) lying.nextElement()));
            }
            return letters;
        } catch (JMSException e) {
            throw away(e);
        }
    }

    /** As {@link #letters}; empty where the broker is away. */
    public Optional<List<Parked>> lettersIfThere(int most) {
        try {
            return Optional.of(letters(most));
        } catch (JMSRuntimeException away) {
            return Optional.empty();
        }
    }

    private static Parked shown(BytesMessage letter) throws JMSException {
        return new Parked(
                letter.getJMSMessageID().substring(ID.length()),
                letter.getStringProperty(ParkedLetter.PARTNER),
                letter.getStringProperty(Letter.KIND),
                letter.getStringProperty(ParkedLetter.REASON),
                letter.getStringProperty(ParkedLetter.SINCE),
                letter.getBodyLength());
    }

    /** Back into its partner's queue as it came, in one transaction; empty where none is parked under this id, else whose it is. */
    public Optional<String> putBack(String id) {
        try (JMSContext line = broker.createContext(JMSContext.SESSION_TRANSACTED);
                var one = line.createConsumer(
                        line.createQueue(Queues.PARKED), "JMSMessageID = '" + ID + id.replace("'", "''") + "'")) {
            if (!(one.receive(PATIENCE_MS) instanceof BytesMessage letter)) {
                return Optional.empty();
            }
            String partner = letter.getStringProperty(ParkedLetter.PARTNER);
            line.createProducer().send(line.createQueue(Queues.in(partner)), copy(line, letter));
            line.commit();
            return Optional.of(partner);
        } catch (JMSException e) {
            throw away(e);
        }
    }

    private static BytesMessage copy(JMSContext line, BytesMessage letter) throws JMSException {
        byte[] body = new byte[(int) letter.getBodyLength()];
        letter.readBytes(body);
        BytesMessage copy = line.createBytesMessage();
        copy.writeBytes(body);
        copy.setStringProperty(Letter.KIND, letter.getStringProperty(Letter.KIND));
        copy.setJMSCorrelationID(letter.getJMSCorrelationID());
        return copy;
    }

    private static JMSRuntimeException away(JMSException cause) {
        return new JMSRuntimeException("the broker is away: " + cause.getMessage(), cause.getErrorCode(), cause);
    }
}
