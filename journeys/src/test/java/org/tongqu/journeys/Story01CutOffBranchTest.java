package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Story 1: what a rep hears on a visit, filed while the branch is cut off, is answered by factories, ordered, shipped and paid under one id. */
@ExtendWith(SharedGroup.class)
class Story01CutOffBranchTest {
    private static final String REP = "rep-ne-1";
    private static final String BRANCH = "branch-ne";
    private static final String LATHES = "factory-mt1";
    private static final String CRANES = "factory-crane";

    private final Group group;
    private final Caller rep;
    private final Factory lathes;
    private final Factory cranes;
    private final String visitNo = Messages.number("NE");
    private final String orderNo = Messages.number("HT-STORY");
    private final String customerName = "沈阳第一机床厂" + visitNo.substring(8) + "分厂";
    private final ObjectNode customer = Messages.customer(customerName, "辽宁省", "沈阳市");

    Story01CutOffBranchTest(Group group) {
        this.group = group;
        this.rep = group.as(REP);
        this.lathes = group.factory(LATHES);
        this.cranes = group.factory(CRANES);
    }

    @Test
    @Tag("S4-07")
    @Tag("S4-10")
    @Tag("S4-11")
    @Tag("S4-16")
    @Tag("S0-01")
    @Tag("S4-08")
    @Tag("S4-09")
    @Tag("S4-37")
    @Tag("S4-12")
    void a_visit_becomes_a_need_that_two_factories_answer_and_one_delivers() {
        the_crane_works_has_no_capacity();
        try (CuttableLine line = CuttableLine.to(group.hub().url().getPort());
                BranchNode node = BranchNode.towards(line.url(), BRANCH).start()) {
            the_rep_files_a_visit_while_the_branch_is_cut_off(node);
            the_same_visit_again_is_a_repeat_at_the_node(node);
            line.restore();
            String message = the_line_returns_and_the_hub_has_the_visit(node);
            the_same_visit_by_the_web_is_told_as_a_repeat_of(message);
        }

        String needId = the_visit_raised_one_need_and_it_is_graded_A_with_its_reason();
        the_customer_is_a_prospect_of_region_NE();
        each_factory_was_asked_once_for_its_own_parts(needId);
        the_lathe_works_quotes_and_the_crane_works_refuses(needId);
        every_station_of_the_road_has_its_time(needId);

        String demandId = Watching.demandOf(need(needId), LATHES).path("id").asText();
        the_factory_reports_the_order_that_came_of(demandId);
        the_need_stands_at(needId, "ORDERED");
        the_customer_is_an_actual_one();
        the_factory_ships_all_of_it();
        the_need_stands_at(needId, "DELIVERED");
        the_customer_pays_half();
        the_customer_pays_the_rest();
        the_need_stands_at(needId, "PAID");

        each_factory_took_its_demand_once(needId);
        the_customer_shows_order_shipment_and_payments(demandId);
        nobody_else_sees_any_of_it(needId);

        the_next_visit_reads_the_machine_beside_the_last_one();
        the_rep_asks_for_service_in_one_step();
        the_lathe_works_reads_what_its_rival_offers();
        the_report_counts_the_order(needId);
    }

    private void the_crane_works_has_no_capacity() {
        cranes.behave("REFUSING");
    }

    private ObjectNode visit() {
        ObjectNode visit = Messages.visitWithNeed(visitNo, REP, customer, "MACHINE_TOOL×2", "CRANE×1");
        visit.set(
                "usage",
                Messages.array(List.of(Json.object(
                        "{'serial':'CK6150-0417','model':'CK6150','runningHours':'1200','faults':1,'note':'主轴异响'}"))));
        visit.set(
                "competitors",
                Messages.array(
                        List.of(
                                Json.object(
                                        "{'name':'某某机床','product':'CAK50','productClass':'MACHINE_TOOL','price':{'amount':'380000.00','currency':'CNY'},'leadTimeDays':45}"))));
        return visit;
    }

