package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hostile envelope")
@Timeout(20)
class HostileEnvelopesTest {
    private static final Path FILES = Path.of("src/test/resources/hostile");
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static Counter counter;
    private static ServerSocket listener;

    @BeforeAll
    static void open() throws IOException {
        counter = new Counter();
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(HostileEnvelopesTest::count);
    }

    private static void count() {
        while (!listener.isClosed()) {
            try {
                listener.accept().close();
                CALLERS.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @AfterAll
    static void close() throws IOException {
        counter.close();
        listener.close();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(LICENSE|README.md)"))
                    .toList()
                    .stream();
        }
    }

    /** With the host that attacks would call replaced by one that counts. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, UTF_8).replace("127.0.0.1:9", "127.0.0.1:" + listener.getLocalPort());
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName(
            "is refused in a second with a code, tells nothing of this machine, calls nobody, and the next call is unharmed")
    void refused(Path file) throws IOException {
        long start = System.nanoTime();
        String heard = counter.hears(text(file));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(heard)
                .startsWith("500 ")
                .containsPattern("<code>[A-Z_0-9]+</code><zh>.*\\p{IsHan}.*</zh><en>")
                .doesNotContain("root:", "Exception", "HUB_FAULT", "\tat ", "wstx", "localhost");
        assertThat(CALLERS).hasValue(0);
        assertThat(counter.hears(Envelopes.order("H-1"))).startsWith("200 ");
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("that hides its attack in an order's own text fares no better")
    void hidden(Path file) throws IOException {
        String doctype = text(file);
        int end = doctype.indexOf("]>");
        String envelope = (end < 0 ? "<!DOCTYPE x [<!ENTITY xxe \"y\">]>" : doctype.substring(0, end + 2))
                + Envelopes.order("&xxe;");
        assertThat(counter.hears(envelope))
                .startsWith("500 ")
                .contains("<code>")
                .doesNotContain("root:");
        assertThat(CALLERS).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "soap/array_attack.xml,UNKNOWN_OPERATION",
        "soap/doctype_in_envelope.xml,DOCTYPE",
        "soap/two_bodies.xml,ONE_BODY",
        "soap/unknown_must_understand.xml,MUST_UNDERSTAND",
        "xml/own/billion_laughs.xml,DOCTYPE",
        "xml/own/xxe_file.xml,DOCTYPE",
        "xml/own/clean.xml,NOT_SOAP_11"
    })
    @DisplayName("is refused for what it is")
    void named(String file, String code) throws IOException {
        assertThat(counter.hears(text(FILES.resolve(file)))).contains("<code>" + code + "<");
    }

    @Test
    @DisplayName("with a header that never ends is not read to its end")
    void headers() throws IOException {
        assertThat(counter.hears(text(FILES.resolve("soap/oversized_header.xml"))))
                .containsPattern("<code>(LIMIT_EXCEEDED|HEADER_TOO_LARGE)<");
        String many = "<soap:Header>" + "<h>x</h>".repeat(9_000) + "</soap:Header><soap:Body>";
        assertThat(counter.hears(Envelopes.order("A").replace("<soap:Body>", many)))
                .contains("<code>HEADER_TOO_LARGE<");
    }

    @Test
    @DisplayName("that is too deep, too many, too long or too many-sided is over the limit")
    void limits() {
        over("<a>".repeat(100) + "</a>".repeat(100));
        over("<a>" + "<b/>".repeat(110_000) + "</a>");
        over("<a>" + "x".repeat(120_000) + "</a>");
        over("<a "
                + Stream.iterate(0, n -> n + 1)
                        .limit(40)
                        .map(n -> "a" + n + "='1'")
                        .reduce("", (a, b) -> a + " " + b) + "/>");
        over("<a x='" + "y".repeat(5_000) + "'/>");
    }

    private static void over(String payload) {
        assertThat(counter.hears(Envelopes.around(payload))).contains("<code>LIMIT_EXCEEDED<");
    }

    @Test
    @DisplayName("with something behind its body, an instruction or an unknown entity is no envelope")
    void odd() {
        String order = Envelopes.order("A-1");
        assertThat(counter.hears(order.replace("</soap:Envelope>", "<x/></soap:Envelope>")))
                .contains("<code>ONE_BODY<");
        assertThat(counter.hears(order + "<x/>")).contains("<code>BAD_XML<");
        assertThat(counter.hears("<?xml-stylesheet href='http://127.0.0.1/x'?>" + order))
                .contains("<code>INSTRUCTION<");
        assertThat(counter.hears(order.replace("A-1", "&who;"))).containsPattern("<code>(ENTITY|BAD_XML)<");
        assertThat(counter.hears(order.replace("A-1", "\u0001"))).contains("<code>BAD_XML<");
        assertThat(counter.hears("")).contains("<code>BAD_XML<");
        assertThat(counter.hears("{\"orderNo\":1}")).contains("<code>BAD_XML<");
    }
}
