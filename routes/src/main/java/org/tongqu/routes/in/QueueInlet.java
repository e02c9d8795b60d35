package org.tongqu.routes.in;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.jms.Letter;
import org.tongqu.connectors.jms.ParkedLetter;
import org.tongqu.connectors.jms.Replies;
import org.tongqu.routes.Answers;

/**
 * Takes one partner's letters, one at a time: whatever comes of a letter is committed in the store first, then its answer and its leaving the
 * queue together. A crash between the two brings the letter again, and the journal knows it.
 */
final class QueueInlet implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(QueueInlet.class);

    private final String partner;
    private final Set<String> mine;
    private final Map<String, LetterHandler> handlers;
    private final Function<String, Sender> senders;
    private final Patience patience;
    private final Sluice sluice;

    /**
     * @param hub the broker's name for the hub itself, which puts back what was parked
     * @param senders who a partner is, fresh from the store
     */
    QueueInlet(
            String partner,
            String hub,
            Map<String, LetterHandler> handlers,
            Function<String, Sender> senders,
            Patience patience,
            Sluice sluice) {
        this.partner = partner;
        this.mine = Set.of(partner, hub);
        this.handlers = handlers;
        this.senders = senders;
        this.patience = patience;
        this.sluice = sluice;
    }

    /** A shut sluice takes the whole road down, so that letters lie where another hub can reach them; a slow one is waited at. */
    @Override
    public void process(Exchange exchange) throws JMSException {
        if (sluice.state() instanceof Sluice.Slow slow) {
            patience.rest(slow.pause());
        }
        JmsMessage arrived = exchange.getMessage(JmsMessage.class);
        take(arrived.getJmsMessage(), arrived.getJmsSession());
    }

    private void take(Message message, Session session) throws JMSException {
        switch (Letter.open(message, mine)) {
            case Letter.Sealed(Refusal refusal) -> refuse(message, session, refusal);
            case Letter.Open letter -> {
                LetterHandler handler = handlers.get(String.valueOf(letter.kind()));
                if (handler == null) {
                    refuse(message, session, unknownKind());
                } else {
                    hand(message, session, letter, handler);
                }
            }
        }
    }

    private void refuse(Message message, Session session, Refusal refusal) throws JMSException {
        LOG.info("A letter of {} went back unread: {}", partner, refusal.en());
        Replies.answer(session, message, partner, Answers.unreadable(refusal).body());
    }

    private Refusal unknownKind() {
        String known = String.join(", ", handlers.keySet().stream().sorted().toList());
        return new Refusal(
                "/" + Letter.KIND,
                "UNKNOWN_KIND",
                "消息属性 kind(AMQP 也可用 subject)须为 " + known + " 之一,没有读;请补上后重发",
                "the property kind (or in AMQP the subject) must be one of " + known
                        + "; the message was not read: set it and send again");
    }

    private void hand(Message message, Session session, Letter.Open letter, LetterHandler handler) throws JMSException {
        switch (patience.answer(() -> handler.answer(letter.body(), senders.apply(partner)))) {
            case Patience.Answered(byte[] json) -> Replies.answer(session, message, partner, json);
            case Patience.Hopeless hopeless -> {
                LOG.error(
                        "Our own fault, {} times: letter {} of {} is parked",
                        Patience.TRIES,
                        message.getJMSMessageID(),
                        partner,
                        hopeless.cause());
                ParkedLetter.park(
                        session, message, letter, partner, hopeless.cause().toString(), hopeless.since());
            }
        }
    }
}
