package org.tongqu.connectors.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Instant;

/** A letter on which we failed for a reason of our own, laid aside with its bytes until a person sends it again. */
public final class ParkedLetter {
    /** Code of the partner in whose queue it came. */
    public static final String PARTNER = "partner";

    /** What failed, in the words of our log. */
    public static final String REASON = "reason";

    /** When it failed first, ISO 8601 in UTC. */
    public static final String SINCE = "since";

    private ParkedLetter() {}

    /** Moves the letter within the session that took it, so that it is in one queue or the other and never in none. */
    public static void park(
            Session session, Message letter, Letter.Open open, String partner, String reason, Instant since)
            throws JMSException {
        BytesMessage parked = session.createBytesMessage();
        parked.writeBytes(open.body());
        parked.setStringProperty(Letter.KIND, open.kind());
        parked.setStringProperty(PARTNER, partner);
        parked.setStringProperty(REASON, reason);
        parked.setStringProperty(SINCE, since.toString());
        parked.setJMSCorrelationID(Replies.correlation(letter));
        Replies.send(session, Queues.PARKED, parked);
    }
}
