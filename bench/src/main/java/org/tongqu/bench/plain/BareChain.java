package org.tongqu.bench.plain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same hops with nothing in them: a visit's bytes and an outbox row in one flushed commit, NOTIFY, a claim that need not be flushed, the call
 * of the factory, a mark that it is done. Nothing is parsed, checked, matched or graded.
 */
@RestController
class BareChain implements SmartLifecycle {
    private static final int HANDS = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DataSource pool;
    private final URI factory;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;

    BareChain(JdbcClient jdbc, PlatformTransactionManager transactions, DataSource pool, URI factory) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.pool = pool;
        this.factory = factory;
    }

    private record Claimed(long seq, byte[] bytes) {}

    @PostMapping("/visits")
    ResponseEntity<String> take(@RequestBody byte[] visit) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into bare_visit (id, bytes) values (?, ?)")
                    .params(id, visit)
                    .update();
            jdbc.sql("insert into bare_outbox (visit, state, bytes) values (?, 'WAITING', ?)")
                    .params(id, visit)
                    .update();
            jdbc.sql("select pg_notify('bare', '')").query().singleRow();
        });
        return ResponseEntity.accepted().body("{\"id\":\"" + id + "\"}");
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("bell").start(this::listen);
        for (int hand = 0; hand < HANDS; hand++) {
            Thread.ofPlatform().daemon().name("hand-" + hand).start(this::work);
        }
    }

    private void listen() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen bare");
            PGConnection wire = connection.unwrap(PGConnection.class);
            while (running) {
                for (PGNotification ignored : wire.getNotifications(500)) {
                    bell.release();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work() {
        try {
            while (running) {
                Optional<Claimed> claimed = Optional.ofNullable(transaction.execute(status -> claim().orElse(null)));
                if (claimed.isPresent()) {
                    call(claimed.get());
                } else {
                    boolean rang = bell.tryAcquire(1, TimeUnit.SECONDS);
                    running &= rang || running;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<Claimed> claim() {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)").query().singleRow();
        return jdbc.sql("""
                        update bare_outbox set state = 'CLAIMED' where seq = (
                            select seq from bare_outbox where state = 'WAITING' order by seq limit 1 for update skip locked)
                        returning seq, bytes
                        """)
                .query((row, n) -> new Claimed(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    private void call(Claimed claimed) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(factory)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(claimed.bytes()))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("factory: " + answer.statusCode());
        }
        jdbc.sql("update bare_outbox set state = 'SENT' where seq = ?")
                .param(claimed.seq())
                .update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
