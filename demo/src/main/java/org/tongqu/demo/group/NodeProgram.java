package org.tongqu.demo.group;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.demo.line.Wires;

/**
 * How the node's program is started, as small as {@code ./tongqu branch} starts it, with all six branches and a port of its own choice.
 *
 * @param jar with its libraries beside it; may be missing
 * @param home of the node
 * @param broker where the branches log in; absent for REST alone
 */
record NodeProgram(Path jar, Path home, URI hub, Optional<String> broker) {

    boolean isThere() {
        return Files.isRegularFile(jar);
    }

    /** Its own words go here; the demo's console stays for people who look around. */
    Path log() {
        return home.resolve("node.log");
    }

    Process start() throws IOException {
        Files.createDirectories(home);
        ProcessBuilder program =
                new ProcessBuilder(words()).redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        program.environment().keySet().removeIf(name -> name.startsWith("TONGQU_"));
        program.environment().putAll(settings());
        broker.ifPresent(url -> program.environment().put("TONGQU_HUB_BROKER", url));
        return program.start();
    }

    private Map<String, String> settings() {
        String codes = Branch.ALL.stream().map(Branch::code).collect(Collectors.joining(","));
        return Map.of(
                "TONGQU_BRANCH",
                codes,
                "TONGQU_BRANCH_KEY",
                Wires.SECRET,
                "TONGQU_BRANCH_HOME",
                home.toString(),
                "TONGQU_BRANCH_PORT",
                "0",
                "TONGQU_HUB_URL",
                hub.toString());
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        words.addAll(quietened());
        words.addAll(List.of("-jar", jar.toString(), "--with-stdin"));
        return words;
    }

    /** From 24 on Java warns at every start about what SQLite's and the broker's libraries do inside. */
    private static List<String> quietened() {
        return Runtime.version().feature() >= 24 ? List.of("--sun-misc-unsafe-memory-access=allow") : List.of();
    }
}
