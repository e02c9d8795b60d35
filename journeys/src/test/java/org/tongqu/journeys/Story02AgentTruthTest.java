package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Story 2: the agent's word. Its monthly workbook says 5 were sold, the factory shipped 6 through it, the customer speaks of 4: one difference
 * with the three figures and every fact behind them. The agent is asked, and sees its own figure alone; a verdict stands, and what comes later
 * is held against it.
 */
@ExtendWith(SharedGroup.class)
class Story02AgentTruthTest {
    private static final String AGENT = "agent-a013";
    private static final String MONTH = "2026-03";

    private final Group group;
    private final Caller desk;
    private final Caller agent;
    private final String tag = Messages.number("").substring(6);
    private final String product = "CK2" + tag;
    private final String firm = "沈阳" + characters() + "重型机器厂";

    Story02AgentTruthTest(Group group) {
        this.group = group;
        this.desk = group.as("desk");
        this.agent = group.as(AGENT);
    }

    /** The last three figures of the number as characters, so that no other test's firm is called so. */
    private String characters() {
        String ten = "珩琅瑜瑾璟瑶琦珂玥璇";
        StringBuilder name = new StringBuilder();
        tag.substring(tag.length() - 3).chars().forEach(figure -> name.append(ten.charAt(figure - '0')));
        return name.toString();
    }

    @Test
    @Tag("S4-13")
    @Tag("S2-16")
    void what_agent_factory_and_customer_say_stands_side_by_side_and_the_agent_sees_its_own_word_alone() {
        the_factory_ships("ST2A-" + tag, "6", "2026-03-04T09:00:00+08:00");
        the_agent_reports("A", 5, "2026-03-06");
        the_customer_says("4");

        JsonNode difference = difference("UNREPORTED");
        assertThat(figures(difference)).containsExactly("5", "6", "4");
        every_fact_is_one_step_away(difference);
        Watching.until("its score to move", this::honesty, share -> share == 0.0);

        asked_it_sees_its_own_word_alone(difference);

        desk.post(path(difference) + "/decision", Json.object("{'verdict':'TIMING','why':'一台在库，代理商已说明'}"))
                .expect(204);
        assertThat(state(difference)).isEqualTo("DECIDED");
        Watching.until("its word to hold", this::honesty, share -> share == 1.0);

        the_factory_ships("ST2B-" + tag, "2", "2026-03-20T09:00:00+08:00");
        JsonNode next = difference("UNREPORTED");
        assertThat(next.path("id")).as("a new fact is a new difference").isNotEqualTo(difference.path("id"));
        assertThat(next.path("amount").asText()).startsWith("3");
        assertThat(state(difference)).as("what a person decided stands").isEqualTo("DECIDED");

        the_agent_reports("B", 3, "2026-03-21");
        assertThat(figures(difference("CUSTOMER_SAYS_LESS"))).containsExactly("8", "8", "4");
        the_customer_says("8");
        Watching.until("all three to agree", this::open, List::isEmpty);
        assertThat(state(next)).isEqualTo("SETTLED");
    }

    private void the_factory_ships(String orderNo, String qty, String at) {
        ObjectNode order = Messages.order(orderNo, customer(), qty, "10.00").put("agent", AGENT);
        order.put("orderedAt", at);
        ((ObjectNode) order.path("lines").path(0)).put("productCode", product).put("model", product);
        Caller factory = group.as("factory-mt1");
        factory.post("/api/v1/orders", order).expect(202);
        factory.post("/api/v1/orders", Messages.shipment(orderNo, "S-" + orderNo, qty, at))
                .expect(202);
        Watching.order(desk, orderNo);
    }

