package org.tongqu.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.bench.stage.Stage;

/** A broker beside the hub, which can die without it. */
final class Broker implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);
    private static final int MEGABYTES = 300;

    private final Stage stage;
    private final Path folder;
    private final int port;
    private final @Nullable SmallDisk disk;
    private Process process;

    private Broker(Stage stage, Path folder, int port, @Nullable SmallDisk disk)
            throws IOException, InterruptedException {
        this.stage = stage;
        this.folder = folder;
        this.port = port;
        this.disk = disk;
        this.process = launched();
    }

    /** @param smallDisk whether its journal gets a small disk of its own, where this machine lets us */
    static Broker start(Stage stage, Path folder, int port, boolean smallDisk)
            throws IOException, InterruptedException {
        SmallDisk disk = smallDisk ? SmallDisk.mounted(folder, MEGABYTES).orElse(null) : null;
        return new Broker(stage, folder, port, disk);
    }

    /** Empty where it shares the machine's disk. */
    Optional<SmallDisk> disk() {
        return Optional.ofNullable(disk);
    }

    private Process launched() throws IOException, InterruptedException {
        Path jar = stage.built().hub();
        String path = System.getProperty("java.class.path") + ":" + jar.resolveSibling("lib") + "/*";
        Process started = stage.process(
                List.of("-Xmx256m", "-cp", path, BrokerMain.class.getName(), folder.toString(), Integer.toString(port)),
                Map.of(),
                "broker");
        World.await("the broker", STARTS_WITHIN, this::listens);
        return started;
    }

    private boolean listens() {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the hub is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "TONGQU_BROKER_URL",
                "tcp://127.0.0.1:" + port,
                "TONGQU_BROKER_USER",
                "hub",
                "TONGQU_BROKER_PASSWORD",
                "hub");
    }

    /** @param wiped whether its disk is gone too */
    void killAndStart(boolean wiped) throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        if (wiped) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.filter(path -> !path.equals(folder))
                        .sorted(Comparator.reverseOrder())
                        .toList()) {
                    Files.delete(path);
                }
            }
        }
        process = launched();
    }

    @Override
    public void close() {
        process.destroy();
        if (disk != null) {
            disk.close();
        }
    }
}
