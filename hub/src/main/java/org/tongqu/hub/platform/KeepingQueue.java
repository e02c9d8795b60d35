package org.tongqu.hub.platform;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSession.QueueQuery;
import org.jspecify.annotations.Nullable;

/** Whether a queue that somebody else may have made keeps each letter until one of us has taken it; a broker tells any client so much. */
final class KeepingQueue {
    private KeepingQueue() {}

    /**
     * Looks at the queue where it is there.
     *
     * @return whether it is
     * @throws StartRefused where it is and would lose letters
     */
    static boolean look(ClientSession session, String name) throws ActiveMQException {
        QueueQuery queue = session.queueQuery(SimpleString.of(name));
        if (!queue.isExists()) {
            return false;
        }
        refuseIf(
                !queue.isDurable() || queue.isTemporary(),
                name,
                "不是持久队列,重启会丢信",
                "not durable: a restart loses letters");
        refuseIf(
                queue.isPurgeOnNoConsumers(),
                name,
                "没有接收者时会清空",
                "emptied while nobody listens (purge-on-no-consumers)");
        refuseIf(
                keepsFewer(queue),
                name,
                "只留最新的信(ring 或 last-value)",
                "made to drop older letters (ring size or last value)");
        refuseIf(
                is(queue.isNonDestructive()),
                name,
                "收下的信不会离开队列",
                "non-destructive: letters taken would never leave it");
        return true;
    }

    private static boolean keepsFewer(QueueQuery queue) {
        Long ring = queue.getRingSize();
        return is(queue.isLastValue()) || (ring != null && ring >= 0);
    }

    private static boolean is(@Nullable Boolean maybe) {
        return maybe != null && maybe;
    }

    private static void refuseIf(boolean wrong, String name, String zh, String en) {
        if (wrong) {
            throw new StartRefused(
                    "消息代理上的队列 " + name + " " + zh + "。请删掉它(通衢会重建为持久队列),或改为持久队列。",
                    "The broker's queue " + name + " is " + en
                            + ". Delete it (Tongqu makes it anew), or make it a plain durable queue.");
        }
    }
}
