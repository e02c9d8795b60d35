package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tongqu.demo.trade.Uscc;

/**
 * Story 5: one customer. The same firm arrives from two factories, an agent's file and a colleague's address book under four spellings: it is one
 * record, and every value knows its source. A wrong row then merges it with another firm; taken back, nothing is lost.
 */
@ExtendWith(SharedGroup.class)
class Story05OneCustomerTest {
    private static final String REP = "rep-ne-1";
    private static final String WHY = "税号抄错了一行";

    private final Group group;
    private final Caller desk;
    private final Caller rep;
    private final String tag = Messages.number("").substring(6);
    private final String uscc = Uscc.of("210100", 880_000 + Integer.parseInt(tag));
    private final String brand = "鑫" + digits("甲乙丙丁戊己庚辛壬癸") + "澜";
    private final String full = "沈阳" + brand + "机床有限公司";
    private final String short1 = "沈阳市" + brand + "机床厂";
    private final String short2 = brand + "机床(沈阳)有限公司";
    private final String wide = "沈阳" + brand + "机床有限责任公司";
    private final String neighbour = "沈阳" + brand + "锅炉";
    private final String phone = "1380041" + tag.substring(tag.length() - 4);
    private final String neighbours = "1390042" + tag.substring(tag.length() - 4);

    Story05OneCustomerTest(Group group) {
        this.group = group;
        this.desk = group.as("desk");
        this.rep = group.as(REP);
    }

    /** The last two figures of the number as characters, so that no other test's firm is called so. */
    private String digits(String ten) {
        int number = Integer.parseInt(tag) % 100;
        return "" + ten.charAt(number / 10) + ten.charAt(number % 10);
    }

    @Test
    @Tag("S3-01")
    @Tag("S3-03")
    @Tag("S4-24")
    void one_firm_from_four_sources_is_one_record_and_a_wrong_merge_is_undone_with_nothing_lost() {
        String first = a_factory_reports_an_order("factory-mt1", full, phone, uscc);
        String second = a_factory_reports_an_order("factory-mt2", short1, phone, null);
        an_agent_names_it_in_a_file(short2);
        String book = a_colleague_imports("名片-" + tag + ".csv", wide + ",王工,+86 " + phone + ",总工程师,沈阳市,辽宁省,\n");

        String id = customerOf(first);
        they_are_one_record(id, second);
        every_value_knows_its_source(id, book);

        String other = a_factory_reports_an_order("factory-mt1", neighbour, neighbours, null);
        assertThat(customerOf(other)).isNotEqualTo(id);
        Map<String, String> before = facts(id, customerOf(other));

        String wrong =
                a_colleague_imports("抄错-" + tag + ".csv", neighbour + ",王工," + neighbours + ",,沈阳市,辽宁省," + uscc + "\n");
        assertThat(customerOf(other)).as("the wrong row merges them").isEqualTo(customerOf(first));

        the_import_is_taken_back(wrong);

        assertThat(customerOf(other)).isNotEqualTo(customerOf(first));
        assertThat(customerOf(first)).isEqualTo(id);
        assertThat(facts(id, customerOf(other))).isEqualTo(before);
        every_value_knows_its_source(id, book);
    }

    private String a_factory_reports_an_order(String factory, String name, String telephone, @Nullable String code) {
        String orderNo = Messages.number("HT5");
        ObjectNode customer = Messages.customer(name, "辽宁省", "沈阳市").put("uscc", code);
        ((ObjectNode) customer.path("contact")).put("phone", telephone).put("title", "设备科长");
        group.as(factory)
                .post("/api/v1/orders", Messages.order(orderNo, customer, "1", "10.00"))
                .expect(202);
        Watching.order(desk, orderNo);
        return orderNo;
    }

    private void an_agent_names_it_in_a_file(String name) {
        String file = "销售日期,客户名称,型号,数量,单价,合同号,省份,城市,联系人,电话,统一社会信用代码\n" + "2026-02-12," + name + ",CK6140,1,10,ST5-"
                + tag + ",辽宁省,沈阳市,王工," + phone + ",\n";
        JsonNode receipt = group.folder("agent-a011").receiptAfterDropping("故事五-" + tag + ".csv", file.getBytes(UTF_8));
        assertThat(receipt.path("accepted").asInt()).as("%s", receipt).isEqualTo(1);
    }

