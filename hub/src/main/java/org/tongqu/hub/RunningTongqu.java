package org.tongqu.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.hub.platform.Broker;
import org.tongqu.hub.platform.DemoHome;
import org.tongqu.hub.platform.EmbeddedBroker;
import org.tongqu.hub.platform.Servers;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;

/**
 * One run of the hub, from the servers up and down again: work stops first, then the broker, then PostgreSQL, within 30
 * seconds whatever hangs.
 */
final class RunningTongqu implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTongqu.class);
    private static final Duration WORK_ENDS_WITHIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Servers servers;
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile @Nullable DemoProcess demo;
    private volatile boolean stopping;

    private RunningTongqu(Settings settings) {
        this.settings = settings;
    }

    /** Returns only for a start that failed; a hub that runs ends with its process. */
    static int runUntilStopped(Settings settings) {
        Quiet.untilSpringSpeaks();
        refuseTakenPort(settings);
        RunningTongqu run = new RunningTongqu(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(run::close, "stop"));
        try {
            run.startUnlessStopped();
            run.stopped.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Whoever presses Ctrl-C during the start wants no lines about what then did not come up. */
    private void startUnlessStopped() throws InterruptedException {
        try {
            start();
        } catch (RuntimeException e) {
            if (!stopping) {
                throw e;
            }
        }
    }

    private void start() throws InterruptedException {
        Servers standing = startServers();
        if (stopping) {
            return;
        }
        ConfigurableApplicationContext running = startSpring(standing);
        running.getBean(ForgetfulQueues.class).refuse();
        int port = ((WebServerApplicationContext) running).getWebServer().getPort();
        Readiness.await(settings.bind(), port);
        String url = "http://localhost:" + port;
        if (settings.demo()) {
            openDemo(url, standing);
        }
        System.out.println(
                "Queues for partners (JMS, AMQP): " + standing.broker().url());
        System.out.println("Tongqu is ready: " + url);
    }

    private void openDemo(String url, Servers standing) throws InterruptedException {
        Optional<String> broker =
                standing.embeddedBroker().map(EmbeddedBroker::broker).map(Broker::url);
        DemoProcess opened = DemoProcess.start(url, standing.home().root(), broker, settings);
        demo = opened;
        opened.awaitEntered();
    }

    private synchronized Servers startServers() {
        DemoHome home = new DemoHome(settings);
        boolean fresh = home.isFresh();
        Servers started = Servers.start(settings);
        if (!settings.demo()) {
            home.disclaim();
        } else if (fresh) {
            home.claim();
        }
        servers = started;
        return started;
    }

    private ConfigurableApplicationContext startSpring(Servers standing) {
        SpringApplication application = new SpringApplication(HubApplication.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(HubProperties.defaults(standing.home().root()));
        application.addInitializers(starting -> {
            context = starting;
            starting.getEnvironment().getPropertySources().addFirst(HubProperties.given(settings, standing));
            standing.embeddedBroker()
                    .ifPresent(broker -> starting.getBeanFactory().registerSingleton("embeddedBroker", broker));
        });
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    private RuntimeException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return portTaken(settings.port());
            }
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return new StartRefused(
                "通衢没能启动,原因见上面的日志或 " + settings.home() + "/log/hub.log。",
                "Tongqu did not start; the log above or " + settings.home() + "/log/hub.log says why.",
                failure);
    }

    /** Asked before the database starts, so that the most common mistake is told at once. */
    private static void refuseTakenPort(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()));
        } catch (IOException e) {
            throw portTaken(settings.port());
        }
    }

    private static StartRefused portTaken(int port) {
        return new StartRefused(
                "端口 " + port + " 已被占用。请停止占用它的程序,或用 TONGQU_PORT 换一个端口。",
                "Port " + port + " is taken. Stop the program that has it, or choose another with TONGQU_PORT.");
    }

    /** Runs once, from the shutdown hook; Spring's own hook is off because it would race this one to the database. */
    @Override
    public void close() {
        stopping = true;
        ConfigurableApplicationContext running = context;
        if (running != null) {
            within(WORK_ENDS_WITHIN, running::close);
        }
        DemoProcess child = demo;
        if (child != null) {
            child.close();
        }
        closeServers();
        stopped.countDown();
    }

    private synchronized void closeServers() {
        if (servers != null) {
            servers.close();
        }
    }

    private static void within(Duration patience, Runnable action) {
        try {
            if (!Thread.ofPlatform().daemon().start(action).join(patience)) {
                LOG.warn(
                        "The hub's work did not end within {}; going on without it, nothing acknowledged is lost",
                        patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