    private void the_rep_files_a_visit_while_the_branch_is_cut_off(BranchNode node) {
        JsonNode receipt =
                node.as(BRANCH).post("/api/v1/visits", visit()).expect(202).receipt();
        assertThat(receipt.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(receipt.path("errors")).isEmpty();
        Watching.until(
                "the node notices the cut",
                () -> node.line(BRANCH).path("cutSince").isTextual(),
                cut -> cut);
        assertThat(rep.all("/api/v1/needs?visitNo=" + visitNo)).isEmpty();
    }

    private void the_same_visit_again_is_a_repeat_at_the_node(BranchNode node) {
        JsonNode receipt =
                node.as(BRANCH).post("/api/v1/visits", visit()).expect(202).receipt();
        assertThat(receipt.path("status").asText()).isEqualTo("DUPLICATE");
    }

    private String the_line_returns_and_the_hub_has_the_visit(BranchNode node) {
        node.untilAllIsTold(BRANCH);
        JsonNode visit = node.visit(BRANCH, visitNo);
        assertThat(visit.path("state").asText()).isEqualTo("KEPT");
        return visit.path("messageId").asText();
    }

    private void the_same_visit_by_the_web_is_told_as_a_repeat_of(String message) {
        JsonNode receipt = rep.post("/api/v1/visits", visit()).expect(202).receipt();
        assertThat(receipt.path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(receipt.path("messageId").asText()).isEqualTo(message);
    }

    private String the_visit_raised_one_need_and_it_is_graded_A_with_its_reason() {
        JsonNode need = Watching.needOfVisit(rep, visitNo);
        assertThat(rep.all("/api/v1/needs?visitNo=" + visitNo)).hasSize(1);
        assertThat(need.path("grade").asText()).isEqualTo("A");
        assertThat(need.path("gradeReason").path("zh").asText()).contains("成套");
        assertThat(need.path("gradeReason").path("en").asText()).contains("2 product classes");
        return need.path("id").asText();
    }

    private void the_customer_is_a_prospect_of_region_NE() {
        JsonNode found = customerFound();
        assertThat(found.path("lifeState").asText()).isEqualToIgnoringCase("prospect");
        assertThat(found.path("region").asText()).isEqualTo("NE");
    }

    private void the_customer_is_an_actual_one() {
        assertThat(customerFound().path("lifeState").asText()).isEqualToIgnoringCase("actual");
    }

    private JsonNode customerFound() {
        JsonNode items = rep.get("/api/v1/customers?q=" + Caller.encoded(customerName))
                .expect(200)
                .json()
                .path("items");
        assertThat(items).as("customers named " + customerName).hasSize(1);
        return items.path(0);
    }

    private void each_factory_was_asked_once_for_its_own_parts(String needId) {
        JsonNode need = need(needId);
        assertThat(Json.texts(need.path("demands"), "factory")).containsExactlyInAnyOrder(LATHES, CRANES);
        for (JsonNode part : need.path("parts")) {
            String factory = part.path("productClass").asText().equals("CRANE") ? CRANES : LATHES;
            assertThat(part.path("demandId").asText())
                    .isEqualTo(Watching.demandOf(need, factory).path("id").asText());
        }
    }

    private void the_lathe_works_quotes_and_the_crane_works_refuses(String needId) {
        JsonNode quoted = Watching.demandInState(rep, needId, LATHES, "QUOTED");
        assertThat(quoted.path("quote").path("price").path("amount").asText()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(quoted.path("quote").path("leadTimeDays").asInt()).isPositive();
        JsonNode refused = Watching.demandInState(rep, needId, CRANES, "REFUSED");
        assertThat(refused.path("refusalReason").asText()).isNotBlank();
        cranes.behave("NORMAL");
        the_need_stands_at(needId, "QUOTED");
    }

    private void every_station_of_the_road_has_its_time(String needId) {
        passed(needId, LATHES, "ASKED", "SENT", "ACKNOWLEDGED", "QUOTED");
        passed(needId, CRANES, "ASKED", "SENT", "ACKNOWLEDGED", "REFUSED");
    }

    private void passed(String needId, String factory, String... stations) {
        JsonNode hops = Watching.demandOf(need(needId), factory).path("hops");
        assertThat(Json.texts(hops, "station")).containsExactlyInAnyOrder(stations);
        assertThat(Json.texts(hops, "at"))
                .allSatisfy(at -> assertThat(OffsetDateTime.parse(at))
                        .isAfter(OffsetDateTime.now(java.time.ZoneOffset.UTC).minusMinutes(10)));
    }

    private void the_factory_reports_the_order_that_came_of(String demandId) {
        report(Messages.order(orderNo, customer, "2", "365000.00").put("demandId", demandId));
        JsonNode order = Watching.order(rep, orderNo);
        assertThat(order.path("demandId").asText()).isEqualTo(demandId);
        assertThat(order.path("total").asText()).isEqualTo("730000.00");
    }

    private void the_factory_ships_all_of_it() {
        report(Messages.shipment(orderNo, orderNo + "-F1", "2", "2026-05-08T08:00:00+08:00"));
    }

    private void the_customer_pays_half() {
        report(Messages.payment(orderNo, orderNo + "-S1", "365000.00", "2026-05-10T08:00:00+08:00"));
        Watching.until(
                "half is paid",
                () -> Watching.order(rep, orderNo),
                order -> order.path("paid").asText().equals("365000.00"));
        assertThat(Watching.demandOf(
                                need(Watching.needOfVisit(rep, visitNo)
                                        .path("id")
                                        .asText()),
                                LATHES)
                        .path("hops"))
                .noneMatch(hop -> hop.path("station").asText().equals("PAID"));
    }

    private void the_customer_pays_the_rest() {
        report(Messages.payment(orderNo, orderNo + "-S2", "365000.00", "2026-06-10T08:00:00+08:00"));
    }

    private void report(ObjectNode told) {
        assertThat(lathes.towardsHub()
                        .post("/api/v1/orders", told)
                        .expect(202)
                        .receipt()
                        .path("status")
                        .asText())
                .isEqualTo("RECEIVED");
    }

    private void the_need_stands_at(String needId, String state) {
        Watching.needInState(rep, needId, state);
    }

    private void each_factory_took_its_demand_once(String needId) {
        JsonNode need = need(needId);
        for (Factory factory : List.of(lathes, cranes)) {
            String demandId = Watching.demandOf(need, factory.code()).path("id").asText();
            assertThat(factory.timesTaken(demandId)).as(factory.code()).isEqualTo(1);
            assertThat(factory.saysAnswered(demandId)).as(factory.code()).isTrue();
        }
    }

    private void the_customer_shows_order_shipment_and_payments(String demandId) {
        String customerId = customerFound().path("id").asText();
        List<JsonNode> orders = rep.all("/api/v1/orders?customerId=" + customerId);
        assertThat(orders).hasSize(1);
        JsonNode order = orders.getFirst();
        assertThat(order.path("orderNo").asText()).isEqualTo(orderNo);
        assertThat(order.path("demandId").asText()).isEqualTo(demandId);
        assertThat(order.path("factory").asText()).isEqualTo(LATHES);
        assertThat(order.path("lines").path(0).path("qty").asText()).isEqualTo("2");
        assertThat(order.path("lines").path(0).path("unitPrice").asText()).isEqualTo("365000.00");
        assertThat(order.path("shipments")).hasSize(1);
        assertThat(order.path("payments")).hasSize(2);
        assertThat(order.path("paid").asText()).isEqualTo("730000.00");
        assertThat(rep.all("/api/v1/needs?customerId=" + customerId)).hasSize(1);
    }

    private void nobody_else_sees_any_of_it(String needId) {
        group.as("rep-sw-1").get("/api/v1/needs/" + needId).expect(404);
        group.as("factory-boiler").get("/api/v1/needs/" + needId).expect(404);
        assertThat(group.as("rep-sw-1").all("/api/v1/orders?orderNo=" + orderNo))
                .isEmpty();
    }

    private JsonNode need(String needId) {
        return Watching.need(rep, needId);
    }

    private void the_next_visit_reads_the_machine_beside_the_last_one() {
        ObjectNode again = visit().put("visitNo", Messages.number("NE")).put("visitedAt", "2026-06-20T09:30:00+08:00");
        again.remove(List.of("needs", "competitors"));
        again.set(
                "usage",
                Messages.array(List.of(Json.object("{'serial':'CK6150-0417','runningHours':'1500','faults':0}"))));
        rep.post("/api/v1/visits", again).expect(202);
        JsonNode series = Watching.until(
                "both readings",
                () -> rep.get("/api/v1/customers/" + customerFound().path("id").asText() + "/machines")
                        .expect(200)
                        .json()
                        .at("/items/0"),
                machine -> machine.path("readings").size() == 2);
        assertThat(series.toString()).contains("1200", "1500");
    }

    private void the_rep_asks_for_service_in_one_step() {
        ObjectNode wanted = Json.object("{'serial':'CK6150-0417','trouble':'主轴异响','technician':true}")
                .put("customerId", customerFound().path("id").asText());
        String id = rep.post("/api/v1/service-cases", wanted)
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode seen =
                group.as("desk").get("/api/v1/service-cases/" + id).expect(200).json();
        assertThat(seen.toString()).contains("主轴异响", "OPEN");
        group.as("rep-sw-1").get("/api/v1/service-cases/" + id).expect(404);
    }

    private void the_lathe_works_reads_what_its_rival_offers() {
        assertThat(group.as(LATHES)
                        .get("/api/v1/rivals/mine")
                        .expect(200)
                        .json()
                        .toString())
                .contains("某某机床", "CAK50")
                .doesNotContain(customerName);
    }

    private void the_report_counts_the_order(String needId) {
        JsonNode rows = group.as("desk")
                .get("/api/v1/analysis/rows?factory=" + LATHES + "&stage=ORDERED")
                .expect(200)
                .json()
                .path("items");
        assertThat(Json.texts(rows, "needId")).contains(needId);
    }
}
