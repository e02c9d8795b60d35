package org.tongqu.hub.platform;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Refuses a message that is too heavy while its sender still has it. */
final class LetterScales implements ActiveMQServerMessagePlugin {
    private final long mostBytes;

    LetterScales(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public void beforeSend(
            ServerSession session, @Nullable Transaction transaction, Message message, boolean direct, boolean noCreate)
            throws ActiveMQException {
        long bytes = message.getWholeMessageSize();
        if (bytes > mostBytes) {
            throw new ActiveMQException(
                    "消息有 " + bytes + " 字节,上限 " + mostBytes + ",请分开发 / the message has " + bytes + " bytes, more than "
                            + mostBytes + "; send it in parts",
                    ActiveMQExceptionType.ILLEGAL_STATE);
        }
    }
}
