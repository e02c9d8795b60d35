package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent gets a clear answer in both languages, and the next message is none the worse for it. */
@ExtendWith(SharedGroup.class)
class BadInputTest {
    private static final int HUNDRED_MB = 100 * 1024 * 1024;

    private final Group group;
    private final Caller rep;

    BadInputTest(Group group) {
        this.group = group;
        this.rep = group.as("rep-ne-2");
    }

    @AfterEach
    void the_next_message_is_unharmed() {
        Reply reply = rep.post("/api/v1/visits", visit()).expect(202);
        assertThat(Watching.settled(rep, reply.receipt().path("messageId").asText())
                        .path("outcome")
                        .asText())
                .isEqualTo("TAKEN");
    }

    @Test
    void who_is_not_known_is_not_let_in() {
        for (Caller stranger : new Caller[] {
            group.hub().nobody(),
            group.as("factory-nine"),
            group.hub().as("rep-ne-2", "wrong"),
            Caller.bearer(group.hub().url(), "no-such-key"),
            group.hub().nobody().with("Authorization", "Basic !!!")
        }) {
            problem(stranger.post("/api/v1/visits", visit()), 401);
            problem(stranger.get("/api/v1/customers"), 401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "factory-mt1, /api/v1/visits",
        "agent-a001,  /api/v1/visits",
        "auditor,     /api/v1/visits",
        "tech1,       /api/v1/visits",
        "rep-ne-2,    /api/v1/orders",
        "desk,        /api/v1/orders",
        "agent-a001,  /api/v1/orders",
        "rep-ne-2,    /api/v1/answers",
        "rep-ne-2,    /api/v1/partners",
        "mgr-ne,      /api/v1/partners"
    })
    void who_may_not_do_it_is_told_so(String login, String path) {
        problem(group.as(login).post(path, visit()), 403);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "{",
                "[{\"visitNo\":\"NE-BAR-1\"",
                "nonsense",
                "{\"a\":1}}",
                "{\"visitNo\":\"\\ud800\"",
                "\u0000",
                "{'visitNo':'x'}",
                "NaN"
            })
    void broken_json_is_refused_whole(String body) {
        problem(rep.post("/api/v1/visits", body), 400);
        problem(group.as("factory-mt1").post("/api/v1/orders", body), 400);
    }

