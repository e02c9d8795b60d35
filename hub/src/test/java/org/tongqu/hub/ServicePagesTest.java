package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of service")
class ServicePagesTest extends ServiceBed {
    @Test
    @Tag("S4-25")
    @DisplayName(
            "from the customer's page a rep asks for service, enters the machine, logs a call and sees the case, in one sign-in and a page each")
    void oneTouch() {
        Visited visited = visited();
        String page = "/customers/" + visited.customer();
        Visitor rep = Visitor.signedIn(port, REP);
        String opened = Visitor.text(rep.act(
                page,
                "/service",
                "customer=" + visited.customer() + "&visit=" + visited.visit() + "&serial=" + visited.serial()
                        + "&trouble=YX&technician=true"));
        assertThat(opened).contains("服务单已开", "待派人", visited.firm(), visited.serial());
        assertThat(Visitor.text(rep.act(
                        page,
                        "/service/equipment",
                        "customer=" + visited.customer() + "&serial=" + visited.serial()
                                + "&installedOn=2026-01-01&planMonths=6&planHours=2000")))
                .contains("设备档案已保存", "每 6 个月", "每 2000 运行小时");
        assertThat(Visitor.text(
                        rep.act(page, "/activities", "customer=" + visited.customer() + "&kind=CALL&words=TALKED")))
                .contains("已记入客户经过", "打电话：TALKED", "YX");
        assertThat(rep.page(page)).contains("请总部派技术人员", "报修");
        assertThat(Visitor.text(rep.act(page, "/service", "customer=" + visited.customer() + "&trouble=")))
                .contains("请写 1 到 1000 个字");
    }

    @Test
    @Tag("S4-09")
    @DisplayName("the desk finds the case first on its list and sends by form; arrival and outcome are told by form")
    void deskSends() {
        Visited visited = visited();
        String id = opened(visited);
        String technician = enrol("页面工", 3, "MACHINE_TOOL|SERVICE");
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.page("/service?state=OPEN")).contains(visited.firm(), "/service/" + id, "请总部派技术人员");
        String one = "/service/" + id;
        assertThat(desk.page(one)).contains("页面工", "派技术人员");
        assertThat(Visitor.text(
                        desk.act(one, one + "/send", "technician=" + technician + "&from=2031-06-02&until=2031-06-03")))
                .contains("已派人，业务员已看到", "2031-06-02");
        Visitor rep = Visitor.signedIn(port, REP);
        assertThat(Visitor.text(rep.act(one, one + "/arrive", ""))).contains("已记下到场");
        assertThat(Visitor.text(rep.act(one, one + "/solve", "words=GOOD"))).contains("已记下结果", "GOOD");
        assertThat(Visitor.text(rep.act(one, one + "/reopen", "words=AGAIN"))).contains("服务单已重新打开", "1 次");
        assertThat(Visitor.text(rep.act(one, one + "/close", ""))).contains("服务单已关闭");
        assertThat(rep.get("/service.xlsx").statusCode()).isEqualTo(200);
        assertThat(rep.get("/actions.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("an action is set aside by form from the customer's page, and the next page offers to take that back")
    void asideByForm() {
        Visited visited = visited();
        kept(visited, ",\"installedOn\":\"2010-05-01\"");
        String page = "/customers/" + visited.customer();
        Visitor rep = Visitor.signedIn(port, REP);
        assertThat(rep.page(page)).contains("2010-05-01 起");
        String after = Visitor.text(rep.act(
                page,
                "/actions/dismiss",
                "customer=" + visited.customer() + "&rule=MACHINE_AGE&subject=" + visited.serial() + "&why=later"));
        assertThat(after).contains("已搁置", "/actions/dismissals/").doesNotContain("2010-05-01 起");
    }
}
