package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A representative writes a visit on a page of the hub")
class VisitFormTest extends LeaverBed {
    private static final Pattern NUMBER = Pattern.compile("name=\"no\" value=\"([^\"]+)\"");

    @Test
    @Tag("S4-07")
    @Tag("S1-16")
    @DisplayName(
            "and it stands on the customer's timeline like one by REST, raises its need, reads its machine, and plans the next")
    void likeOneByRest() {
        String customer = withMachine();
        Visitor rep = Visitor.signedIn(port, leaver);
        String page = rep.page(at(customer));
        assertThat(page).contains("拜访步骤", "SN-" + tag, "运行 1200 小时", "看钢丝绳", "必填", "第 1 版");

        Map<String, String> sheet = sheet(page, "CRANE");
        sheet.put("needs.0.summary", "行车大修 " + tag);
        sheet.put("needs.0.functional", "起重量 20 吨");
        sheet.put("needs.0.budget.amount", "380000");
        sheet.put("needs.0.parts.0.productClass", "CRANE.BRIDGE");
        sheet.put("needs.0.parts.0.qty", "2");
        sheet.put("usage.0.runningHours", "1500");
        sheet.put("usage.0.faults", "1");
        sheet.put("opinions", "交货期太长 " + tag + "\n服务好");
        sheet.put("competitors.0.name", "对手" + tag);
        sheet.put("competitors.0.leadTimeDays", "45");
        sheet.put("salesStatements.0.productCode", "QD20");
        sheet.put("salesStatements.0.qty", "4");
        sheet.put("salesStatements.0.month", "2026-02");
        sheet.put("next.day", "2099-05-04");
        sheet.put("next.purpose", "带报价来 " + tag);
        String told = Visitor.text(send(rep, customer, sheet));
        assertThat(told).contains("已收下", no(sheet));

        String message = applied(no(sheet));
        JsonNode kept = as(leaver).get("/api/v1/messages/" + message).json();
        assertThat(kept.path("channel").asText()).isEqualTo("PAGE");
        JsonNode needs =
                as(leaver).get("/api/v1/needs?visitNo=" + no(sheet)).json().path("items");
        assertThat(needs).hasSize(1);
        assertThat(needs.path(0).path("summary").asText()).isEqualTo("行车大修 " + tag);
        JsonNode read =
                as(leaver).get("/api/v1/customers/" + customer + "/machines").json();
        assertThat(read.path("items")
                        .path(0)
                        .path("readings")
                        .path(0)
                        .path("hoursBefore")
                        .asText())
                .startsWith("1200");
        String shown = rep.page("/customers/" + customer);
        assertThat(shown).contains(no(sheet), "手册：起重机第 1 版", "带报价来 " + tag, "交货期太长 " + tag);
    }

    @Test
    @Tag("S4-07")
    @DisplayName(
            "what is refused is said beside its field, nothing that was typed is lost, and once mended it goes through")
    void refused() {
        String customer = withNeed(Brands.firm());
        Visitor rep = Visitor.signedIn(port, leaver);
        Map<String, String> sheet = sheet(rep.page(at(customer) + "?class=GENERAL"), "GENERAL");
        sheet.put("needs.0.functional", "要能吊 20 吨 " + tag);
        sheet.put("salesStatements.1.productCode", "QD20");
        sheet.put("salesStatements.1.qty", "四台");
        sheet.put("salesStatements.1.month", "2026-02");
        HttpResponse<byte[]> answer = send(rep, customer, sheet);
        String page = Visitor.text(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page).contains("没有记入", "要能吊 20 吨 " + tag, "value=\"四台\"", "href=\"#needs.0.summary\"");
        assertThat(page).contains("href=\"#salesStatements.1.qty\"", "id=\"salesStatements.1.qty.wrong\"");
        assertThat(filed(no(sheet))).isEqualTo("0");

        sheet.put("needs.0.summary", "行车一台");
        sheet.put("salesStatements.1.qty", "4");
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("已收下");
        applied(no(sheet));
    }

