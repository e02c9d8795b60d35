package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets first: the launcher, before any Java runs. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of(System.getProperty("tongqu.root", ".."), "tongqu");

    @TempDir
    Path folder;

    @Test
    void every_command_of_the_contract_is_told_in_both_languages() throws Exception {
        Said said = launch(LAUNCHER, Map.of(), "help");

        assertThat(said.exitCode).isZero();
        assertThat(said.words)
                .contains(
                        "demo [--reset]",
                        "start",
                        "test",
                        "match RECORDS.csv CLUSTERS.csv",
                        "audit",
                        "bench",
                        "用法",
                        "TONGQU_HOME");
    }

    @Test
    void it_works_from_another_folder_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("通衢"), LAUNCHER.toAbsolutePath());

        assertThat(launch(link, Map.of(), "help").words).contains("./tongqu COMMAND");
    }

    @Test
    void a_word_it_does_not_know_is_refused_with_the_words_there_are() throws Exception {
        Said said = launch(LAUNCHER, Map.of(), "destroy");

        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.words).contains("没有 destroy 这个命令", "There is no command destroy", "audit");
    }

    @Test
    void without_a_jdk_it_says_which_one_to_install() throws Exception {
        String elsewhere = "/(usr/lib/jvm|usr/java|opt|Library)/[^;\\s]+";
        Path alone = Files.writeString(
                folder.resolve("tongqu"), Files.readString(LAUNCHER).replaceAll(elsewhere, ""));
        Said said =
                launch(alone, Map.of("PATH", toolsWithoutJava(), "JAVA_HOME", "", "HOME", folder.toString()), "start");

        assertThat(said.exitCode).isEqualTo(1);
        assertThat(said.words).contains("没有找到 JDK 21", "No JDK 21 or newer was found", "adoptium");
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-17"));
        Files.createDirectories(old.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path fake = Files.writeString(old.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        String probe = Files.readString(LAUNCHER)
                .replaceAll("(?s)\nroot=\\$\\(root_folder\\).*", "\nfind_jdk\necho \"uses \\$JAVA_HOME\"\n");
        Path alone = Files.writeString(folder.resolve("probe"), probe);
        String path = System.getProperty("java.home") + "/bin:/usr/bin:/bin";
        Said said = launch(alone, Map.of("JAVA_HOME", old.toString(), "PATH", path));

        assertThat(said.words).contains("uses ").doesNotContain("jdk-17");
    }

    /** The few tools the launcher itself needs, and no java among them. */
    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("sh", "sed", "head", "dirname", "readlink", "cat")) {
            Path tool = Stream.of("/usr/bin", "/bin")
                    .map(bin -> Path.of(bin, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(tools.resolve(name), tool);
        }
        return tools.toString();
    }

    private Said launch(Path script, Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(words))
                                .toList())
                .redirectErrorStream(true);
        if (!script.startsWith(LAUNCHER)) {
            builder.directory(folder.toFile());
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), said);
    }

    private record Said(int exitCode, String words) {}
}
