package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of dispatch")
class DispatchPagesTest extends DispatchBed {
    private static final Pattern OPENED = Pattern.compile("<a class=\"first\" href=\"/dispatch/([0-9a-f-]{36})\"");
    private static final Pattern FURTHER = Pattern.compile("rel=\"next\" href=\"([^\"#]+)");

    @Test
    @Tag("S0-06")
    @DisplayName(
            "the board shows people and days, the dispatch why and what another costs; the desk pins, confirms, closes by form")
    void boardAndWhy() {
        String near = enrol("邻工", 2, "MACHINE_TOOL.BORING|SELECTION");
        String far = enrol("远工", 2, "SW", 20, null, "MACHINE_TOOL.BORING|SELECTION");
        String id = dispatchOf(need("MACHINE_TOOL.BORING"));
        until(id, each -> planned(each) && team(each).contains("邻工"));
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.page("/dispatch")).contains("邻工", "/dispatch/" + id, "评级到派定");
        assertThat(desk.page("/dispatch?look=&after=&place=" + id + "/1")).contains("邻工");
        String one = "/dispatch/" + id;
        assertThat(desk.page(one)).contains("邻工", "远工", "换人的代价", "派工天数");

        String pinned = Visitor.text(desk.act(one, one + "/places/1/pin", "technician=" + far));
        assertThat(pinned).contains("已固定", "从 西南 出差到 东北");
        String taken = Visitor.text(desk.act(one, one + "/places/1/pin", "technician=nobody"));
        assertThat(taken).contains("没有这位技术人员");
        assertThat(Visitor.text(desk.act(one, one + "/places/1/unpin", ""))).contains("已取消固定");
        assertThat(Visitor.text(desk.act(one, one + "/confirm", ""))).contains("已确认派出");
        assertThat(Visitor.signedIn(port, "mgr-ne").page(one)).contains("人选已派定");
        assertThat(Visitor.text(desk.act(one, one + "/close", "note=abc"))).contains("知识条目");
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        assertThat(Visitor.text(rep.act(one, one + "/rating", "stars=5"))).contains("5 / 5");

