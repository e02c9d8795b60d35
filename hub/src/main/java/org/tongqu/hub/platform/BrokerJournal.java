package org.tongqu.hub.platform;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a broker writes letters down before it acknowledges them: asked of its management, where that is open to the hub's user. */
final class BrokerJournal {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerJournal.class);
    private static final String MANAGEMENT = "activemq.management";
    private static final int PATIENCE_MS = 5_000;
    /** Attribute of the broker, and what it is called in broker.xml. */
    private static final Map<String, String> PROMISES = Map.of(
            "persistenceEnabled", "persistence-enabled",
            "journalSyncTransactional", "journal-sync-transactional",
            "journalSyncNonTransactional", "journal-sync-non-transactional");

    private BrokerJournal() {}

    /** @throws StartRefused where the broker says that it does not; one that says nothing is believed */
    static void look(ClientSession session) {
        try {
            session.start();
            ask(session);
        } catch (StartRefused no) {
            throw no;
        } catch (Exception closed) {
            LOG.info(
                    "the broker's management is not open to us, so its journal could not be looked at: {}",
                    closed.getMessage());
        }
    }

    /** Not a resource of a try: closing it may be interrupted, which the compiler would rather not see there. */
    private static void ask(ClientSession session) throws Exception {
        ClientRequestor asking = new ClientRequestor(session, MANAGEMENT);
        try {
            for (Map.Entry<String, String> promise : PROMISES.entrySet()) {
                refuseIf(isOff(session, asking, promise.getKey()), promise.getValue());
            }
        } finally {
            asking.close();
        }
    }

    private static boolean isOff(ClientSession session, ClientRequestor asking, String attribute) throws Exception {
        ClientMessage question = session.createMessage(false);
        ManagementHelper.putAttribute(question, ResourceNames.BROKER, attribute);
        ClientMessage answer = asking.request(question, PATIENCE_MS);
        if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
            throw new ActiveMQException("no answer about " + attribute);
        }
        return ManagementHelper.getResult(answer) instanceof Boolean on && !on;
    }

    static void refuseIf(boolean off, String setting) {
        if (off) {
            throw new StartRefused(
                    "消息代理的 " + setting + " 是 false:断电会丢失它已确认的信。请设为 true。",
                    "The broker runs with " + setting
                            + " = false: a power cut would lose letters it has acknowledged. Set it to true.");
        }
    }
}