    @Test
    void a_nest_of_ten_thousand_brackets_is_refused() {
        problem(rep.post("/api/v1/visits", "[".repeat(10_000) + "]".repeat(10_000)), 400);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] body = visit().toString().getBytes(java.nio.charset.Charset.forName("GB18030"));
        problem(
                rep.with("Content-Type", "application/json")
                        .call("POST", "/api/v1/visits", BodyPublishers.ofByteArray(body)),
                400);
    }

    @Test
    void another_content_type_is_refused() {
        problem(
                rep.with("Content-Type", "text/xml")
                        .call("POST", "/api/v1/visits", BodyPublishers.ofString("<visit/>")),
                415);
    }

    @Test
    void a_body_of_100_MB_is_refused() {
        byte[] part = new byte[1024 * 1024];
        java.util.Arrays.fill(part, (byte) ' ');
        var parts = java.util.Collections.nCopies(HUNDRED_MB / part.length, part);

        problem(
                rep.with("Content-Type", "application/json")
                        .call("POST", "/api/v1/visits", BodyPublishers.ofByteArrays(parts)),
                413);
    }

    @Test
    void a_body_that_breaks_off_is_not_kept() throws IOException {
        ObjectNode visit = visit();
        byte[] whole = visit.toString().getBytes(UTF_8);
        String credential = Base64.getEncoder().encodeToString("rep-ne-2:demo".getBytes(UTF_8));
        try (Socket line = new Socket(
                java.net.InetAddress.getLoopbackAddress(), group.hub().url().getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(
                    ("POST /api/v1/visits HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Basic " + credential + "\r\nContent-Length: " + whole.length
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.write(whole, 0, whole.length / 2);
            out.flush();
            line.shutdownOutput();
            InputStream in = line.getInputStream();
            assertThat(new String(in.readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("RECEIVED");
        }
        assertThat(rep.all("/api/v1/messages?key=" + visit.path("visitNo").asText()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelFileName",
                "camelfilename",
                "CAMELHTTPURI",
                "CamelHttpPath",
                "camelsqlquery",
                "CamelBeanMethodName",
                "camelExecCommandExecutable",
                "org.apache.camel.whatever",
                "JMSDestination",
                "breadcrumbId"
            })
    void a_header_steers_nothing(String header) {
        ObjectNode visit = visit();
        JsonNode receipt = rep.with(header, "../../../../tmp/tongqu-was-here")
                .post("/api/v1/visits", visit)
                .expect(202)
                .receipt();

        assertThat(receipt.path("status").asText()).isEqualTo("RECEIVED");
        JsonNode message = Watching.settled(rep, receipt.path("messageId").asText());
        assertThat(message.path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(message.toString()).doesNotContain("was-here");
        assertThat(group.hub().home().resolveSibling("tongqu-was-here")).doesNotExist();
        assertThat(java.nio.file.Path.of("/tmp/tongqu-was-here")).doesNotExist();
    }

    @Test
    void somebody_elses_id_looks_like_no_id_at_all() {
        JsonNode receipt = rep.post(
                        "/api/v1/visits",
                        Messages.visitWithNeed(Messages.number("NE-BAR"), "rep-ne-2", customer(), "CRANE×1"))
                .expect(202)
                .receipt();
        String message = receipt.path("messageId").asText();
        Watching.settled(rep, message);
        String need = Watching.until("a need of rep-ne-2", () -> rep.all("/api/v1/needs"), needs -> !needs.isEmpty())
                .getFirst()
                .path("id")
                .asText();
        String unknown = UUID.randomUUID().toString();

        for (String login : new String[] {"rep-sw-1", "factory-boiler", "agent-a001"}) {
            Caller other = group.as(login);
            for (String[] pair : new String[][] {{"messages", message}, {"needs", need}}) {
                Reply theirs = other.get("/api/v1/" + pair[0] + "/" + pair[1]);
                Reply nobodys = other.get("/api/v1/" + pair[0] + "/" + unknown);
                problem(theirs, 404);
                assertThat(theirs.body().replace(pair[1], "ID"))
                        .isEqualTo(nobodys.body().replace(unknown, "ID"));
            }
        }
        problem(rep.get("/api/v1/needs/not-an-id"), 404);
        problem(rep.get("/api/v1/messages/%27%20or%201=1--"), 404);
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        problem(rep.get("/api/v1/needs?state=MAYBE"), 400);
        problem(rep.get("/api/v1/needs?limit=0"), 400);
        problem(rep.get("/api/v1/needs?limit=many"), 400);
        problem(rep.get("/api/v1/customers?after=xyz"), 400);
        problem(rep.get("/api/v1/nothing-here"), 404);
        problem(rep.call("DELETE", "/api/v1/customers", BodyPublishers.noBody()), 405);
    }

    @Test
    void a_class_that_does_not_exist_is_refused_with_its_place() {
        ObjectNode visit = Messages.visitWithNeed(Messages.number("NE-BAR"), "rep-ne-2", customer(), "ROCKET×1");

        Reply reply = rep.post("/api/v1/visits", visit).expect(422);

        JsonNode error = reply.receipt().path("errors").path(0);
        assertThat(error.path("pointer").asText()).isEqualTo("/needs/0/parts/0/productClass");
        bothLanguages(error);
    }

    @Test
    void one_bad_item_does_not_sink_the_good_ones() {
        ObjectNode good = visit();
        ObjectNode bad = visit();
        bad.remove("visitedAt");

        Reply reply = rep.post("/api/v1/visits", Messages.array(java.util.List.of(bad, good)))
                .expect(202);

        assertThat(Json.texts(reply.json().path("receipts"), "status")).containsExactly("REFUSED", "RECEIVED");
        assertThat(reply.receipt().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/visitedAt");
    }

    @Test
    void the_same_number_with_other_words_is_refused_and_both_are_kept() {
        ObjectNode first = visit();
        ObjectNode second = first.deepCopy();
        second.putArray("opinions").add("别的意见");
        String taken = rep.post("/api/v1/visits", first)
                .expect(202)
                .receipt()
                .path("messageId")
                .asText();

        JsonNode receipt = rep.post("/api/v1/visits", second).expect(422).receipt();

        assertThat(receipt.path("status").asText()).isEqualTo("REFUSED");
        bothLanguages(receipt.path("errors").path(0));
        assertThat(receipt.path("messageId").asText()).isNotEqualTo(taken);
        assertThat(rep.all("/api/v1/messages?key=" + first.path("visitNo").asText()))
                .hasSize(2);
    }

    private static ObjectNode customer() {
        return Messages.customer("鞍山轧钢备件厂", "辽宁省", "鞍山市");
    }

    private static ObjectNode visit() {
        return Messages.visit(Messages.number("NE-BAR"), "rep-ne-2", customer());
    }

    /** A problem in both languages that tells nothing of our inside. */
    static void problem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        bothLanguages(reply.json());
        assertThat(reply.body()).doesNotContain("Exception", "org.tongqu", "java.", "\tat ", "SQL");
    }

    private static void bothLanguages(JsonNode told) {
        assertThat(told.path("code").asText()).as("%s", told).matches("[A-Z][A-Z0-9_]+");
        assertThat(told.path("zh").asText()).as("%s", told).containsPattern("\\p{IsHan}");
        assertThat(told.path("en").asText()).as("%s", told).containsPattern("[a-z]{3}");
    }
}
