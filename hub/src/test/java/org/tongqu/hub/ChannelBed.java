package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.Registration;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

/** Agents that exist in one test alone, each with a login of its own, and what they say in their files. */
abstract class ChannelBed extends HubTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Autowired
    Sowing sowing;

    @Autowired
    Registration registration;

    @Autowired
    SignIn signIn;

    String tag = "";

    @BeforeEach
    void numbered() {
        tag = "c%04d".formatted(Sowing.number());
    }

    /** A new agent; its login is its code. */
    String agent(String name) {
        String code = "agent-" + tag + "-" + Sowing.number();
        assertThat(wall.within(
                        Scope.WORKER,
                        () -> registration.register(new Partners.Partner(code, "AGENT", name, null, true))))
                .isPresent();
        signIn.add(List.of(new People.User(code, name, Sender.Role.AGENT, null, code, true)), "demo", false);
        return code;
    }

    String agent() {
        return agent("沈阳" + Brands.next() + "机电代理有限公司");
    }

    /** A code whose check character holds, another one at each call. */
    static String uscc() {
        String body = "91210200" + String.format(Locale.ROOT, "%09d", 500_000_000 + Sowing.number());
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** So many firms in a file of the agent's, each sold one machine; their customers' ids in the order of the rows. */
    List<String> sold(String agent, List<String> firms) {
        StringBuilder rows = new StringBuilder("报表编号,行号,销售日期,客户名称,统一社会信用代码,省份,城市,产品编码,数量,单价\n");
        for (int n = 0; n < firms.size(); n++) {
            rows.append("R-%s,%d,2026-02-11,%s,%s,辽宁省,沈阳市,CK6150,1,380000%n"
                    .formatted(tag + Sowing.number(), n + 1, firms.get(n), uscc()));
        }
        String message = sowing.file(agent, tag + Sowing.number() + ".csv", rows.toString());
        List<String> customers = wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                        select m.customer_id from customers.source_record r join customers.membership m on m.source_record_id = r.id
                        where r.message_id = :id and m.until is null order by r.row_no
                        """).param("id", message).query(String.class).list());
        assertThat(customers).hasSameSizeAs(firms);
        return customers;
    }

    /** A firm that the agent sold to as well, said without its code. */
    void soldToo(String agent, String firm) {
        sowing.file(
                agent,
                tag + Sowing.number() + ".csv",
                "报表编号,行号,销售日期,客户名称,省份,城市,产品编码,数量,单价\nR-%s,1,2026-02-12,%s,辽宁省,沈阳市,CK6150,1,380000\n"
                        .formatted(tag + Sowing.number(), firm));
    }

    List<String> firms(int many) {
        List<String> firms = new ArrayList<>();
        while (firms.size() < many) {
            firms.add("沈阳" + Brands.next() + tag.toUpperCase(Locale.ROOT) + "机床厂");
        }
        return firms;
    }

    Caller as(String login) {
        return Caller.as(port, login);
    }

    Caller.Answer enter(String agent, List<String> customers) {
        return as("desk").post("/api/v1/agents/" + agent + "/of-record", "{\"customers\":" + list(customers) + "}");
    }

    String entered(String agent, List<String> customers) {
        return id(enter(agent, customers));
    }

    Caller.Answer move(String from, String rest) {
        return as("desk").post("/api/v1/agents/" + from + "/moves", "{" + rest + "}");
    }

    String moved(String from, String to) {
        return id(move(from, "\"to\":\"" + to + "\""));
    }

    static String id(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    JsonNode undone(String move) {
        Caller.Answer answer = as("desk").post("/api/v1/agent-moves/" + move + "/undo", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static String list(List<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    /** Today's agents of a customer, each with the class it has it for. */
    List<String> agentsOf(String customer) {
        List<String> found = new ArrayList<>();
        as("desk")
                .get("/api/v1/customers/" + customer + "/agents")
                .json()
                .path("items")
                .forEach(each -> {
                    if (each.path("until").isNull()) {
                        found.add(each.path("agent").asText() + " "
                                + each.path("productClass").asText("-").replace("null", "-"));
                    }
                });
        return found;
    }

    /** Which of these the login is shown at their own addresses. */
    List<String> opened(String login, List<String> customers) {
        return customers.stream()
                .filter(id -> as(login).get("/api/v1/customers/" + id).status() == 200)
                .toList();
    }

    List<String> found(String login, String term) {
        return ids(as(login).get("/api/v1/customers?limit=200&q=" + encoded(term)));
    }

    static List<String> ids(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().path("items").forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    static String encoded(String word) {
        return java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8);
    }

    String one(String sql, String id) {
        return sowing.one(sql, id);
    }
}
