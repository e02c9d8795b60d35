package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Reading;

@DisplayName("A demand carried to a factory's REST server")
@Timeout(20)
class RestFactoryTest {
    private static final String SECRET = "s3cret-key";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private static Delivery deliver(URI base) {
        try (var factory = new RestFactory(new Endpoint.Rest(base, SECRET, Duration.ofMillis(900)), NOON)) {
            return factory.deliver(Demands.parcel("D-1"));
        }
    }

    private static Delivery deliver(FakeFactory factory) throws IOException {
        try (factory) {
            return deliver(factory.base());
        }
    }

    private static String failed(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Failed.class);
        Delivery.Failed failed = (Delivery.Failed) delivery;
        assertThat(failed.fault()).isEqualTo(Fault.PARTNER);
        assertThat(failed.reason()).doesNotContain(SECRET).containsPattern("\\p{IsHan}");
        return failed.reason();
    }

    @Test
    @DisplayName("arrives whole, with the parcel's id as its key, and the factory's number comes back")
    void arrives() throws IOException {
        try (var factory = FakeFactory.answering("200 OK", "", "{\"demandId\":\"D-1\",\"factoryRef\":\"F-77\"}")) {
            var taken = (Delivery.Taken) deliver(factory.base());
            assertThat(taken.reply()).isNotNull().satisfies(reply -> {
                assertThat(reply.acknowledged()).isEqualTo(new Acknowledged("D-1", "F-77", OffsetDateTime.now(NOON)));
                assertThat(new String(reply.raw(), UTF_8)).contains("F-77");
                // The journal keeps the bytes and reads them again when the word is taken in.
                assertThat(new AcknowledgementWording().read(reply.raw()))
                        .isInstanceOfSatisfying(
                                Reading.Understood.class,
                                again -> assertThat(again.said()).isEqualTo(reply.acknowledged()));
            });
            String heard = factory.heard.getFirst();
            assertThat(heard)
                    .startsWith("POST /api/demands HTTP/1.1")
                    .containsIgnoringCase("idempotency-key: K-D-1")
                    .containsIgnoringCase("authorization: Bearer " + SECRET)
                    .containsIgnoringCase("content-type: application/json");
            byte[] body = heard.substring(heard.indexOf("\r\n\r\n")).getBytes(UTF_8);
            assertThat(RecordJson.read(body, Asked.class)).isEqualTo(Demands.asked("D-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "201 Created", "202 Accepted"})
    @DisplayName("is taken without acknowledgement when the answer is empty")
    void empty(String status) throws IOException {
        assertThat(deliver(FakeFactory.answering(status, "", " \n"))).isEqualTo(new Delivery.Taken(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body>Login</body></html>|HTML",
                "<soap:Envelope><soap:Body><soap:Fault/></soap:Body></soap:Envelope>|SOAP fault",
                "OK|no JSON",
                "{\"demandId\":\"D-2\",\"factoryRef\":\"F\"}|another demand D-2",
                "{\"ok\":true}|no acknowledgement",
                "{\"demandId\":\"D-1\",\"demandId\":\"D-1\"}|no JSON",
                "[]|no object",
                "\"D-1\"|no object",
                "{\"demandId\":\"D-1\",\"at\":\"yesterday\"}|no acknowledgement",
                "{\"demandId\":{\"$ne\":1}}|no acknowledgement"
            })
    @DisplayName("is never taken on an answer that only looks like success")
    void lies(String body, String named) throws IOException {
        assertThat(failed(deliver(FakeFactory.answering("200 OK", "", body)))).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"408,", "425,7", "429,5", "503,999999999999", "429,-5", "503,soon"})
    @DisplayName("waits as long as the factory asks, but no longer than an hour")
    void notNow(int status, String after) throws IOException {
        var delivery = (Delivery.Failed) deliver(
                FakeFactory.answering(status + " X", after == null ? "" : "Retry-After: " + after + "\r\n", ""));
        Duration expected = after == null || !after.matches("[0-9]+")
                ? null
                : Duration.ofSeconds(Math.min(3600, Long.parseLong(after)));
        assertThat(delivery.retryAfter()).isEqualTo(expected);
        assertThat(delivery.fault()).isEqualTo(Fault.PARTNER);
    }

    @Test
    @DisplayName("waits until the moment the factory names")
    void retryDate() throws IOException {
        var delivery = (Delivery.Failed)
                deliver(FakeFactory.answering("503 X", "Retry-After: Mon, 02 Mar 2026 12:00:30 GMT\r\n", ""));
        assertThat(delivery.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 422})
    @DisplayName("is rejected for good by a 4xx, with the factory's words cleaned and without our key")
    void rejected(int status) throws IOException {
        String body = "bad\u0007\r\nkey " + SECRET + "<script>\u202E " + "x".repeat(500);
        var delivery = (Delivery.Rejected) deliver(FakeFactory.answering(status + " No", "", body));
        assertThat(delivery.reason())
                .contains("HTTP " + status, "bad key ***<script>")
                .doesNotContain(SECRET, "\u0007", "\n", "\u202E")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 X",
                "502 X",
                "504 X",
                "301 X\r\nLocation: http://127.0.0.1:9/",
                "307 X\r\nLocation: /other",
                "304 X"
            })
    @DisplayName("may succeed later after a 5xx or a redirect, which is never followed")
    void later(String status) throws IOException {
        try (var factory = FakeFactory.answering(status, "", "stack trace of theirs")) {
            assertThat(failed(deliver(factory.base()))).contains("HTTP " + status.substring(0, 3));
            assertThat(factory.heard).hasSize(1);
        }
    }

    @Test
    @DisplayName("gives up at its deadline on a factory that says nothing")
    void hangs() throws IOException {
        var never = new CountDownLatch(1);
        assertThat(failed(deliver(new FakeFactory((caller, out) -> never.await()))))
                .contains("within 900 ms");
    }

    @Test
    @DisplayName("gives up at its deadline on a factory that trickles its answer byte by byte")
    void trickles() throws IOException {
        long start = System.nanoTime();
        var never = new CountDownLatch(1);
        var delivery = deliver(new FakeFactory((caller, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            while (!never.await(100, TimeUnit.MILLISECONDS)) {
                write(out, "{");
            }
        }));
        assertThat(failed(delivery)).contains("within 900 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("hangs up on a factory that sends without end")
    void endless() throws IOException {
        var hungUp = new CountDownLatch(1);
        try (var factory = new FakeFactory((caller, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            try {
                for (int i = 0; i < 16_384; i++) {
                    out.write(new byte[65_536]);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        })) {
            assertThat(failed(deliver(factory.base()))).contains("64 KiB");
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    @Test
    @DisplayName("survives a reset, half an answer, and an answer that is no HTTP")
    void broken() throws IOException {
        assertThat(failed(deliver(new FakeFactory((caller, out) -> caller.setSoLinger(true, 0)))))
                .contains("broke");
        assertThat(failed(deliver(new FakeFactory((caller, out) ->
                        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"demandId\":\"D-1\"")))))
                .contains("broke");
        assertThat(failed(deliver(new FakeFactory((caller, out) -> write(out, "SSH-2.0-OpenSSH_9.2\r\n")))))
                .contains("broke");
    }

    @Test
    @DisplayName("finds nobody at home and says so")
    void nobodyHome() throws IOException {
        FakeFactory gone = FakeFactory.answering("200 OK", "", "");
        gone.close();
        assertThat(failed(deliver(gone.base()))).contains("connect");
    }

    @Test
    @DisplayName("cannot leave with a key that fits no header, and the key is not told")
    void unusableKey() {
        var endpoint = new Endpoint.Rest(URI.create("http://127.0.0.1:9"), SECRET + "\n", Duration.ofSeconds(1));
        try (var factory = new RestFactory(endpoint, NOON)) {
            var failed = (Delivery.Failed) factory.deliver(Demands.parcel("D-1"));
            assertThat(failed.fault()).isEqualTo(Fault.HUB);
            assertThat(failed.reason()).doesNotContain(SECRET);
        }
    }

    @Test
    @DisplayName("is not confused with a file receipt, which goes another way")
    void fileDone() {
        var parcel = new Parcel("K", "p", new Parcel.Load.FileDone("M", "六月.csv"), 1, 1);
        try (var factory = new RestFactory(
                new Endpoint.Rest(URI.create("http://127.0.0.1:9"), null, Duration.ofSeconds(1)), NOON)) {
            assertThat(factory.deliver(parcel)).isInstanceOf(Delivery.Failed.class);
        }
    }
}
