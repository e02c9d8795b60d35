package org.tongqu.hub;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;

/**
 * The simulated factories and branches, a process of their own that speaks to the hub only as real ones would. It enters the demo's
 * partners and says one line when they are in. It ends when its standard input closes, which the kernel does at our death; when it ends
 * by itself it is started again, unless with code 0: then its work is done.
 */
final class DemoProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProcess.class);
    private static final String MAIN = "org.tongqu.demo.DemoGroup";
    private static final String ENTERED = "The demo group is entered";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ENTERS_WITHIN = Duration.ofMinutes(3);

    private final ProcessBuilder command;
    private final Thread watcher;
    private final CountDownLatch entered = new CountDownLatch(1);
    private Process process;
    private boolean closing;

    DemoProcess(ProcessBuilder command) throws IOException {
        this.command = command;
        this.process = launched();
        this.watcher = Thread.ofVirtual().name("demo-watcher").start(this::keep);
    }

    /**
     * @param broker where its factories that speak JMS log in; absent where partners have no accounts on it
     * @param settings say whether it goes on to play factories and branches once the partners are in, and how much it brings
     */
    static DemoProcess start(String hubUrl, Path home, Optional<String> broker, Settings settings) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                MAIN,
                "--hub",
                hubUrl,
                "--home",
                home.toString(),
                "--traffic",
                settings.demoTraffic() ? "on" : "off",
                "--size",
                settings.demoSize()));
        broker.ifPresent(url -> words.addAll(List.of("--broker", url)));
        Optional.ofNullable(System.getProperty("tongqu.branch.jar"))
                .ifPresent(jar -> words.addAll(List.of("--branch-jar", jar)));
        words.addAll(1, quietened());
        try {
            return new DemoProcess(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT));
        } catch (IOException e) {
            throw new StartRefused(
                    "模拟的工厂没能启动:" + e.getMessage(), "The simulated factories did not start: " + e.getMessage(), e);
        }
    }

    /** From 24 on Java warns at every start about what the broker's client does inside. */
    private static List<String> quietened() {
        return Runtime.version().feature() >= 24
                ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                : List.of();
    }

    private Process launched() throws IOException {
        Process started = command.start();
        Thread.ofVirtual().name("demo-listener").start(() -> listen(started));
        return started;
    }

    /** Passes on what it says, and hears the one word that is for us. */
    @SuppressWarnings("SystemOut")
    private void listen(Process started) {
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(ENTERED)) {
                    entered.countDown();
                } else {
                    System.out.println(line);
                }
            }
        } catch (IOException e) {
            LOG.debug("The demo's process was cut off while it spoke", e);
        }
    }

    /** Comes back once the demo's partners are in, however often its process had to be started for that. */
    void awaitEntered() throws InterruptedException {
        if (!entered.await(ENTERS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new StartRefused(
                    "演示集团的伙伴在 " + ENTERS_WITHIN.toMinutes() + " 分钟内没有登记完;原因见上面的日志。",
                    "The demo's partners were not entered within " + ENTERS_WITHIN.toMinutes()
                            + " minutes; the log above says why.");
        }
    }

    long pid() {
        return current().pid();
    }

    /** Our own class path serves it with libraries; the hub's classes on it are not touched. */
    private static String classPath() {
        String own = System.getProperty("java.class.path");
        String jar = System.getProperty("tongqu.demo.jar", "");
        if (jar.isEmpty()) {
            return own;
        }
        if (!Files.isRegularFile(Path.of(jar))) {
            throw new StartRefused(
                    "找不到演示程序 " + jar + ":请用 ./tongqu demo 启动,它会先构建。",
                    "The demo's program " + jar + " is missing: start with ./tongqu demo, which builds it first.");
        }
        return jar + File.pathSeparator + own;
    }

    private void keep() {
        try {
            for (Process running = current(); running != null; running = again()) {
                int code = running.waitFor();
                LOG.info("The demo's process ended with code {}", code);
                if (code == 0) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.warn("The demo's process cannot be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process current() {
        return process;
    }

    private @Nullable Process again() throws IOException, InterruptedException {
        Thread.sleep(PAUSE);
        synchronized (this) {
            if (closing) {
                return null;
            }
            LOG.warn("The simulated factories ended; starting them again");
            process = launched();
            return process;
        }
    }

    @Override
    public void close() {
        Process running;
        synchronized (this) {
            closing = true;
            running = process;
        }
        watcher.interrupt();
        try {
            running.getOutputStream().close();
            if (!running.waitFor(2, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (IOException e) {
            running.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
