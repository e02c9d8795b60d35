package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A partner's drop folder, as the partner uses it. */
record DropFolder(Path root) {
    private static final Duration RECEIPT_WITHIN = Duration.ofSeconds(90);

    /** Under a name the hub leaves alone, then renamed, as the contract advises. */
    void drop(String name, byte[] content) {
        try {
            Path part = root.resolve("in").resolve(name + ".part");
            Files.write(part, content);
            Files.move(part, root.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode receipt(String name) {
        Path file = root.resolve("out").resolve(name + ".receipt.json");
        Watching.until("receipt of " + name, RECEIPT_WITHIN, () -> Files.isRegularFile(file), there -> there);
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode receiptAfterDropping(String name, byte[] content) {
        drop(name, content);
        return receipt(name);
    }

    byte[] rejected(String name) {
        try {
            return Files.readAllBytes(root.resolve("out").resolve(name + ".rejected.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String rejected(String name, Charset charset) {
        return new String(rejected(name), charset);
    }

    boolean hasRejected(String name) {
        return Files.exists(root.resolve("out").resolve(name + ".rejected.csv"));
    }

    boolean isDone(String name) {
        return Files.exists(root.resolve("done"))
                && !Files.exists(root.resolve("in").resolve(name));
    }

    /** rows = accepted + refused + duplicate, and these. */
    static void says(JsonNode receipt, String status, int accepted, int refused, int duplicate) {
        assertThat(receipt.path("status").asText()).as("%s", receipt).isEqualTo(status);
        assertThat(receipt.path("accepted").asInt()).as("%s", receipt).isEqualTo(accepted);
        assertThat(receipt.path("refused").asInt()).as("%s", receipt).isEqualTo(refused);
        assertThat(receipt.path("duplicate").asInt()).as("%s", receipt).isEqualTo(duplicate);
        assertThat(receipt.path("rows").asInt()).as("%s", receipt).isEqualTo(accepted + refused + duplicate);
    }
}