        String people = "/dispatch/technicians?open=" + near;
        assertThat(desk.page(people)).contains("邻工", "分级序列");
        assertThat(
                        Visitor.text(
                                desk.act(
                                        people,
                                        "/dispatch/technicians",
                                        "id=" + near
                                                + "&name=X&level=2&region=NE&lineManager=Y&daysCap=9&active=true&skill=CRANE%7CDESIGN")))
                .contains("已保存", "0 / 9");
        assertThat(Visitor.text(desk.act(
                        people,
                        "/dispatch/technicians/" + near + "/absences",
                        "from=2030-01-07&until=2030-01-08&why=x")))
                .contains("2030-01-07");
        assertThat(rep.get("/dispatch/technicians").statusCode()).isEqualTo(403);
        assertThat(rep.page("/dispatch")).doesNotContain("人与日");
    }

    @Test
    @Tag("S0-03")
    @Tag("S0-04")
    @DisplayName(
            "a need's page shows its team with names and days; where there is none, whoever may asks for one there, and again when it is gone")
    void onTheNeedsPage() {
        enrol("需工", 3, "CRANE.GANTRY|SELECTION");
        String need = need("CRANE.GANTRY");
        String id = dispatchOf(need);
        String from = until(id, each -> planned(each) && team(each).contains("需工"))
                .at("/line/places/0/from")
                .asText();
        String page = "/needs/" + need;
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        assertThat(rep.page(page))
                .contains("技术支援", "/dispatch/" + id, "需工", "拟派", from)
                .doesNotContain("/dispatch/ask");
        act(desk(), id, "close", "{\"note\":\"先看导轨。\"}");
        assertThat(rep.page(page)).contains("小组解散", "/dispatch/ask", "上一小组已解散");
        assertThat(Visitor.signedIn(port, "auditor").page(page))
                .contains("/dispatch/" + id)
                .doesNotContain("/dispatch/ask");
        assertThat(Visitor.signedIn(port, "factory-crane").page(page)).doesNotContain("技术支援", "需工");

        assertThat(Visitor.text(rep.act(page, "/dispatch/ask", "needId=" + need)))
                .contains("已请总部派技术人员");
        assertThat(Visitor.text(rep.act(page, "/dispatch/ask", "needId=" + need)))
                .contains("这条需求已有派工单");
        assertThat(rep.page(page)).contains("待派").doesNotContain("/dispatch/ask");
        assertThat(rep.page(page + "?lang=en")).contains("Technical support");
        act(desk(), newest(need), "close", "{\"note\":\"吊具另配。\"}");
    }

    private String newest(String need) {
        return sowing.one("select id from dispatch.dispatch where need_id = :id order by number desc limit 1", need);
    }

    @Test
    @Tag("S0-04")
    @Tag("S0-06")
    @DisplayName(
            "a place moved on the board is pinned and can be put back to what stood before; a tier or a day that does not allow it is told in words")
    void movedOnTheBoard() {
        String one = enrol("甲移", 2, "MACHINE_TOOL.BORING|SELECTION");
        String two = enrol("乙移", 2, "SW", 20, null, "MACHINE_TOOL.BORING|SELECTION");
        String chief = enrol("丙移", 5, "NE", 20, null, "MACHINE_TOOL.BORING|SELECTION");
        String id = dispatchOf(need("MACHINE_TOOL.BORING"));
        JsonNode place =
                until(id, each -> planned(each) && team(each).contains("甲移")).at("/line/places/0");
        Visitor desk = Visitor.signedIn(port, "desk");
        String where = "&place=" + id + "/1&from=" + place.path("from").asText();

        String tier = Visitor.text(desk.act("/dispatch", "/dispatch/move", "technician=" + chief + where));
        assertThat(tier).contains("级别不派 B 级", "破格：不受分级序列限制");
        String moved = Visitor.text(desk.act("/dispatch", "/dispatch/move", "look=OPEN&technician=" + two + where));
        assertThat(moved).contains("已固定，其余已重排", "/dispatch/let-go?place=" + id);
        assertThat(team(dispatch(id))).containsExactly("乙移");
        String again = Visitor.text(desk.act("/dispatch", "/dispatch/move", "technician=" + one + where));
        assertThat(again).contains("/dispatch/move?place=" + id + "/1&amp;technician=" + two);
        String away = "{\"from\":\"%s\",\"until\":\"%s\",\"why\":\"培训\"}"
                .formatted(place.path("from").asText(), place.path("from").asText());
        assertThat(desk().post("/api/v1/technicians/" + two + "/absences", away).status())
                .isBetween(200, 204);
        assertThat(Visitor.text(desk.act("/dispatch", "/dispatch/move", "technician=" + two + where)))
                .contains("乙移 这些天已有安排或不在");
        assertThat(team(dispatch(id))).containsExactly("甲移");
        Visitor.text(desk.act("/dispatch", "/dispatch/let-go", "place=" + id + "/1"));
        assertThat(dispatch(id).at("/line/places/0/pinned").asBoolean()).isFalse();
        assertThat(Visitor.signedIn(port, "mgr-ne").page("/dispatch"))
                .doesNotContain("draggable=\"true\"", "/dispatch/move");
        act(desk(), id, "close", "{\"note\":\"测完\"}");
    }

    @Test
    @Tag("S0-06")
    @DisplayName(
            "the board comes by twenties, nearest deadline first, no dispatch twice, and by what is late, clashes or waits, each counted over all")
    void byTwenties() {
        List<String> opened = IntStream.range(0, 21)
                .mapToObj(n -> dispatchOf(need("MACHINE_TOOL.BORING")))
                .toList();
        String late = opened.getLast();
        missDeadline(late);
        Visitor desk = Visitor.signedIn(port, "desk");
        List<String> shown = new ArrayList<>();
        String page = "/dispatch?look=OPEN";
        while (page != null) {
            String text = desk.page(page);
            List<String> here = found(OPENED, text);
            assertThat(here).hasSizeLessThanOrEqualTo(20);
            shown.addAll(here);
            page = found(FURTHER, text).stream().findFirst().orElse(null);
        }
        long open = desk().get("/api/v1/dispatches/figures").json().path("open").asLong();
        assertThat(shown).doesNotHaveDuplicates().hasSize((int) open).containsAll(opened);
        assertThat(found(OPENED, desk.page("/dispatch?look=LATE"))).contains(late);
        assertThat(desk.page("/dispatch?look=OPEN")).contains("<span class=\"note\">" + open + "</span>");
        assertThat(desk.get("/dispatch?look=WHATEVER").statusCode()).isEqualTo(400);
        opened.forEach(each -> act(desk(), each, "close", "{\"note\":\"测完\"}"));
    }

    private static List<String> found(Pattern what, String page) {
        return what.matcher(page)
                .results()
                .map(each -> each.group(1).replace("&amp;", "&"))
                .toList();
    }
}
