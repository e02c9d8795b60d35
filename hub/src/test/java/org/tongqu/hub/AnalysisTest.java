package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What became of needs")
class AnalysisTest extends DispatchBed {
    private static final String HERE = "/api/v1/analysis";
    private static final String CRANE = "factory-crane";

    @TempDir
    Path folder;

    @Test
    @Tag("S4-12")
    @DisplayName("is counted by factory, class and region, and each figure leads to its rows")
    void conversion() {
        JsonNode before = group(desk(), "FACTORY", CRANE);
        JsonNode classBefore = group(desk(), "CLASS", "CRANE");
        String won = need("CRANE.MOBILE");
        order(won);
        String refused = need("CRANE.MOBILE");
        factoryRefuses(refused, CRANE);

        JsonNode after = group(desk(), "FACTORY", CRANE);
        assertThat(stage(after, "ORDERED") - stage(before, "ORDERED")).isEqualTo(1);
        assertThat(after.path("parts").asInt() - before.path("parts").asInt()).isEqualTo(2);
        assertThat(yuan(after).subtract(yuan(before))).isEqualByComparingTo("465000");
        JsonNode classAfter = group(desk(), "CLASS", "CRANE");
        assertThat(stage(classAfter, "ORDERED") - stage(classBefore, "ORDERED")).isEqualTo(1);
        assertThat(classAfter.path("parts").asInt() - classBefore.path("parts").asInt())
                .as("a part counts once")
                .isEqualTo(2);

        List<JsonNode> ordered = rows(desk(), "?factory=factory-crane&stage=ORDERED&region=NE");
        assertThat(ordered).hasSizeLessThanOrEqualTo(stage(after, "ORDERED"));
        assertThat(ordered.getFirst().path("needId").asText()).isEqualTo(won);
        assertThat(ordered.getFirst().at("/price/amount").asText()).isEqualTo("465000.00");
        assertThat(desk().get(HERE).json().at("/hops/ENTERED/count").asInt()).isPositive();
        assertThat(desk().get(HERE).json().at("/hops/ORDERED/count").asInt()).isPositive();
        assertThat(Visitor.signedIn(port, "desk").page("/analysis/rows?factory=factory-crane&stage=ORDERED"))
                .contains(won, "已订货");
    }

    @Test
    @Tag("S4-12")
    @DisplayName("counts a part that went on to another factory once, and for each of the two what it did with it")
    void partsThatWentOn() {
        int craneBefore = parts("FACTORY", CRANE);
        int otherBefore = parts("FACTORY", "factory-mt1");
        int classBefore = parts("CLASS", "CRANE");
        goneOn(need("CRANE.MOBILE"));

        assertThat(parts("FACTORY", CRANE)).isEqualTo(craneBefore + 1);
        assertThat(parts("FACTORY", "factory-mt1")).isEqualTo(otherBefore + 1);
        assertThat(parts("CLASS", "CRANE")).isEqualTo(classBefore + 1);
    }

    @Test
    @Tag("S4-12")
    @DisplayName(
            "is told to a factory of its own demands, with what nobody makes in its classes and no customer's name")
    void slice() {
        String refused = need("CRANE.MOBILE");
        factoryRefuses(refused, CRANE);
        Caller crane = Caller.as(port, CRANE);

        JsonNode own = crane.get(HERE).json();
        assertThat(keys(own.path("groups"))).containsExactly(CRANE);
        assertThat(own.path("support")).isEmpty();
        assertThat(rows(crane, ""))
                .allSatisfy(row -> assertThat(row.path("factory").asText()).isEqualTo(CRANE));
        assertThat(list(own.path("unmade"))).anySatisfy(unmade -> {
            assertThat(unmade.path("productClass").asText()).isEqualTo("CRANE.MOBILE");
            assertThat(unmade.path("wanted").toString()).contains("每小时 10 吨");
        });
        String firm = sowing.one(
                "select s.name from needs.need d join customers.source_record s on s.id = d.source_record_id where d.id = :id",
                refused);
        assertThat(own.toString()).doesNotContain(firm);
        int nobodys = unmade(crane);
        String elsewhere = goneOn(need("CRANE.MOBILE"));
        factoryRefuses(elsewhere, "factory-mt1");
        assertThat(unmade(crane)).as("refused by another in the end").isEqualTo(nobodys + 1);
        assertThat(list(Caller.as(port, "factory-mt1").get(HERE).json().path("unmade")))
                .noneMatch(unmade -> unmade.path("productClass").asText().startsWith("CRANE"));
    }

