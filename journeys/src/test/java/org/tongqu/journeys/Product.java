package org.tongqu.journeys;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The product as built: the hub's runnable jar, unpacked as the launcher unpacks it, and programs that end with this JVM. */
final class Product {
    private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroyForcibly)));
    }

    private Product() {}

    /** The repository. */
    static Path root() {
        Path module = Path.of(requireNonNullElse(System.getProperty("basedir"), System.getProperty("user.dir")));
        Path parent = module.toAbsolutePath().getParent();
        return parent == null ? module : parent;
    }

    /** A folder under {@code target} in which nothing lies yet. */
    static Path freshFolder(String name) {
        try {
            Path all = Files.createDirectories(root().resolve("journeys/target/runs"));
            return Files.createTempDirectory(all, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small and quick to start, for many short runs on a small machine. */
    static List<String> java(String heap) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.awt.headless=true"));
    }

    /** Starts a program that does not outlive this JVM. */
    static Process started(ProcessBuilder program) {
        try {
            Process process = program.start();
            STARTED.add(process);
            var unused = process.onExit().thenAccept(STARTED::remove);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path hub() {
        return Unpacked.HUB;
    }

    /** The program that plays the demo group. */
    static Path demo() {
        return built("demo/target", "demo-*-SNAPSHOT.jar");
    }

    /** The program of a branch node; its libraries lie beside it. */
    static Path branch() {
        return built("regions/target", "regions-*-SNAPSHOT.jar");
    }

    private static Path built(String folder, String name) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(root().resolve(folder), name)) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw missing(folder + "/" + name, e);
        }
        throw missing(folder + "/" + name, null);
    }

    private static AssertionError missing(String what, @Nullable IOException cause) {
        return new AssertionError(
                what
                        + " is not built: these tests run the product itself, after the package phase of hub, demo and regions (mvn verify)",
                cause);
    }

    private static final class Unpacked {
        static final Path HUB = unpack(built("hub/target", "hub-*-run.jar"));

        private static Path unpack(Path jar) {
            Path folder = freshFolder("product");
            List<String> command = java("256m");
            command.addAll(List.of(
                    "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", "" + folder));
            try {
                if (started(new ProcessBuilder(command).inheritIO()).waitFor() != 0) {
                    throw new AssertionError("cannot unpack " + jar);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            return folder.resolve(jar.getFileName());
        }
    }
}
