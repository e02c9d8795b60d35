package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.demo.line.Envelope;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Words.Customer;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.journeys.Entered.Verdict;

@DisplayName("A hostile envelope, posted to a running hub by a partner who may call,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedGroup.class)
class HostileCallsTest {
    private static final String TYPE = "text/xml; charset=";
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** A tenth of what the hub may have. */
    private static final long MIB = 77;

    private final Tripwire tripwire = new Tripwire();
    private final Attacks attacks = new Attacks(tripwire.port());
    private final Heap heap;
    private final Entered attacker;
    private final Wire neighbour;

    HostileCallsTest(Group group) {
        this.heap = new Heap(group.hub().process());
        this.attacker = Entered.factory(group.hub(), "hostile");
        this.neighbour = Entered.factory(group.hub(), "beside-hostile").wire(Wire.Kind.SOAP);
        othersAreHeard();
    }

    @AfterAll
    void close() {
        neighbour.close();
        tripwire.close();
    }

    @ParameterizedTest(name = "out of {0}")
    @ValueSource(strings = {"soap", "xml/own", "xml/patt"})
    @DisplayName("is refused in a second with a code, calls nobody, fills no memory, and the next partner is heard")
    void files(String folder) {
        harmless(attacks.folder(folder), UTF_8);
    }

    @Test
    @DisplayName("out of a list of known attacks fares no better")
    void lines() {
        harmless(attacks.lines(), UTF_8);
    }

    @Test
    @DisplayName("whose entity stands for the number of an otherwise good order fares no better")
    void hidden() {
        String good = Envelope.of("SubmitOrder", wrapped("HT-HIDDEN"), null).replaceFirst("<\\?xml[^>]*>", "");
        List<String> hidden = attacks.within(good, "HT-HIDDEN");
        assertThat(hidden).hasSizeGreaterThan(20).allMatch(Attacks::beginsWithDoctype);
        harmless(hidden, UTF_8);
        assertThat(call(good, UTF_8).expect(200).body()).contains("RECEIVED");
    }

    @Test
    @DisplayName("in letters of two bytes is seen for what it is")
    void inOtherLetters() {
        List<String> wide = attacks.all()
                .map(attack -> attack.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-16\""))
                .toList();
        harmless(wide, UTF_16);
    }

    @Test
    @DisplayName("with a header that it says must be understood gets the fault that SOAP has for it")
    void mustUnderstand() {
        assertThat(call(attacks.file("soap/unknown_must_understand.xml"), UTF_8).body())
                .containsPattern("<faultcode>\\w+:MustUnderstand</faultcode>");
    }

    @SuppressWarnings("SystemOut")
    private void harmless(List<String> bodies, Charset charset) {
        long before = heap.held();
        Duration slowest = bodies.stream()
                .map(body -> timeToRefuse(body, charset))
                .max(Duration::compareTo)
                .orElseThrow();
        long filled = heap.filled();
        System.out.printf(
                "slowest of %d: %d ms; old generation %d MiB before, %d after%n",
                bodies.size(), slowest.toMillis(), before, filled);
        assertThat(filled).isLessThan(before + MIB);
        assertThat(heap.held()).isLessThan(before + MIB);
        assertThat(tripwire.callers()).isZero();
        othersAreHeard();
    }

    /** On a busy machine anything may take long once; what is slow by itself is slow each time. */
    private Duration timeToRefuse(String body, Charset charset) {
        return Watching.until(
                "refused within a second: " + body.substring(0, Math.min(200, body.length())),
                Duration.ofSeconds(20),
                () -> refused(body, charset),
                time -> time.compareTo(SECOND) < 0);
    }

    private Duration refused(String body, Charset charset) {
        long start = System.nanoTime();
        Reply reply = call(body, charset).expect(500);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(reply.contentType()).startsWith("text/xml");
        assertThat(reply.body())
                .containsPattern(Attacks.beginsWithDoctype(body) ? "<code>(DOCTYPE|BAD_XML)</code>" : "<code>")
                .containsPattern("<code>[A-Z_0-9]+</code><zh>.*\\p{IsHan}.*</zh><en>")
                .doesNotContain("root:", "Exception", "HUB_FAULT", "\tat ", "wstx", "org.tongqu", "java.");
        return time;
    }

    private Reply call(String body, Charset charset) {
        return attacker.caller()
                .with("Content-Type", TYPE + charset)
                .call("POST", "/ws/factory", BodyPublishers.ofString(body, charset));
    }

    private void othersAreHeard() {
        assertThat(Verdict.of(neighbour, Subject.ORDER, order(Messages.number("HT-BESIDE"))))
                .isEqualTo(Verdict.RECEIVED);
    }

    private static Order order(String orderNo) {
        Customer customer = new Customer("本溪水泵厂", null, "辽宁省", "本溪市", null, null);
        Line line = new Line("1", "CK6150", "MACHINE_TOOL", "CK6150", "1", "380000.00");
        return new Order(
                orderNo,
                1,
                "2026-03-20T10:00:00+08:00",
                "东北区",
                customer,
                null,
                null,
                null,
                "CNY",
                List.of(line),
                null,
                null,
                null);
    }

    private static ObjectNode wrapped(String orderNo) {
        return Json.MAPPER.createObjectNode().set("order", org.tongqu.demo.line.Json.tree(order(orderNo)));
    }
}
