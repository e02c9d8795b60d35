package org.tongqu.connectors.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/** What lay in a partner's queue; of all a JMS message may carry, only text, bytes and a few named properties are ever looked at. */
public sealed interface Letter {
    /** The most a letter may weigh: 2 MiB. */
    int MAX_BYTES = 2 * 1024 * 1024;

    /** Property that says what the letter is about; AMQP may say it as the subject instead. */
    String KIND = "kind";

    /**
     * A letter that may be read.
     *
     * @param kind as the sender wrote it, or null where it wrote none
     * @param body UTF-8
     */
    record Open(@Nullable String kind, byte[] body) implements Letter {}

    /** A letter that goes back unread. */
    record Sealed(Refusal refusal) implements Letter {}

    /**
     * Opens a message without ever waking an object in it.
     *
     * @param mine users in whose name a message in this queue may have come: the partner, and the hub, which puts back what was parked
     */
    static Letter open(Message message, Set<String> mine) throws JMSException {
        String sender = message.getStringProperty("JMSXUserID");
        if (sender != null && !mine.contains(sender)) {
            return new Sealed(LetterWords.anothersQueue());
        }
        try {
            return switch (message) {
                case TextMessage text -> text(text);
                case BytesMessage bytes -> bytes(bytes);
                default -> new Sealed(LetterWords.neitherTextNorBytes());
            };
        } catch (MessageFormatException odd) {
            return new Sealed(LetterWords.unreadable());
        }
    }

    private static Letter text(TextMessage message) throws JMSException {
        String text = message.getText();
        return weighed(kind(message), (text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
    }

    private static Letter bytes(BytesMessage message) throws JMSException {
        byte[] body = new byte[(int) Math.min(message.getBodyLength(), MAX_BYTES + 1L)];
        message.readBytes(body);
        return weighed(kind(message), body);
    }

    private static Letter weighed(@Nullable String kind, byte[] body) {
        return body.length > MAX_BYTES ? new Sealed(LetterWords.tooLarge(MAX_BYTES)) : new Open(kind, body);
    }

    private static @Nullable String kind(Message message) throws JMSException {
        String kind = message.getStringProperty(KIND);
        return kind == null ? message.getJMSType() : kind;
    }
}
