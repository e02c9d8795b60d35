package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A factory's program in another language, a process of its own that knows nothing of ours but the address of the WSDL. */
final class ForeignClient implements AutoCloseable {
    private static final Path CLIENTS = Product.root().resolve("journeys/src/test/clients");
    private static final Path WORKPLACE = Product.root().resolve("journeys/target/clients/node");

    private final Process program;
    private final BufferedWriter in;
    private final BufferedReader out;

    private ForeignClient(List<String> command, Path folder) {
        this.program = Product.started(
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT));
        this.in = program.outputWriter(UTF_8);
        this.out = program.inputReader(UTF_8);
    }

    /** Left out where its language is not installed, unless {@code TONGQU_REQUIRE_CLIENTS=1}. */
    static ForeignClient start(String library, String wsdl, String user, String secret, String credential) {
        try {
            Path folder = ready(library);
            List<String> command = new ArrayList<>(
                    library.equals("zeep")
                            ? List.of(
                                    "/usr/bin/python3",
                                    CLIENTS.resolve("zeep/factory.py").toString())
                            : List.of("node", "factory.js"));
            command.addAll(List.of(wsdl, user, secret, credential));
            return new ForeignClient(command, folder);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(library, e);
        }
    }

    private static synchronized Path ready(String library) throws IOException, InterruptedException {
        if (library.equals("zeep")) {
            need(runs(CLIENTS, "/usr/bin/python3", "-c", "import zeep"), "apt-get install python3-zeep");
            return CLIENTS;
        }
        if (!Files.isDirectory(WORKPLACE.resolve("node_modules/soap"))) {
            Files.createDirectories(WORKPLACE);
            for (String file : List.of("factory.js", "package.json", "package-lock.json")) {
                Files.write(
                        WORKPLACE.resolve(file),
                        Files.readAllBytes(CLIENTS.resolve("node").resolve(file)));
            }
            need(
                    runs(WORKPLACE, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    "apt-get install nodejs npm, and let npm reach its registry");
        }
        return WORKPLACE;
    }

    private static void need(boolean there, String install) {
        if (!there && "1".equals(System.getenv("TONGQU_REQUIRE_CLIENTS"))) {
            fail("required and missing: " + install);
        }
        Assumptions.assumeTrue(there, "left out, for it is not installed: " + install);
    }

    private static boolean runs(Path folder, String... command) throws InterruptedException {
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

    /** What the hub said to one call: under {@code ok}, {@code refused} or {@code problem}. */
    JsonNode call(String operation, String with) {
        ask(operation, with);
        return answer();
    }

    void ask(String operation, String with) {
        try {
            in.write("{\"call\":\"" + operation + "\",\"with\":" + with.replace("\n", " ") + "}\n");
            in.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    JsonNode answer() {
        try {
            String line = out.readLine();
            return line == null ? fail("the program ended: " + program.waitFor()) : Json.read(line);
        } catch (IOException | InterruptedException gone) {
            throw new AssertionError(gone);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
            program.waitFor(20, TimeUnit.SECONDS);
            assertEquals(0, program.exitValue());
        } catch (IOException | InterruptedException gone) {
            throw new AssertionError(gone);
        }
    }
}
