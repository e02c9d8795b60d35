package org.tongqu.hub.platform;

import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.LoggerFactory;

/**
 * Artemis inside the hub's own process, for a group that runs no broker of its own: durable messages are flushed before they
 * are acknowledged, a full queue goes to disk instead of memory, and nobody without the home's password gets in.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String USER = "tongqu";
    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int MEMORY_BYTES = 32 * 1024 * 1024;

    private final EmbeddedActiveMQ server;
    private final Broker broker;

    private EmbeddedBroker(EmbeddedActiveMQ server, Broker broker) {
        this.server = server;
        this.broker = broker;
    }

    /**
     * Starts on loopback with the journal in the home.
     *
     * @param wishedPort 1 to 65535, or 0 for any free one
     * @throws StartRefused when the port is taken or the journal cannot be opened
     */
    public static EmbeddedBroker start(Home home, int wishedPort) {
        int port = wishedPort == 0 ? Ports.freeFor(home.broker().toString()) : wishedPort;
        Broker broker = new Broker("tcp://127.0.0.1:" + port, USER, home.password("broker"));
        try {
            EmbeddedActiveMQ server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(home, broker));
            server.setSecurityManager(doorkeeper(broker));
            server.start();
            EmbeddedBroker embedded = new EmbeddedBroker(server, broker);
            embedded.refuseUnlessListening(port);
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

    /** Stops it; what was not delivered stays in the journal. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LoggerFactory.getLogger(EmbeddedBroker.class)
                    .warn("The broker did not stop cleanly; its journal keeps what it holds", e);
        }
    }

    private static Configuration configuration(Home home, Broker broker) throws Exception {
        String folder = home.broker().toString();
        return new ConfigurationImpl()
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
                .setJMXManagementEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .addAcceptorConfiguration("hub", broker.url() + "?protocols=CORE")
                .addAddressConfiguration(kept("expired"))
                .addAddressConfiguration(kept("dead"))
                .addAddressSetting("#", overflowToDisk())
                .putSecurityRoles("#", Set.of(everythingFor(USER)));
    }

    private static AddressSettings overflowToDisk() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(MEMORY_BYTES / 4)
                .setPageSizeBytes(1024 * 1024)
                .setExpiryAddress(SimpleString.of("expired"))
                .setDeadLetterAddress(SimpleString.of("dead"))
                .setMaxDeliveryAttempts(10)
                .setRedeliveryDelay(1000)
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

    private static Role everythingFor(String role) {
        return new Role(role, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    private static ActiveMQJAASSecurityManager doorkeeper(Broker broker) {
        SecurityConfiguration users = new SecurityConfiguration(
                Map.of(broker.user(), broker.password()), Map.of(broker.user(), java.util.List.of(USER)));
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
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
}
