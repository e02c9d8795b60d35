package org.tongqu.hub.platform;

import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis inside the hub's own process, for a group that runs no broker of its own: durable messages are flushed before they are acknowledged,
 * a full queue goes to disk instead of memory, and each partner reaches its own queues alone. Speaks its core protocol and AMQP 1.0 on one port.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String USER = "tongqu";
    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int MEMORY_BYTES = 32 * 1024 * 1024;
    /** The most a message may weigh; one order has a few thousand bytes. */
    static final long LETTER_BYTES = 2L * 1024 * 1024;
    /** What one queue may hold on disk before its senders are refused: a partner that never reads must not fill it for all. */
    private static final long QUEUE_BYTES = 1024L * 1024 * 1024;

    private final EmbeddedActiveMQ server;
    private final Broker broker;
    private final Doorkeeper doorkeeper;
    private boolean closed;

    private EmbeddedBroker(EmbeddedActiveMQ server, Broker broker, Doorkeeper doorkeeper) {
        this.server = server;
        this.broker = broker;
        this.doorkeeper = doorkeeper;
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
        Broker broker = new Broker("tcp://" + Ports.nearest(bind) + ":" + port, USER, home.password("broker"));
        Doorkeeper doorkeeper = new Doorkeeper(broker);
        try {
            EmbeddedActiveMQ server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(home, bind, port));
            server.setSecurityManager(doorkeeper);
            server.start();
            EmbeddedBroker embedded = new EmbeddedBroker(server, broker, doorkeeper);
            embedded.refuseUnlessListening(port);
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
        try {
            server.start();
            LOG.warn("The embedded broker had ended itself and is back");
        } catch (Exception e) {
            throw new IllegalStateException(
                    "内嵌的消息代理已自行停止,还起不来 / the embedded broker ended itself and cannot come back yet: " + e.getMessage(),
                    e);
        }
    }

    /** Stops it; what was not delivered stays in the journal. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The broker did not stop cleanly; its journal keeps what it holds", e);
        }
    }

    private static Configuration configuration(Home home, String bind, int port) throws Exception {
        String folder = home.broker().toString();
        Configuration configuration = new ConfigurationImpl()
                .setName("tongqu")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalFileSize(FILE_BYTES)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(4)
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging")
                .setGlobalMaxSize(MEMORY_BYTES)
                .setMaxDiskUsage(95)
                .setPopulateValidatedUser(true)
                .setJMXManagementEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .addAcceptorConfiguration("hub", "tcp://" + Ports.inUrl(bind) + ":" + port + "?protocols=CORE,AMQP")
                .addAddressConfiguration(kept("expired"))
                .addAddressConfiguration(kept("dead"))
                .addAddressSetting("#", overflowToDisk());
        configuration.registerBrokerPlugins(List.of(new LetterScales(LETTER_BYTES, USER)));
        return configuration;
    }

    private static AddressSettings overflowToDisk() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(MEMORY_BYTES / 4)
                .setPageLimitBytes(QUEUE_BYTES)
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL)
                .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL)
                .setPageSizeBytes(1024 * 1024)
                .setExpiryAddress(SimpleString.of("expired"))
                .setDeadLetterAddress(SimpleString.of("dead"))
                // Whether a message is hopeless the hub decides, and says so; the broker would drop it aside in
                // silence.
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(1000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static CoreAddressConfiguration kept(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    /** Artemis logs a taken port and carries on without ears; we would rather not start. */
    private void refuseUnlessListening(int port) {
        boolean listening = server.getActiveMQServer().isStarted()
                && server.getActiveMQServer()
                        .getRemotingService()
                        .getAcceptor("hub")
                        .isStarted();
        if (!listening) {
            close();
            throw new StartRefused(
                    "端口 " + port + " 已被占用,内嵌的消息代理无法监听。请换 TONGQU_BROKER_PORT,或去掉它以任选空闲端口。",
                    "Port " + port
                            + " is taken, so the embedded broker cannot listen. Change TONGQU_BROKER_PORT, or unset it for any free port.");
        }
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
