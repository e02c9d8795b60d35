package org.tongqu.journeys;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Libraries of npm under {@code src/test/clients}, fetched once into {@code target} as their lock file says. */
final class NpmLibrary {
    private static final Path CLIENTS = Product.root().resolve("journeys/src/test/clients");
    private static final Path WORKPLACES = Product.root().resolve("journeys/target/clients");

    private NpmLibrary() {}

    /** The folder in which the library is at hand; where npm or its registry is away the test is left out, unless clients are required. */
    static synchronized Path ready(String folder, String library) throws IOException, InterruptedException {
        Path workplace = WORKPLACES.resolve(folder);
        if (!Files.isDirectory(workplace.resolve("node_modules").resolve(library))) {
            copy(CLIENTS.resolve(folder), workplace);
            need(
                    runs(workplace, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    "apt-get install nodejs npm, and let npm reach its registry");
        }
        return workplace;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void need(boolean there, String install) {
        if (!there && "1".equals(System.getenv("TONGQU_REQUIRE_CLIENTS"))) {
            fail("required and missing: " + install);
        }
        Assumptions.assumeTrue(there, "left out, for it is not installed: " + install);
    }

    static boolean runs(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
