package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;

@DisplayName("A customer that nobody keeps goes to whoever covers it")
class UnkeptCustomersTest extends LeaverBed {
    private static final String HERE = "/api/v1/unkept-customers";

    private final LocalDate today = LocalDate.now(Columns.HOUSE_ZONE);
    private final List<String> assigned = new ArrayList<>();

    /** No other test shall find its customers and needs covered by somebody. */
    @AfterEach
    void nobodyCovers() {
        wall.run(Scope.WORKER, () -> {
            jdbc.sql(
                            "update coverage.assignment set from_day = '2000-01-01', until_day = '2000-01-02' where id = any(:ids)")
                    .param("ids", assigned.toArray(String[]::new))
                    .update();
            jdbc.sql("update coverage.absence set taken_back_at = now() where why = :tag")
                    .param("tag", tag)
                    .update();
        });
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "whose keeper left is listed with region, classes, last contact and who covers it in its own region; before that it was not")
    void whoseKeeperLeft() {
        String customer = seen(today.minusDays(20), "辽宁省", "CRANE.BRIDGE");
        covers(stayer, "NE", "CRANE");
        covers("rep-e-1", "E", "CRANE");
        covers("rep-e-1", "NE", "CRANE");
        assertThat(row(BOSS, customer).isMissingNode()).isTrue();

        gone();
        JsonNode row = row(BOSS, customer);
        assertThat(row.path("region").asText()).isEqualTo("NE");
        assertThat(row.path("classes").path(0).asText()).isEqualTo("CRANE.BRIDGE");
        assertThat(row.path("lastContact").asText())
                .isEqualTo(today.minusDays(20).toString());
        assertThat(row.path("leftBy").asText()).isEqualTo("离任" + tag);
        assertThat(covering(row)).contains(stayer).doesNotContain("rep-e-1");
        assertThat(row.path("mayGive").asBoolean()).isTrue();
    }

    @Test
    @Tag("S4-05")
    @DisplayName("who ordered and was never visited waits since the order, for the classes it ordered")
    void whoOrdered() {
        String customer = ordered(today.minusDays(40));
        covers(stayer, "NE", "CRANE");
        JsonNode row = row(BOSS, customer);
        assertThat(row.path("lastContact").isNull()).isTrue();
        assertThat(row.path("since").asText()).isEqualTo(today.minusDays(40).toString());
        assertThat(row.path("leftBy").isNull()).isTrue();
        assertThat(covering(row)).contains(stayer);
    }

    @Test
    @Tag("S4-05")
    @DisplayName("who has only a sister class below is not offered, who has the very class is")
    void subClasses() {
        String customer = seen(today.minusDays(3), "辽宁省", "BOILER.CFB");
        String sister = third("姐妹");
        covers(sister, "NE", "BOILER.CHAIN_GRATE");
        covers(stayer, "NE", "BOILER.CFB");
        gone();
        assertThat(covering(row(BOSS, customer))).contains(stayer).doesNotContain(sister);
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "for somebody away today the stand-in is named, of another region too, who is given nothing it could not open; without one nobody covers, and it says so")
    void standIn() {
        String customer = seen(today.minusDays(3), "辽宁省", "PRINTING");
        gone();
        covers(stayer, "NE", "PRINTING");
        String other = third("替岗");
        String away = away(stayer, other);
        JsonNode offer = row(BOSS, customer).path("covering").path(0);
        assertThat(offer.path("login").asText()).isEqualTo(other);
        assertThat(offer.path("insteadOf").asText()).isEqualTo("接任" + tag);
        assertThat(give(BOSS, customer, stayer).code()).isEqualTo("NOT_COVERING");

        back(away);
        away = away(stayer, "rep-e-1");
        offer = row(BOSS, customer).path("covering").path(0);
        assertThat(offer.path("login").asText()).isEqualTo("rep-e-1");
        assertThat(offer.path("opens").asBoolean()).isFalse();
        assertThat(give(BOSS, customer, "rep-e-1").code()).isEqualTo("OUT_OF_SIGHT");

        back(away);
        away(stayer, null);
        assertThat(row(BOSS, customer).path("covering")).isEmpty();
        assertThat(Visitor.signedIn(port, BOSS).page(page(customer))).contains("本大区没有人覆盖");
    }

    @Test
    @Tag("S4-05")
    @Tag("S4-06")
    @DisplayName(
            "given with one press it has that keeper, is due by cadence, is off the list, and the trail says who gave it")
    void given() {
        String customer = seen(today.minusDays(200), "辽宁省", "CRANE");
        covers(stayer, "NE", "CRANE");
        gone();
        assertThat(give(BOSS, customer, stayer).status()).isEqualTo(204);

        assertThat(keeper(customer)).isEqualTo(stayer);
        assertThat(row(BOSS, customer).isMissingNode()).isTrue();
        JsonNode due = as(stayer).get("/api/v1/overdue-customers").json().path("items");
        assertThat(due.findValuesAsText("customerId")).containsExactly(customer);
        assertThat(one("select login || ' ' || detail from platform.audit_line where object = :id", customer))
                .isEqualTo(BOSS + " " + stayer);
    }