    private String a_colleague_imports(String name, String row) {
        String text = "客户名称,姓名,手机,职务,城市,省份,税号\n" + row;
        String id = rep.with("Content-Type", "application/octet-stream")
                .call("POST", "/api/v1/imports?name=" + Caller.encoded(name), BodyPublishers.ofString(text))
                .expect(201)
                .json()
                .path("id")
                .asText();
        until(id, "READY");
        rep.post("/api/v1/imports/" + id + "/acceptance", Json.object("{'doubtful':true}"))
                .expect(204);
        until(id, "TAKEN");
        return id;
    }

    private void the_import_is_taken_back(String id) {
        rep.post(
                        "/api/v1/imports/" + id + "/undo",
                        Json.MAPPER.createObjectNode().put("why", WHY))
                .expect(204);
        until(id, "UNDONE");
    }

    private void until(String id, String state) {
        Watching.until(
                "the import to be " + state,
                () -> rep.get("/api/v1/imports/" + id).expect(200).json().path("line"),
                line -> line.path("state").asText().equals(state));
    }

    private void they_are_one_record(String id, String second) {
        assertThat(customerOf(second)).isEqualTo(id);
        JsonNode customer = customer(id);
        assertThat(Json.texts(customer.path("sources"), "name")).containsExactlyInAnyOrder(full, short1, short2, wide);
        assertThat(Json.texts(customer.path("sources"), "source"))
                .containsExactlyInAnyOrder("factory-mt1", "factory-mt2", "agent-a011", "book:" + REP);
        assertThat(desk.all("/api/v1/customers?q=" + Caller.encoded(brand))).hasSize(1);
    }

    private void every_value_knows_its_source(String id, String book) {
        JsonNode provenance = customer(id).path("provenance");
        assertThat(provenance.path("uscc").path("source").asText()).isEqualTo("factory-mt1");
        assertThat(provenance.path("contactTitle").path("value").asText()).isEqualTo("设备科长");
        for (String field : List.of("name", "uscc", "province", "city", "contactName", "contactPhone")) {
            assertThat(provenance.path(field).path("messageId").asText())
                    .as(field)
                    .isNotEmpty();
            assertThat(provenance.path(field).path("observedAt").asText())
                    .as(field)
                    .isNotEmpty();
            assertThat(provenance.path(field).path("receivedAt").asText())
                    .as(field)
                    .isNotEmpty();
        }
        JsonNode imported = Json.list(customer(id).path("sources")).stream()
                .filter(source -> source.path("source").asText().equals("book:" + REP))
                .findFirst()
                .orElseThrow();
        assertThat(imported.path("rowNo").asInt()).isEqualTo(2);
        assertThat(imported.path("messageId").asText())
                .isEqualTo(rep.get("/api/v1/imports/" + book)
                        .expect(200)
                        .json()
                        .path("line")
                        .path("messageId")
                        .asText());
    }

    /** All that is known of both: whose each order is, how many sources and contacts each has, and each value with its source. */
    private Map<String, String> facts(String one, String other) {
        Map<String, String> facts = new TreeMap<>();
        Stream.of(one, other).forEach(id -> {
            JsonNode customer = customer(id);
            facts.put(
                    id + " sources",
                    Json.texts(customer.path("sources"), "id").stream().sorted().collect(Collectors.joining(",")));
            customer.path("provenance")
                    .properties()
                    .forEach(value -> facts.put(
                            id + " " + value.getKey(),
                            value.getValue().path("value").asText() + " "
                                    + value.getValue().path("source").asText()));
            facts.put(
                    id + " orders",
                    desk.all("/api/v1/orders?customerId=" + id).stream()
                            .map(order -> order.path("orderNo").asText())
                            .sorted()
                            .collect(Collectors.joining(",")));
            facts.put(
                    id + " contacts",
                    desk.get("/api/v1/customers/" + id + "/contacts")
                            .expect(200)
                            .body());
        });
        return facts;
    }

    private JsonNode customer(String id) {
        return desk.get("/api/v1/customers/" + id + "?provenance=true")
                .expect(200)
                .json();
    }

    private String customerOf(String orderNo) {
        return Watching.order(desk, orderNo).path("customerId").asText();
    }
}