    @Test
    @Tag("S0-12")
    @DisplayName("shows per grade how many were won with technicians named for them, and how many without")
    void support() {
        JsonNode helpedBefore = support("B", true);
        JsonNode aloneBefore = support("B", false);
        enrol("助阵", 3, "CRANE.MOBILE|SELECTION");
        String helped = need("CRANE.MOBILE");
        String dispatch = dispatchOf(helped);
        until(dispatch, each -> planned(each) && !team(each).contains("-"));
        act(desk(), dispatch, "confirm", "{}");
        order(helped);
        order(need("CRANE.MOBILE"));

        assertThat(support("B", true).path("won").asInt())
                .isEqualTo(helpedBefore.path("won").asInt() + 1);
        assertThat(support("B", false).path("won").asInt())
                .isEqualTo(aloneBefore.path("won").asInt() + 1);
        factoryRefuses(need("CRANE.MOBILE"), CRANE);
        assertThat(support("B", false).path("lost").asInt())
                .isEqualTo(aloneBefore.path("lost").asInt() + 1);
        assertThat(support("B", true).path("winRate").asDouble()).isBetween(0.0, 1.0);
        assertThat(Visitor.signedIn(port, "desk").page("/analysis")).contains("技术支持的作用", "有技术人员");
    }

    @Test
    @Tag("S4-12")
    @DisplayName("leaves the house as a workbook, within rights, and says of a wrong day what to write")
    void workbookAndWrongDays() throws IOException {
        String won = need("CRANE.MOBILE");
        order(won);
        String tag = sowing.one("select split_part(summary, ' ', 2) from needs.need where id = :id", won);
        assertThat(sheet("rep-ne-1", "?stage=ORDERED")).contains(tag, "465000");
        assertThat(sheet("rep-e-1", "?stage=ORDERED")).doesNotContain(tag);
        assertThat(Visitor.signedIn(port, "tech1").get("/analysis.xlsx").statusCode())
                .isEqualTo(403);
        Stream.of("?from=gestern", "?from=2026-03-02&until=2026-03-01", "?from=2020-01-01", "?by=MOOD", "?stage=HALF")
                .forEach(wrong ->
                        assertThat(desk().get(HERE + wrong).status()).as(wrong).isEqualTo(400));
    }

    private String sheet(String login, String question) throws IOException {
        Path file = Files.write(
                folder.resolve(login + ".xlsx"),
                Visitor.signedIn(port, login).get("/analysis.xlsx" + question).body());
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private void order(String need) {
        String demand =
                sowing.one("select id from demand.demand where need_id = :id and factory = '" + CRANE + "'", need);
        sowing.acknowledge(CRANE, """
                {"demandId":"%s","factoryRef":"REF-1","at":"2026-03-03T09:00:00+08:00"}""".formatted(demand));
        sowing.answer(CRANE, """
                {"demandId":"%s","at":"2026-03-03T10:00:00+08:00","quote":{"price":{"amount":"465000.00","currency":"CNY"},"leadTimeDays":60}}""".formatted(demand));
        sowing.order(CRANE, """
                {"orderNo":"O-%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"%2$s","province":"辽宁省"},"demandId":"%1$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(demand, Brands.firm()));
    }

    private static JsonNode group(Caller reader, String by, String key) {
        return list(reader.get(HERE + "?by=" + by).json().path("groups")).stream()
                .filter(group -> group.path("key").asText().equals(key))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private JsonNode support(String grade, boolean helped) {
        return list(desk().get(HERE).json().path("support")).stream()
                .filter(each -> each.path("grade").asText().equals(grade)
                        && each.path("helped").asBoolean() == helped)
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static List<JsonNode> rows(Caller reader, String question) {
        return list(reader.get(HERE + "/rows" + question).json().path("items"));
    }

    private static List<String> keys(JsonNode groups) {
        return list(groups).stream().map(group -> group.path("key").asText()).toList();
    }

    /** Refused by the crane works, and sent to the lathe works by the desk. */
    private String goneOn(String need) {
        factoryRefuses(need, CRANE);
        String part = sowing.one("select id from needs.part where need_id = :id", need);
        String sending = "/api/v1/needs/" + need + "/parts/" + part + "/sending";
        assertThat(desk().post(sending, "{\"factory\":\"factory-mt1\"}").status())
                .isEqualTo(201);
        return need;
    }

    private static int unmade(Caller factory) {
        return list(factory.get(HERE).json().path("unmade")).stream()
                .filter(unmade -> unmade.path("productClass").asText().equals("CRANE.MOBILE"))
                .mapToInt(unmade -> unmade.path("parts").asInt())
                .sum();
    }

    private int parts(String by, String key) {
        return group(desk(), by, key).path("parts").asInt();
    }

    private static int stage(JsonNode group, String stage) {
        return group.path("stages").path(stage).asInt();
    }

    private static BigDecimal yuan(JsonNode group) {
        return list(group.path("ordered")).stream()
                .filter(sum -> sum.path("currency").asText().equals("CNY"))
                .map(sum -> new BigDecimal(sum.path("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
