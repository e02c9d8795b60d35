package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scattered words about one firm come together in one record, and each value still knows who said it, where and when. */
@ExtendWith(SharedGroup.class)
class ProvenanceTest {
    private final Group group;
    private final Caller desk;
    private final String name = "抚顺" + Messages.number("源").substring(2) + "挖掘机厂";

    ProvenanceTest(Group group) {
        this.group = group;
        this.desk = group.as("desk");
    }

    @Test
    @Tag("S4-24")
    void each_value_knows_its_source_message_row_and_both_times() {
        String line = "销售日期,客户名称,型号,数量,单价,合同号,省份,统一社会信用代码\n"
                + "2026-02-11,大连无关厂,CK6140,1,10,X-" + name.hashCode() + ",辽宁省,\n"
                + "2026-02-12," + name + ",CK6140,1,10,Y-" + name.hashCode() + ",辽宁省,91210400123456789K\n";
        JsonNode receipt = group.folder("agent-a011").receiptAfterDropping("源.csv", line.getBytes(UTF_8));
        assertThat(receipt.path("accepted").asInt()).as("%s", receipt).isEqualTo(2);
        ObjectNode said = Messages.customer(name, "辽宁省", "抚顺市");
        said.put("address", "望花区和平路 1 号");
        String visit = group.as("rep-ne-1")
                .post("/api/v1/visits", Messages.visit(Messages.number("NE"), "rep-ne-1", said))
                .expect(202)
                .receipt()
                .path("messageId")
                .asText();
        Watching.settled(desk, visit);

        JsonNode customer = customer();

        assertThat(Json.texts(customer.path("sources"), "source")).containsExactlyInAnyOrder("agent-a011", "NE");
        JsonNode provenance = customer.path("provenance");
        from(provenance.path("address"), "望花区和平路 1 号", "NE", visit, "2026-03-02T01:30:00Z");
        from(provenance.path("contactPhone"), "13900000000", "NE", visit, "2026-03-02T01:30:00Z");
        from(provenance.path("city"), "抚顺市", "NE", visit, "2026-03-02T01:30:00Z");
        assertThat(provenance.path("address").path("rowNo").isNull()).isTrue();
        JsonNode agents = Json.list(customer.path("sources")).stream()
                .filter(source -> source.path("source").asText().equals("agent-a011"))
                .findFirst()
                .orElseThrow();
        assertThat(agents.path("messageId").asText())
                .isEqualTo(receipt.path("messageId").asText());
        assertThat(agents.path("rowNo").asInt()).isEqualTo(3);
    }

    @Test
    @Tag("S4-24")
    @Tag("S1-25")
    void what_a_factory_said_stays_as_it_said_it_when_others_know_it_better() {
        String orderNo = Messages.number("HT-SOURCE");
        ObjectNode theirs = Messages.customer(name, "辽宁省", "抚顺市");
        theirs.put("address", "老厂区");
        Caller factory = group.as("factory-crane");
        factory.post("/api/v1/orders", Messages.order(orderNo, theirs, "1", "10.00"))
                .expect(202);
        Watching.order(desk, orderNo);
        ObjectNode ours = Messages.customer(name, "辽宁省", "抚顺市");
        ours.put("address", "新厂区");
        ObjectNode visit = Messages.visit(Messages.number("NE"), "rep-ne-1", ours);
        visit.put("visitedAt", "2026-06-01T09:00:00+08:00");
        Watching.settled(
                desk,
                group.as("rep-ne-1")
                        .post("/api/v1/visits", visit)
                        .expect(202)
                        .receipt()
                        .path("messageId")
                        .asText());

        JsonNode golden = customer();
        assertThat(golden.path("address").asText()).isEqualTo("新厂区");
        String id = golden.path("id").asText();
        JsonNode atTheFactory =
                factory.get("/api/v1/customers/" + id).expect(200).json();
        assertThat(atTheFactory.path("address").asText()).isEqualTo("老厂区");
        assertThat(atTheFactory.path("sources")).hasSize(1);
        JsonNode order = Watching.order(factory, orderNo);
        assertThat(order.path("customerId").asText()).isEqualTo(id);
        assertThat(order.path("orderNo").asText()).isEqualTo(orderNo);
    }

    private JsonNode customer() {
        String id = desk.all("/api/v1/customers?q=" + Caller.encoded(name))
                .getFirst()
                .path("id")
                .asText();
        return desk.get("/api/v1/customers/" + id + "?provenance=true")
                .expect(200)
                .json();
    }

    private static void from(JsonNode value, String text, String source, String message, String observed) {
        assertThat(value.path("value").asText()).isEqualTo(text);
        assertThat(value.path("source").asText()).isEqualTo(source);
        assertThat(value.path("messageId").asText()).isEqualTo(message);
        assertThat(at(value, "observedAt")).isEqualTo(Instant.parse(observed));
        assertThat(at(value, "receivedAt")).isBetween(Instant.now().minusSeconds(600), Instant.now());
    }

    private static Instant at(JsonNode value, String field) {
        return OffsetDateTime.parse(value.path(field).asText()).toInstant();
    }
}
