package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated outside world lives and dies with the hub that started it. */
class DemoProcessTest {
    @TempDir
    Path folder;

    @Test
    void it_is_gone_within_five_seconds_of_the_kill_of_its_hub() throws Exception {
        Process hub = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long child = Long.parseLong(hub.inputReader(UTF_8).readLine());
        hub.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(5)).until(() -> ended(child));
    }

    @Test
    void it_is_started_again_when_it_dies_alone_and_stays_away_once_the_hub_stops() throws Exception {
        DemoProcess demo = new DemoProcess(Standin.command(folder));
        long first = demo.pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(() -> demo.pid() != first);

        long second = demo.pid();
        demo.close();
        assertThat(ended(second)).isTrue();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> demo.pid() == second);
    }

    @Test
    void it_is_awaited_until_its_partners_are_in_and_left_alone_once_its_work_is_done() throws Exception {
        DemoProcess demo = new DemoProcess(Standin.command(folder, "enter"));
        demo.awaitEntered();
        long only = demo.pid();

        await().atMost(Duration.ofSeconds(5)).until(() -> ended(only));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> demo.pid() == only);
        demo.close();
    }

    private static boolean ended(long pid) {
        return Optional.ofNullable(ProcessHandle.of(pid).orElse(null))
                .map(process -> !process.isAlive())
                .orElse(true);
    }

    /** A JVM that holds the demo's process and says its number. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(new DemoProcess(Standin.command(Path.of(arguments[0]))).pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    /** Does as the demo group does: lives until its standard input ends. */
    static final class Standin {
        private Standin() {}

        static ProcessBuilder command(Path folder, String... words) {
            ProcessBuilder builder = command(folder);
            builder.command().addAll(List.of(words));
            return builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
        }

        static ProcessBuilder command(Path folder) {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Standin.class.getName());
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
            return builder.directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
        }

        public static void main(String[] arguments) throws Exception {
            if (arguments.length > 0) {
                System.out.println("The demo group is entered");
                return;
            }
            while (System.in.read() >= 0) {}
        }
    }
}
