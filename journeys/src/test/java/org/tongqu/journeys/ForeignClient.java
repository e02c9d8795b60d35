package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A factory's program in another language, a process of its own that knows nothing of ours but the address of the WSDL. */
final class ForeignClient implements AutoCloseable {
    private static final Path CLIENTS = Product.root().resolve("journeys/src/test/clients");

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

    /** The folder in which the library is at hand. */
    static Path ready(String library) throws IOException, InterruptedException {
        if (library.equals("zeep")) {
            boolean there = NpmLibrary.runs(CLIENTS, "/usr/bin/python3", "-c", "import zeep");
            NpmLibrary.need(there, "apt-get install python3-zeep");
            return CLIENTS;
        }
        return NpmLibrary.ready("node", "soap");
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
