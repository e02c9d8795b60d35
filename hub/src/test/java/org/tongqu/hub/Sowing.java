package org.tongqu.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Puts messages in at the journal's doors, as the connectors do, and waits until they have taken effect. */
@Component
public class Sowing {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Intake intake;
    private final FileIntake files;
    private final Wall wall;
    private final JdbcClient jdbc;

    Sowing(Intake intake, FileIntake files, Wall wall, JdbcClient jdbc) {
        this.intake = intake;
        this.files = files;
        this.wall = wall;
        this.jdbc = jdbc;
    }

    /** A number nobody else uses in this run. */
    public static int number() {
        return NUMBER.incrementAndGet();
    }

    public String visit(String login, String region, String json) {
        return applied(kept(new Sender(login, Role.REP, region, null), new VisitWording(), json));
    }

    public String order(String factory, String json) {
        return applied(kept(factory(factory), new OrderWording(), json));
    }

    public String acknowledge(String factory, String json) {
        return applied(kept(factory(factory), new AcknowledgementWording(), json));
    }

    public String answer(String factory, String json) {
        return applied(kept(factory(factory), new AnswerWording(), json));
    }

    public String file(String agent, String name, String content) {
        try {
            Path file = Files.createTempFile("sown", ".csv");
            Files.writeString(file, content);
            return applied(files.keep(agent, name, name + "-" + number(), file));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private <T> String kept(Sender sender, Wording<T> wording, String json) {
        byte[] raw = json.getBytes(UTF_8);
        Item<T> item = new Item<>(raw, wording.format(), wording.read(raw));
        Receipt receipt = intake.receive(sender, Wire.REST, wording.kind(), Optional.empty(), List.of(item))
                .getFirst();
        if (receipt.status() != Receipt.Status.RECEIVED) {
            throw new AssertionError(receipt.toString());
        }
        return receipt.messageId();
    }

    private static Sender factory(String code) {
        return new Sender(code, Role.FACTORY, null, code);
    }

    /** Waits for a message to have an outcome. */
    public String applied(String messageId) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(
                                "select count(*) from journal.message where id = :id and outcome is not null",
                                messageId)
                        .equals("1"));
        return messageId;
    }

    /** Parks a message as the last failed try would. */
    public void park(String messageId) {
        wall.run(Scope.WORKER, () -> jdbc.sql("""
                                update journal.message set outcome = null, progress = 'UNDERSTOOD', parked_at = now(), fault = 'HUB', tries_left = 0
                                where id = :id
                                """).param("id", messageId).update());
    }

    /** One value as the hub itself sees it. */
    public String one(String sql, String id) {
        return wall.read(
                Scope.WORKER,
                () -> String.valueOf(jdbc.sql(sql).param("id", id).query().singleValue()));
    }
}