    private void the_agent_reports(String number, int qty, String day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Object> row = List.of("ST2" + tag + number, 1, day, firm, "辽宁省", "沈阳市", product, qty, "台");
        List<String> heading = List.of("报表编号", "行号", "销售日期", "客户名称", "省份", "城市", "产品编码", "数量", "单位");
        try (Workbook workbook = new Workbook(bytes, "journeys", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("3月");
            for (int at = 0; at < heading.size(); at++) {
                sheet.value(0, at, heading.get(at));
                if (row.get(at) instanceof Number count) {
                    sheet.value(1, at, count);
                } else {
                    sheet.value(1, at, row.get(at).toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode receipt =
                group.folder(AGENT).receiptAfterDropping("三月销售-" + tag + number + ".xlsx", bytes.toByteArray());
        assertThat(receipt.path("accepted").asInt()).as("%s", receipt).isEqualTo(1);
    }

    private void the_customer_says(String qty) {
        String visitNo = Messages.number("NE");
        ObjectNode visit = Messages.visit(visitNo, "rep-ne-1", customer());
        visit.putArray("salesStatements")
                .addObject()
                .put("productCode", product)
                .put("qty", qty)
                .put("boughtFrom", AGENT)
                .put("month", MONTH);
        group.as("rep-ne-1").post("/api/v1/visits", visit).expect(202);
    }

    private ObjectNode customer() {
        ObjectNode customer = Messages.customer(firm, "辽宁省", "沈阳市");
        ((ObjectNode) customer.path("contact")).put("phone", "1371102" + tag.substring(tag.length() - 4));
        return customer;
    }

    /** The one open difference of this product, when it reads so and all three have spoken. */
    private JsonNode difference(String reading) {
        return Watching.until(
                        "one difference",
                        this::open,
                        found -> found.size() == 1
                                && found.getFirst().path("reading").asText().equals(reading)
                                && found.getFirst().has("sold")
                                && found.getFirst().has("stated"))
                .getFirst();
    }

    private List<JsonNode> open() {
        return desk.all("/api/v1/discrepancies?state=OPEN&agent=" + AGENT).stream()
                .filter(line -> line.path("product").asText().equals(product))
                .toList();
    }

    private static List<String> figures(JsonNode difference) {
        return List.of("sold", "shipped", "stated").stream()
                .map(name -> new java.math.BigDecimal(difference.path(name).asText())
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
    }

    private void every_fact_is_one_step_away(JsonNode difference) {
        JsonNode whole = desk.get(path(difference)).expect(200).json();
        assertThat(Json.texts(whole.path("evidence"), "kind")).containsExactlyInAnyOrder("SOLD", "SHIPPED", "STATED");
        Json.list(whole.path("evidence"))
                .forEach(fact -> desk.get(
                                "/api/v1/messages/" + fact.path("messageId").asText())
                        .expect(200));
    }

    private void asked_it_sees_its_own_word_alone(JsonNode difference) {
        desk.post(path(difference) + "/questions", Json.object("{'words':'三月的数字请再核对'}"))
                .expect(204);

        JsonNode question = Json.list(
                        agent.get("/api/v1/questions").expect(200).json().path("items"))
                .stream()
                .filter(each -> each.path("product").asText().equals(product))
                .findFirst()
                .orElseThrow();
        assertThat(question.path("customer").asText()).isEqualTo(firm);
        assertThat(question.path("ownFigure").asText()).startsWith("5");
        assertThat(question.has("shipped") || question.has("stated") || question.has("reading"))
                .isFalse();
        assertThat(question.toString()).doesNotContain(difference.path("id").asText());
        agent.get("/api/v1/discrepancies").expect(403);
        agent.get(path(difference)).expect(403);
        agent.get("/api/v1/reconciliation/scores").expect(403);

        agent.post("/api/v1/questions/" + question.path("id").asText() + "/answer", Json.object("{'answer':'一台在库'}"))
                .expect(204);
        JsonNode whole = desk.get(path(difference)).expect(200).json();
        assertThat(whole.at("/questions/0/answer").asText()).isEqualTo("一台在库");
    }

    /** The share of its figures of that month that hold. */
    private double honesty() {
        return Json.list(desk.get("/api/v1/reconciliation/scores")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(card -> card.path("agent").asText().equals(AGENT))
                .findFirst()
                .map(card -> card.at("/honesty/value").asDouble())
                .orElse(-1.0);
    }

    private String state(JsonNode difference) {
        return desk.get(path(difference)).expect(200).json().at("/line/state").asText();
    }

    private static String path(JsonNode difference) {
        return "/api/v1/discrepancies/" + difference.path("id").asText();
    }
}
