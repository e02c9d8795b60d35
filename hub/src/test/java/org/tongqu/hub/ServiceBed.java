package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A customer of one test with a machine, visited by the north-east's rep, and what people do about it. */
abstract class ServiceBed extends DispatchBed {
    static final String REP = "rep-ne-1";
    static final String CASES = "/api/v1/service-cases";

    /** What a visit left behind. */
    record Visited(String visit, String customer, String firm, String serial) {}

    Caller as(String login) {
        return Caller.as(port, login);
    }

    static String serial() {
        return String.format(Locale.ROOT, "SVC%05d", Sowing.number());
    }

    Visited visited(String firm, String province, String serial, String day, String hours) {
        String message = sowing.visit(REP, "NE", """
                {"formatVersion":1,"visitNo":"NE-SV%1$d","rep":"rep-ne-1","visitedAt":"%2$sT09:30:00+08:00",
                 "customer":{"name":"%3$s","province":"%4$s"},"opinions":["好"],
                 "usage":[{"serial":"%5$s","model":"CK6150","runningHours":"%6$s","faults":1,"note":"异响"}]}""".formatted(Sowing.number(), day, firm, province, serial, hours));
        String visit = sowing.one("select id from visits.visit where message_id = :id", message);
        String customer = sowing.one("""
                select m.customer_id from visits.visit v join customers.membership m on m.source_record_id = v.source_record_id
                where v.id = :id and m.until is null
                """, visit);
        return new Visited(visit, customer, firm, serial);
    }

    Visited visited() {
        return visited(Brands.firm(), "辽宁", serial(), "2026-03-02", "1600");
    }

    String id(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("id").asText();
    }

    void done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    void refused(String code, Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
    }

    String opened(Visited visited) {
        return id(as(REP).post(CASES, """
                {"visitId":"%s","trouble":"主轴异响","technician":true}""".formatted(visited.visit())));
    }

    JsonNode one(String login, String id) {
        Caller.Answer answer = as(login).get(CASES + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    Caller.Answer act(String login, String id, String what, String body) {
        return as(login).post(CASES + "/" + id + "/" + what, body);
    }

    String kept(Visited visited, String rest) {
        return id(as(REP).put("/api/v1/equipment", """
                {"customerId":"%s","serial":"%s"%s}""".formatted(visited.customer(), visited.serial(), rest)));
    }

    JsonNode machine(Visited visited) {
        List<JsonNode> all = list(as(REP).get("/api/v1/equipment?customerId=" + visited.customer())
                .json()
                .path("items"));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    List<String> due(String query) {
        return as(REP).get("/api/v1/maintenance?" + query).json().path("items").findValuesAsText("serial");
    }

    List<JsonNode> actions(String customer) {
        return list(as(REP).get("/api/v1/actions?customerId=" + customer).json().path("items"));
    }

    static List<String> rules(List<JsonNode> actions) {
        return actions.stream().map(action -> action.path("rule").asText()).toList();
    }
}
