package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of dispatch")
class DispatchPagesTest extends DispatchBed {
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
}
