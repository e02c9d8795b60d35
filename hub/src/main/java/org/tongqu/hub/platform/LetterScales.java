package org.tongqu.hub.platform;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a partner's message that is too heavy while its sender still has it. The hub's own are not weighed: one receipt for ten thousand
 * orders is heavier than they were, and the broker drops a refused one without a word to a transaction.
 */
final class LetterScales implements ActiveMQServerMessagePlugin {
    private final long mostBytes;
    private final String hub;

    /** @param hub the broker's name for the hub itself */
    LetterScales(long mostBytes, String hub) {
        this.mostBytes = mostBytes;
        this.hub = hub;
    }

    @Override
    public void beforeSend(
            ServerSession session, @Nullable Transaction transaction, Message message, boolean direct, boolean noCreate)
            throws ActiveMQException {
        long bytes = message.getWholeMessageSize();
        if (bytes > mostBytes && !hub.equals(session.getValidatedUser())) {
            throw new ActiveMQException(
                    "消息有 " + bytes + " 字节,上限 " + mostBytes + ",请分开发 / the message has " + bytes + " bytes, more than "
                            + mostBytes + "; send it in parts",
                    ActiveMQExceptionType.ILLEGAL_STATE);
        }
    }
}
