package org.tongqu.hub.platform;

import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis inside the hub's own process, for a group that runs no broker of its own: durable messages are flushed before they are acknowledged,
 * a full queue goes to disk instead of memory, and each partner reaches its own queues alone. Speaks its core protocol and AMQP 1.0 on one port.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    static final String USER = "tongqu";

    private final Home home;
    private final String bind;
    private final int port;
    private final Broker broker;
    private final Doorkeeper doorkeeper;
    private volatile EmbeddedActiveMQ server;
    private boolean closed;

    private EmbeddedBroker(Home home, String bind, int port) throws Exception {
        this.home = home;
        this.bind = bind;
        this.port = port;
        this.broker = new Broker("tcp://" + Ports.nearest(bind) + ":" + port, USER, home.password("broker"));
        this.doorkeeper = new Doorkeeper(broker);
        this.server = fresh();
    }

    /**
     * Starts with the journal in the home.
     *
     * @param bind address to listen on; the hub itself comes by loopback where that is all of them
     * @param wishedPort 1 to 65535, or 0 for any free one
     * @throws StartRefused when the port is taken or the journal cannot be opened
     */
    public static EmbeddedBroker start(Home home, String bind, int wishedPort) {
        int port = wishedPort == 0 ? Ports.freeFor(home.broker().toString()) : wishedPort;
        try {
            EmbeddedBroker embedded = new EmbeddedBroker(home, bind, port);
            embedded.server.start();
            embedded.refuseUnlessListening();
            embedded.refuseUnlessFlushing();
            return embedded;
        } catch (StartRefused e) {
            throw e;
        } catch (Exception e) {
            throw new StartRefused(
                    "内嵌的消息代理没能在端口 " + port + " 启动:" + e.getMessage(),
                    "The embedded broker did not start on port " + port + ": " + e.getMessage(),
                    e);
        }
    }

    public Broker broker() {
        return broker;
    }

    /** From now on partners are let in whom this proves. */
    public void trust(PartnerProof proof) {
        doorkeeper.trust(proof);
    }

    /** Hangs up on a partner that is one no longer, and forgets that it was ever proved. */
    public void expel(String partner) {
        if (server.getActiveMQServer().getSecurityStore() instanceof SecurityStoreImpl remembered) {
            remembered.invalidateAuthenticationCache();
            remembered.invalidateAuthorizationCache();
        }
        server.getActiveMQServer().getSessions().stream()
                .filter(session -> partner.equals(session.getValidatedUser()))
                .map(ServerSession::getRemotingConnection)
                .distinct()
                .forEach(line -> line.fail(new ActiveMQDisconnectedException("伙伴已停用 / the partner is switched off")));
    }

    /** Whether senders are refused for want of disk. */
    public boolean isDiskFull() {
        return server.getActiveMQServer().getPagingManager().isDiskFull();
    }

    /**
     * Artemis ends itself rather than lie when it cannot write its journal; once it can again, it goes on where the journal ends.
     *
     * @throws IllegalStateException where it still cannot
     */
    synchronized void comeBack() {
        if (closed || server.getActiveMQServer().isStarted()) {
            return;
        }
        stop();
        try {
            server = fresh();
            server.start();
        } catch (Exception e) {
            throw notYet(e.toString(), e);
        }
        if (!isListening()) {
            throw notYet("%s %d".formatted(server.getActiveMQServer().getState(), port), null);
        }
        LOG.warn("The embedded broker had ended itself and is back");
    }

    private static IllegalStateException notYet(String why, @Nullable Exception cause) {
        return new IllegalStateException(
                "内嵌的消息代理已自行停止,还起不来 / the embedded broker ended itself and cannot come back yet: " + why, cause);
    }

    /** Never the same server twice: the thread in which one ends itself goes on behind a start that failed, and takes the next start's parts away. */
    private EmbeddedActiveMQ fresh() throws Exception {
        return new EmbeddedActiveMQ()
                .setConfiguration(EmbeddedBrokerConfiguration.of(home, bind, port))
                .setSecurityManager(doorkeeper);
    }

    /** Stops it; what was not delivered stays in the journal. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The broker did not stop cleanly; its journal keeps what it holds", e);
        }
    }

    /** Artemis logs a taken port and carries on without ears; we would rather not start. */
    private void refuseUnlessListening() {
        if (!isListening()) {
            close();
            throw new StartRefused(
                    "端口 " + port + " 已被占用,内嵌的消息代理无法监听。请换 TONGQU_BROKER_PORT,或去掉它以任选空闲端口。",
                    "Port " + port
                            + " is taken, so the embedded broker cannot listen. Change TONGQU_BROKER_PORT, or unset it for any free port.");
        }
    }

    private boolean isListening() {
        return server.getActiveMQServer().isStarted()
                && server.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor(EmbeddedBrokerConfiguration.DOOR)
                        .isStarted();
    }

    /** Ours is; but Artemis lets properties of the JVM ({@code brokerconfig.…}) have the last word. */
    private void refuseUnlessFlushing() {
        Configuration running = server.getActiveMQServer().getConfiguration();
        try {
            BrokerJournal.refuseIf(!running.isPersistenceEnabled(), "persistence-enabled");
            BrokerJournal.refuseIf(!running.isJournalDatasync(), "journal-datasync");
            BrokerJournal.refuseIf(!running.isJournalSyncTransactional(), "journal-sync-transactional");
            BrokerJournal.refuseIf(!running.isJournalSyncNonTransactional(), "journal-sync-non-transactional");
            BrokerJournal.refuseIf(!running.isLargeMessageSync(), "large-message-sync");
        } catch (StartRefused forgetful) {
            close();
            throw forgetful;
        }
    }
}
