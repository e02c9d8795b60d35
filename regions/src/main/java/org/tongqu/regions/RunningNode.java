package org.tongqu.regions;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.LineCarrier;
import org.tongqu.connectors.jms.QueueLine;
import org.tongqu.connectors.rest.RestLine;
import org.tongqu.regions.capture.CaptureRoutes;
import org.tongqu.regions.capture.CaptureServer;
import org.tongqu.regions.capture.InFolder;
import org.tongqu.regions.capture.VisitDesk;
import org.tongqu.regions.outbox.Outbox;
import org.tongqu.regions.uplink.Link;
import org.tongqu.regions.uplink.UplinkRoutes;

/** One run of a node, from its lock to its roads and back; several branches share the process and nothing else. */
final class RunningNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final Duration CALL_WITHIN = Duration.ofSeconds(30);

    private static final Duration QUEUE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final List<AutoCloseable> parts = new ArrayList<>();
    private int port;

    private RunningNode() {}

    static RunningNode start(BranchSettings settings) {
        RunningNode node = new RunningNode();
        try {
            node.up(settings);
            return node;
        } catch (StartRefused refused) {
            node.close();
            throw refused;
        } catch (Exception e) {
            node.close();
            throw new StartRefused("分公司节点没能启动:" + e, "The branch node did not start: " + e);
        }
    }

    private void up(BranchSettings settings) throws Exception {
        folder(settings.home());
        parts.add(FolderLock.take(settings.home()));
        List<VisitDesk.Branch> branches = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<InFolder> folders = new ArrayList<>();
        for (Map.Entry<String, String> each : settings.keys().entrySet()) {
            Path home = folder(settings.home().resolve(each.getKey()));
            Outbox outbox = opened(Outbox.open(
                    home.resolve("outbox.db"),
                    each.getKey(),
                    CLOCK,
                    () -> UUID.randomUUID().toString()));
            Link link = new Link(outbox, carriers(settings, each.getKey()), CLOCK, new Random());
            branches.add(new VisitDesk.Branch(each.getKey(), each.getValue(), outbox, link::state));
            links.add(link);
            folders.add(new InFolder(home, outbox, CLOCK));
        }
        CamelContext camel = roads(branches, links, folders);
        parts.addAll(links);
        CaptureServer server = opened(CaptureServer.start(settings.port(), branches, camel.createProducerTemplate()));
        port = server.port();
    }

    private static List<LineCarrier> carriers(BranchSettings settings, String code) {
        String key = String.valueOf(settings.keys().get(code));
        LineCarrier rest = new RestLine(settings.hub(), code, key, CALL_WITHIN);
        return settings.broker() == null ? List.of(rest) : List.of(queue(settings.broker(), code, key), rest);
    }

    /** Few threads, short patience, and no reconnecting behind our back: the link decides when to try again, and by which road. */
    private static LineCarrier queue(URI broker, String code, String key) {
        String address = broker + "?callTimeout=10000&connect-timeout-millis=5000&initialConnectAttempts=1"
                + "&reconnectAttempts=0&useGlobalPools=false&scheduledThreadPoolMaxSize=1&threadPoolMaxSize=4";
        return new QueueLine(
                new ActiveMQConnectionFactory(address),
                code,
                key,
                () -> UUID.randomUUID().toString(),
                QUEUE_ANSWERS_WITHIN);
    }

    private CamelContext roads(List<VisitDesk.Branch> branches, List<Link> links, List<InFolder> folders) {
        Main camel = new Main();
        camel.configure().withName("branch").withAutoConfigurationEnabled(false).withShutdownTimeout(5);
        camel.configure().addRoutesBuilder(new CaptureRoutes(new VisitDesk(branches), folders));
        camel.configure().addRoutesBuilder(new UplinkRoutes(links));
        camel.start();
        parts.add(camel::stop);
        return camel.getCamelContext();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.add(part);
        return part;
    }

    private static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    int port() {
        return port;
    }

    /** Last opened, first closed: the door to the outside, then the links, so that no call is begun or waited for, then the roads, the stores and the lock. */
    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("A part of the node did not stop well: {}", e.toString());
            }
        }
    }
}
