package org.tongqu.hub.platform;

import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** How Artemis is set up inside the hub: flushed, over to disk where memory is full, and no message put aside in silence. */
final class EmbeddedBrokerConfiguration {
    static final String DOOR = "hub";
    /** The most a message may weigh; one order has a few thousand bytes. */
    static final long LETTER_BYTES = 2L * 1024 * 1024;

    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int MEMORY_BYTES = 32 * 1024 * 1024;
    /** What one queue may hold on disk before its senders are refused: a partner that never reads must not fill it for all. */
    private static final long QUEUE_BYTES = 1024L * 1024 * 1024;
    /** How long to wait for one before us that still writes its last; for ever would hang whoever starts it. */
    private static final long LOCK_MILLIS = 5_000;

    private EmbeddedBrokerConfiguration() {}

    /** Listens at {@link #DOOR}; its journal lies in the home and is flushed. */
    static Configuration of(Home home, String bind, int port) throws Exception {
        String folder = home.broker().toString();
        Configuration configuration = new ConfigurationImpl()
                .setName("tongqu")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalLockAcquisitionTimeout(LOCK_MILLIS)
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
                .addAcceptorConfiguration(DOOR, "tcp://" + Ports.inUrl(bind) + ":" + port + "?protocols=CORE,AMQP")
                .addAddressConfiguration(kept("expired"))
                .addAddressConfiguration(kept("dead"))
                .addAddressSetting("#", overflowToDisk());
        configuration.registerBrokerPlugins(List.of(new LetterScales(LETTER_BYTES, EmbeddedBroker.USER)));
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
}