    @Test
    @Tag("S4-05")
    @DisplayName("of two who give it at once exactly one does, the other is told that it is kept")
    void twoAtOnce() throws Exception {
        String customer = seen(today.minusDays(5), "辽宁省", "CRANE");
        covers(stayer, "NE", "CRANE");
        String other = third("另一");
        covers(other, "NE", "CRANE");
        gone();
        List<Callable<Caller.Answer>> both =
                List.of(() -> give(BOSS, customer, stayer), () -> give("desk", customer, other));
        List<String> told = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            for (var answer : hands.invokeAll(both)) {
                told.add(answer.get().status() == 204 ? "given" : answer.get().code());
            }
        }
        assertThat(told).containsExactlyInAnyOrder("given", "KEPT_ALREADY");
        assertThat(keeper(customer)).isEqualTo(told.getFirst().equals("given") ? stayer : other);
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "nobody unknown, switched off or without the class is given anything, nor does a manager give what lies in another region")
    void refused() {
        String customer = seen(today.minusDays(5), "辽宁省", "CRANE");
        String abroad = seen(today.minusDays(5), "上海市", "CRANE");
        covers(leaver, "NE", "CRANE");
        gone();
        assertThat(give(BOSS, customer, "nobody-" + tag).code()).isEqualTo("UNKNOWN_PERSON");
        assertThat(give(BOSS, customer, leaver).code()).isEqualTo("UNKNOWN_PERSON");
        assertThat(give(BOSS, customer, stayer).code()).isEqualTo("NOT_COVERING");
        assertThat(row(BOSS, abroad).path("mayGive").asBoolean()).isFalse();
        covers(stayer, "NE", "CRANE");
        assertThat(give(BOSS, abroad, stayer).code()).isEqualTo("OTHER_REGION");
        assertThat(give("mgr-e", customer, stayer).status()).isEqualTo(404);
        assertThat(keeper(customer)).isEqualTo(leaver);
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "a customer that came to its keeper in another region is nobody's only once that keeper left, and can be given then")
    void cameFromAnotherRegion() {
        String customer = seen(today.minusDays(5), "辽宁省", "CRANE");
        covers(stayer, "NE", "CRANE");
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update keeping.keeper set region = 'E', branch = 'E' where customer_id = :id")
                        .param("id", customer)
                        .update());
        assertThat(row(BOSS, customer).isMissingNode()).isTrue();
        assertThat(give(BOSS, customer, stayer).code()).isEqualTo("KEPT_ALREADY");
        gone();
        assertThat(give(BOSS, customer, stayer).status()).isEqualTo(204);
        assertThat(keeper(customer)).isEqualTo(stayer);
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "a representative is told what falls to it and gives nothing; partners and technicians are told nothing")
    void whoIsTold() {
        String customer = seen(today.minusDays(5), "辽宁省", "CRANE");
        gone();
        assertThat(row(stayer, customer).isMissingNode()).isTrue();
        covers(stayer, "NE", "CRANE");
        assertThat(row(stayer, customer).path("mayGive").asBoolean()).isFalse();
        assertThat(row("mgr-e", customer).isMissingNode()).isTrue();
        assertThat(row("auditor", customer).path("mayGive").asBoolean()).isFalse();
        for (String reader : List.of(stayer, "auditor", "tech1", "factory-crane", "agent-a001")) {
            assertThat(give(reader, customer, stayer).status()).as(reader).isEqualTo(403);
        }
        for (String partner : List.of("tech1", "factory-crane", "agent-a001")) {
            assertThat(as(partner).get(HERE).status()).as(partner).isEqualTo(403);
            assertThat(Visitor.signedIn(port, partner).get("/cadence/unkept").statusCode())
                    .as(partner)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("whoever was not seen for longest stands first, page after page")
    void oldestFirst() {
        String lately = seen(today.minusDays(2), "辽宁省", "CRANE");
        String longAgo = seen(today.minusDays(300), "辽宁省", "CRANE");
        gone();
        List<String> ids = rows("desk").stream()
                .map(row -> row.path("customerId").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().containsSubsequence(longAgo, lately);
        JsonNode first = as("desk").get(HERE + "?limit=1").json();
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("next").asText()).isEqualTo("1");
        assertThat(as("desk").get(HERE + "?after=x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("it goes out as a workbook, and that leaves a trace")
    void asAWorkbook() throws IOException {
        String name = Brands.firm();
        visit(today.minusDays(9), name, "辽宁省", "CRANE");
        covers(stayer, "NE", "CRANE");
        gone();
        HttpResponse<byte[]> book = Visitor.signedIn(port, BOSS).get("/cadence/unkept.xlsx");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(cells(book.body())).contains(name, "接任" + tag);
        assertThat(one(
                        "select count(*) > 0 from platform.export where list = :id and login = 'mgr-ne' and rows > 0",
                        "/cadence/unkept.xlsx"))
                .isEqualTo("true");
    }

    @Test
    @Tag("S4-05")
    @DisplayName("the page says it in both languages, and the press on it gives the customer")
    void onThePage() {
        String customer = seen(today.minusDays(9), "辽宁省", "CRANE");
        covers(stayer, "NE", "CRANE");
        gone();
        Visitor boss = Visitor.signedIn(port, BOSS);
        String path = page(customer);
        assertThat(boss.page("/cadence")).contains("href=\"/cadence/unkept\"", "无人负责的客户");
        assertThat(boss.page(path)).contains("/customers/" + customer, "离任" + tag + " 负责，已离任", "交给 接任" + tag);
        String press = "/cadence/unkept/" + customer + "/keeper";
        assertThat(boss.page(path)).contains("action=\"" + press + "\"", "name=\"login\" value=\"" + stayer + "\"");
        assertThat(Visitor.text(boss.act("/cadence/unkept", press, "login=" + stayer)))
                .contains("客户已交给负责人");
        assertThat(keeper(customer)).isEqualTo(stayer);
        assertThat(Visitor.text(boss.act("/cadence/unkept", press, "login=" + stayer)))
                .contains("已有负责人");
        assertThat(boss.page("/cadence/unkept?lang=en"))
                .contains("Customers nobody keeps", "Who covers it")
                .doesNotContain("/customers/" + customer);
    }

    private void gone() {
        Visitor.signedIn(port, "admin").act("/people/" + leaver, "/people/" + leaver + "/off", "");
    }

    private String third(String name) {
        String login = "third" + assigned.size() + "-" + tag.toLowerCase(Locale.ROOT);
        join(login, name + tag, "NE");
        return login;
    }

    private void covers(String login, String region, String productClass) {
        Caller.Answer answer =
                as("desk").post("/api/v1/coverage/assignments", """
                {"login":"%s","region":"%s","productClass":"%s","from":"%s"}""".formatted(login, region, productClass, today));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assigned.add(answer.json().path("id").asText());
    }

    private String away(String login, @Nullable String standIn) {
        Caller.Answer answer = as("desk").post("/api/v1/coverage/absences", """
                {"login":"%s","from":"%s","until":"%s","standIn":"%s","why":"%s"}""".formatted(
                        login, today, today.plusDays(1), standIn == null ? "" : standIn, tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private void back(String absence) {
        assertThat(as("desk")
                        .post("/api/v1/coverage/absences/" + absence + "/take-back", "")
                        .status())
                .isEqualTo(204);
    }

    private Caller.Answer give(String by, String customer, String login) {
        return as(by).post("/api/v1/keepers", "{\"customerId\":\"%s\",\"login\":\"%s\"}".formatted(customer, login));
    }

    private List<JsonNode> rows(String reader) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = as(reader).get(HERE + "?limit=200" + after).json();
            page.path("items").forEach(rows::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        return rows;
    }

    private JsonNode row(String reader, String customer) {
        return rows(reader).stream()
                .filter(row -> row.path("customerId").asText().equals(customer))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The page of the manager's list on which a customer stands. */
    private String page(String customer) {
        List<String> ids =
                rows(BOSS).stream().map(row -> row.path("customerId").asText()).toList();
        int from = ids.indexOf(customer) / 50 * 50;
        return from == 0 ? "/cadence/unkept" : "/cadence/unkept?after=" + from;
    }

    private static List<String> covering(JsonNode row) {
        return StreamSupport.stream(row.path("covering").spliterator(), false)
                .map(each -> each.path("login").asText())
                .toList();
    }

    private static String cells(byte[] book) throws IOException {
        Path file = Files.write(Files.createTempFile("unkept", ".xlsx"), book);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return HtmlUtils.htmlUnescape(all.toString());
    }

    private String seen(LocalDate day, String province, String productClass) {
        return SownWorld.customer(sowing, visit(day, Brands.firm(), province, productClass));
    }

    private String visit(LocalDate day, String name, String province, String productClass) {
        return sowing.visit(
                leaver, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"%3$s","visitedAt":"%4$sT09:30:00+08:00",
                 "customer":{"name":"%5$s","province":"%6$s"},
                 "needs":[{"needNo":"1","summary":"要 %1$s","parts":[{"productClass":"%7$s","qty":"1"}]}]}""".formatted(tag, Sowing.number(), leaver, day, name, province, productClass));
    }

    private String ordered(LocalDate day) {
        return SownWorld.customer(sowing, sowing.order("factory-crane", """
                {"orderNo":"QD-%1$s","orderedAt":"%2$sT09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"%3$s","province":"辽宁","city":"沈阳"},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, day, Brands.firm())));
    }
}