    @Test
    @Tag("S4-07")
    @DisplayName("sent twice it is one visit; other words under its number are refused")
    void twice() {
        String customer = withNeed(Brands.firm());
        Visitor rep = Visitor.signedIn(port, leaver);
        Map<String, String> sheet = sheet(rep.page(at(customer) + "?class=GENERAL"), "GENERAL");
        sheet.put("opinions", "好 " + tag);
        sheet.put("next.day", "2099-05-04");
        sheet.put("next.purpose", "再来 " + tag);
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("已收下");
        applied(no(sheet));
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("没有再记一次");
        assertThat(filed(no(sheet))).isEqualTo("1");
        assertThat(one("select count(*) from keeping.visit_plan where purpose = '再来 ' || :id", tag))
                .isEqualTo("1");
        sheet.put("opinions", "不好 " + tag);
        HttpResponse<byte[]> other = send(rep, customer, sheet);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(other)).contains("已按第一次交的内容收下").doesNotContain("Idempotency");
        assertThat(filed(no(sheet))).isEqualTo("1");
    }

    @Test
    @Tag("S1-16")
    @DisplayName("a step that the class requires must be filled; another form or more lines lose nothing")
    void required() {
        String customer = withMachine();
        Visitor rep = Visitor.signedIn(port, leaver);
        Map<String, String> sheet = sheet(rep.page(at(customer)), "CRANE");
        sheet.put("opinions", "好 " + tag);
        HttpResponse<byte[]> answer = send(rep, customer, sheet);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer)).contains("这一步必须填写（表单 CRANE 1）", "好 " + tag, "id=\"step.MACHINES\"");
        assertThat(filed(no(sheet))).isEqualTo("0");

        sheet.put("do", "more.needs");
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("needs.2.summary", "好 " + tag);
        sheet.put("do", "class");
        sheet.put("class", "BOILER");
        assertThat(Visitor.text(send(rep, customer, sheet)))
                .contains("name=\"form\" value=\"BOILER\"", "蒸发量", "好 " + tag);
        sheet.put("do", "send");
        sheet.put("usage.0.runningHours", "1300");
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("已收下");
        applied(no(sheet));
    }

    @Test
    @Tag("S1-16")
    @DisplayName(
            "a visit keeps the version it was written on; the desk writes the next one with a reason, and who reads a stale one is told")
    void versions() {
        String customer = withNeed(Brands.firm());
        Visitor rep = Visitor.signedIn(port, leaver);
        Visitor desk = Visitor.signedIn(port, "desk");
        int was = as("desk")
                .get("/api/v1/visit-handbook/PRINTING")
                .json()
                .path("items")
                .path(0)
                .path("version")
                .asInt();
        String first = "PRINTING&" + handbook(was, "问印张 " + tag, "REQUIRED");
        assertThat(change(desk, first + "&why=印刷机单列").statusCode()).isEqualTo(200);
        Map<String, String> sheet = sheet(rep.page(at(customer) + "?class=PRINTING"), "PRINTING");
        assertThat(rep.page(at(customer) + "?no=X&class=PRINTING")).contains("问印张 " + tag);

        assertThat(Visitor.text(change(desk, "PRINTING&" + handbook(was + 1, "问色数", "NO") + "&why=")))
                .contains("请写明理由", "问色数");
        assertThat(change(desk, "PRINTING&" + handbook(was + 1, "问色数 " + tag, "NO") + "&why=改问法")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.text(change(desk, "PRINTING&" + handbook(was + 1, "问纸", "NO") + "&why=晚了一步")))
                .as("pressed again it is refused again")
                .contains("别人已起用了新版本", "name=\"was\" value=\"" + (was + 1) + "\"");
        assertThat(rep.page(at(customer) + "?no=X&class=PRINTING")).doesNotContain("id=\"step.RIVALS\"");

        sheet.put("competitors.0.name", "对手" + tag);
        assertThat(Visitor.text(send(rep, customer, sheet))).contains("已收下");
        applied(no(sheet));
        assertThat(rep.page("/customers/" + customer)).contains("手册：印刷机第 " + (was + 1) + " 版");
        JsonNode versions =
                as(leaver).get("/api/v1/visit-handbook/PRINTING").json().path("items");
        assertThat(versions.path(0).path("version").asInt()).isEqualTo(was + 2);
        assertThat(versions.path(0).path("why").asText()).isEqualTo("改问法");
        assertThat(versions.path(1).path("until").asText()).isNotEmpty();
        assertThat(rep.page("/handbook/PRINTING")).contains("问色数 " + tag).doesNotContain("起用新版本</button>");
    }

    @Test
    @Tag("S4-07")
    @DisplayName(
            "nobody of another region, no partner and no technician writes it; only headquarters change the handbook")
    void whoMay() {
        String customer = withNeed(Brands.firm());
        Visitor rep = Visitor.signedIn(port, leaver);
        Map<String, String> sheet = sheet(rep.page(at(customer) + "?class=GENERAL"), "GENERAL");
        sheet.put("opinions", "好 " + tag);
        Visitor east = Visitor.signedIn(port, "rep-e-1");
        assertThat(east.get(at(customer)).statusCode()).isEqualTo(404);
        assertThat(east.act("/cadence", "/visits/" + customer, form(sheet)).statusCode())
                .isEqualTo(404);
        for (String other : new String[] {"factory-crane", "agent-a001", "tech1", "auditor"}) {
            assertThat(Visitor.signedIn(port, other).get(at(customer)).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(filed(no(sheet))).isEqualTo("0");
        assertThat(as(leaver).post("/api/v1/visit-handbook", "{}").status()).isEqualTo(403);
        assertThat(as("factory-crane").get("/api/v1/visit-handbook").status()).isEqualTo(403);
        assertThat(as("desk")
                        .post("/api/v1/visit-handbook", "{\"productClass\":\"CRANE\",\"why\":\"x\",\"version\":1}")
                        .text())
                .contains("STEPS_NOT_WHOLE");
        assertThat(as("desk")
                        .post("/api/v1/visit-handbook", "{\"productClass\":\"SPACESHIP\",\"why\":\"x\"}")
                        .text())
                .contains("UNKNOWN_CLASS");
    }

    private String withMachine() {
        return visited(
                Brands.firm(),
                "辽宁省",
                ",\"city\":\"沈阳市\"},\"needs\":[{\"needNo\":\"1\",\"summary\":\"行车 " + tag
                        + "\",\"parts\":[{\"productClass\":\"CRANE\",\"qty\":\"1\"}]}],\"usage\":[{\"serial\":\"SN-"
                        + tag
                        + "\",\"model\":\"QD20\",\"runningHours\":\"1200\",\"faults\":2}]");
    }

    private static String at(String customer) {
        return "/customers/" + customer + "/visits/new";
    }

    /** What a browser would send of the page as it stands. */
    private static Map<String, String> sheet(String page, String form) {
        Map<String, String> sheet = new LinkedHashMap<>();
        Matcher fields = Pattern.compile("<input[^>]*name=\"([^\"_]+)\"[^>]*?(?:value=\"([^\"]*)\")?[^>]*>")
                .matcher(page.substring(page.indexOf("name=\"no\"") - 30));
        while (fields.find()) {
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(fields.group());
            sheet.put(fields.group(1), value.find() ? value.group(1) : "");
        }
        assertThat(sheet.get("form")).isEqualTo(form);
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).isTrue();
        return sheet;
    }

    private static HttpResponse<byte[]> send(Visitor rep, String customer, Map<String, String> sheet) {
        return rep.act(at(customer), "/visits/" + customer, form(sheet));
    }

    private static String form(Map<String, String> sheet) {
        return sheet.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<byte[]> change(Visitor desk, String classAndForm) {
        int cut = classAndForm.indexOf('&');
        String path = "/handbook/" + classAndForm.substring(0, cut);
        return desk.act(path, path, classAndForm.substring(cut + 1));
    }

    private static String handbook(int was, String help, String rivals) {
        return "was=" + was + "&"
                + java.util.stream.Stream.of("MEET", "NEEDS", "MACHINES", "VOICE", "RIVALS", "PURCHASES", "NEXT")
                        .map(step -> step + ".asked=" + (step.equals("RIVALS") ? rivals : "YES") + "&" + step + ".zh="
                                + URLEncoder.encode(help, StandardCharsets.UTF_8) + "&" + step + ".en=ask")
                        .collect(Collectors.joining("&"));
    }

    /** Waits until the visit has taken effect; its message. */
    private String applied(String number) {
        return sowing.applied(one("select message_id from journal.claim where key = 'visit|NE|' || :id", number));
    }

    private static String no(Map<String, String> sheet) {
        return sheet.getOrDefault("no", "");
    }

    private String filed(String number) {
        return one("select count(*) from visits.visit where visit_no = :id", number);
    }
}
