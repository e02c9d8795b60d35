package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The strings of the big list that have broken other people's software: to us they are names, words and questions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A naughty string")
@ExtendWith(SharedGroup.class)
class NaughtyStringsTest {
    private static final int LONGEST_NAME = 200;

    private final Caller rep;
    private final List<String> taken = new ArrayList<>();
    private final List<ObjectNode> visits = new ArrayList<>();
    private JsonNode receipts = Json.MAPPER.createArrayNode();

    NaughtyStringsTest(Group group) throws IOException {
        this.rep = group.as("rep-sw-2");
        for (String naughty : strings()) {
            visits.add(visit(naughty));
        }
        sendAll();
    }

    private void sendAll() {
        receipts = rep.post("/api/v1/visits", Messages.array(visits))
                .expect(202)
                .json()
                .path("receipts");
        for (int n = 0; n < visits.size(); n++) {
            if (receipts.path(n).path("status").asText().equals("RECEIVED")) {
                taken.add(name(visits.get(n)));
            }
        }
    }

    @Test
    @DisplayName("is refused as a customer's name only where it is no name at all, or too long for one")
    void isRefusedOnlyForAReason() {
        assertThat(visits).hasSize(231);
        assertThat(visits.stream().map(NaughtyStringsTest::name).filter(name -> !taken.contains(name)))
                .allMatch(name -> name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME)
                .hasSize(3);
    }

    @Test
    @DisplayName("is kept as it was said, to the last invisible sign, and tells the need in the same words")
    void isKeptAsSaid() {
        for (int n = 0; n < visits.size(); n++) {
            ObjectNode visit = visits.get(n);
            String message = receipts.path(n).path("messageId").asText();
            assertThat(rep.get("/api/v1/messages/" + message + "/payload")
                            .expect(200)
                            .json())
                    .isEqualTo(visit);
            if (taken.contains(name(visit))) {
                assertThat(Watching.needOfVisit(rep, visit.path("visitNo").asText())
                                .path("summary"))
                        .isEqualTo(visit.path("needs").path(0).path("summary"));
            }
        }
    }

    @Test
    @DisplayName("stands among its customer's names exactly as said, though another spelling may lead")
    void standsAmongItsCustomersNames() {
        taken.forEach(name -> Watching.settled(rep, receiptOf(name)));
        Set<String> names = new HashSet<>();
        for (JsonNode customer : rep.all("/api/v1/customers")) {
            JsonNode whole = rep.get("/api/v1/customers/" + customer.path("id").asText() + "?provenance=true")
                    .expect(200)
                    .json();
            names.addAll(whole.findValuesAsText("name"));
            names.addAll(whole.findValuesAsText("value"));
        }
        assertThat(names).containsAll(taken);
    }

    @Test
    @DisplayName("may be searched for: it is found or it is not, and nothing breaks")
    void mayBeSearchedFor() {
        for (ObjectNode visit : visits) {
            String question = Caller.encoded(name(visit));
            assertThat(rep.get("/api/v1/customers?q=" + question).status()).isIn(200, 400);
            assertThat(rep.get("/api/v1/messages?key=" + question).status()).isIn(200, 400);
        }
    }

    private String receiptOf(String name) {
        for (int n = 0; n < visits.size(); n++) {
            if (name(visits.get(n)).equals(name)) {
                return receipts.path(n).path("messageId").asText();
            }
        }
        throw new AssertionError(name);
    }

    private static String name(ObjectNode visit) {
        return visit.path("customer").path("name").asText();
    }

    private static ObjectNode visit(String naughty) {
        ObjectNode visit = Messages.visitWithNeed(
                Messages.number("SW"), "rep-sw-2", Messages.customer(naughty, "云南省", "昆明市"), "CRANE×1");
        visit.putArray("opinions").add(naughty);
        ((ObjectNode) visit.path("needs").path(0)).put("summary", naughty.isBlank() ? "空" : naughty);
        return visit;
    }

    private static List<String> strings() throws IOException {
        Path list = Path.of("src/test/resources/hostile/blns/blns-even.json");
        List<String> strings = new ArrayList<>();
        Json.MAPPER.readTree(Files.readString(list, UTF_8)).forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
