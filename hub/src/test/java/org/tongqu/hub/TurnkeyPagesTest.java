package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A need's page shows what its shares come to and what blocks, and is where people act and talk")
class TurnkeyPagesTest extends HubTest {
    @Autowired
    Sowing sowing;

    @Test
    @Tag("S4-18")
    @Tag("S4-21")
    @DisplayName(
            "the desk posts an offer by page, the rep sees it on the blocked part and sends the part there; both sides talk")
    void byPage() {
        SownWorld world = SownWorld.sow(sowing);
        String firm = "firm-page-" + Sowing.number();
        Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"COOPERATOR\",\"name\":\"宜兴联合锅炉配套厂\"}".formatted(firm));
        Visitor desk = Visitor.signedIn(port, "desk");
        Visitor rep = Visitor.signedIn(port, "rep-e-1");
        String what = "余热锅炉 " + firm;
        assertThat(Visitor.text(desk.act(
                        "/supply-offers",
                        "/supply-offers",
                        "partner=" + firm + "&offerNo=1&productClass=BOILER&what=" + what.replace(" ", "+")
                                + "&amount=1e9&validUntil=2099-01-01")))
                .contains("role=\"alert\"", "起价应为正数");
        assertThat(Visitor.text(desk.act(
                        "/supply-offers",
                        "/supply-offers",
                        "partner=" + firm + "&offerNo=1&productClass=BOILER&what=" + what.replace(" ", "+")
                                + "&amount=900000&validUntil=2099-01-01")))
                .contains(what, "已发布");

        sowing.answer(
                "factory-boiler",
                "{\"demandId\":\"%s\",\"at\":\"2026-06-06T10:00:00+08:00\",\"refusal\":{\"reason\":\"停产\"}}"
                        .formatted(world.boilerDemand()));
        String page = "/needs/" + world.eNeed();
        String shown = rep.page(page);
        assertThat(shown).contains("合并答复", "有部分卡住", "各厂都已回绝", what);
        assertThat(rep.page("/supply-offers")).contains(page);
        int at = shown.indexOf("/parts/") + "/parts/".length();
        String part = shown.substring(at, shown.indexOf('/', at));
        int offer = shown.lastIndexOf("value=\"", shown.indexOf(what)) + "value=\"".length();

        assertThat(Visitor.text(rep.act(page, page + "/close", "reason=x"))).contains("还有未了的部分");
        assertThat(Visitor.text(rep.act(
                        page,
                        page + "/parts/" + part + "/sending",
                        "offerId=" + shown.substring(offer, shown.indexOf('"', offer)))))
                .contains("已转去询问", "宜兴联合锅炉配套厂");

        String talk = page + "/demands/" + world.boilerDemand();
        assertThat(Visitor.text(rep.act(page, talk + "/messages", "words=何时复产？")))
                .contains("何时复产？", "已发送");
        assertThat(Visitor.text(desk.act(page, talk + "/read", ""))).contains("已标为已读");
        assertThat(Visitor.signedIn(port, "rep-ne-1").get(page).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "factory-boiler").page("/supply-offers"))
                .doesNotContain(what, page);
    }
}
