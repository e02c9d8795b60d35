package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of clocks, reminders and coverage")
class WatchPagesTest extends HubTest {
    @Test
    @Tag("S0-03")
    @DisplayName(
            "the calendar shows the published days and says where none are; the desk enters a day, hours and a rule by form")
    void clocks() {
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.page("/clocks?year=2026")).contains("春节", "国务院办公厅 2025-11-04", "时限规则", "无厂可问");
        assertThat(desk.page("/clocks?year=2032")).contains("2032 年的节假日还没有录入");
        String day = "day=2033-01-03&kind=%s&name=x&source=y";
        assertThat(Visitor.text(desk.act("/clocks", "/clocks/days", day.formatted("OFF"))))
                .contains("已保存");
        assertThat(Visitor.text(desk.act("/clocks", "/clocks/days", day.formatted("WEEK"))))
                .contains("已保存");
        assertThat(Visitor.text(
                        desk.act("/clocks", "/clocks/hours", "from1=12:00&until1=08:00&from2=13:00&until2=17:30")))
                .contains("请写上午和下午两段");
        String rule = "hop=TEAM&productClass=&grade=C&hours=24&warnHours=4&managerHours=4&deskHours=8";
        assertThat(Visitor.text(desk.act("/clocks", "/clocks/rules", rule))).contains("已保存");
        assertThat(Visitor.signedIn(port, "rep-ne-1").page("/clocks")).doesNotContain("保存规则");
        assertThat(Visitor.signedIn(port, "factory-crane").get("/clocks").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("S2-22")
    @DisplayName("the inbox has its three lists and a workbook, and stands in the menu of those who have one")
    void reminders() {
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        assertThat(rep.page("/reminders")).contains("今天要看", "稍后再看", "已了结");
        assertThat(rep.page("/reminders?state=PAST")).contains("已了结");
        assertThat(rep.get("/reminders.xlsx?state=OPEN").statusCode()).isEqualTo(200);
        assertThat(rep.page("/")).contains("href=\"/reminders\"");
        assertThat(Visitor.signedIn(port, "factory-crane").page("/")).doesNotContain("href=\"/reminders\"");
    }

    @Test
    @Tag("S4-05")
    @DisplayName(
            "the matrix shows empty cells in words and colour, the manager puts somebody there and ends it by form")
    void coverage() {
        Visitor manager = Visitor.signedIn(port, "mgr-ne");
        assertThat(manager.page("/coverage")).contains("cover-none", "没有人", "安排分工");
        String person = "login=mgr-ne&region=NE&productClass=ENVIRONMENTAL&from=2034-01-03&until=2034-01-03";
        assertThat(Visitor.text(manager.act("/coverage", "/coverage/assignments", person)))
                .contains("已保存");
        assertThat(manager.page("/coverage?day=2034-01-03")).contains("cover-one");
        String part = "login=rep-ne-1&region=NE&productClass=ENVIRONMENTAL.WATER&from=2034-01-04&until=2034-01-04";
        assertThat(manager.page("/coverage")).contains("value=\"ENVIRONMENTAL.WATER\"");
        manager.act("/coverage", "/coverage/assignments", part);
        assertThat(manager.page("/coverage?day=2034-01-04")).contains("cover-part", "只管一部分", "只管水处理设备");
        assertThat(manager.get("/coverage.xlsx?day=2034-01-03").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "rep-ne-1").page("/coverage")).doesNotContain("安排分工");
    }
}
