package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.demo.trade.Uscc;

/** 客户交接 at the browser: plans, notes, the act and its signature, in both languages and themes, at three widths. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedGroup.class)
@EnabledIf(value = "org.tongqu.journeys.Chromium#isWanted", disabledReason = Chromium.MISSING)
class KeepingBrowserTest {
    private static final List<String> FIRMS = List.of("成都岷江水泵厂", "自贡恒丰锅炉厂", "乐山大渡起重机厂", "泸州长江阀门厂");

    private final String tag = Messages.number("SW");
    private @Nullable Accessibility rules;
    private Chromium chromium;
    private Browser browser;
    private URI hub;
    private Group group;

    @BeforeAll
    void fourCustomersOfARepresentative(Group shared) {
        group = shared;
        hub = group.hub().url();
        Caller rep = group.as("rep-sw-2");
        for (int n = 0; n < FIRMS.size(); n++) {
            ObjectNode customer =
                    Messages.customer(FIRMS.get(n), "四川省", "成都市").put("uscc", Uscc.of("510100", 880_000 + n));
            rep.post("/api/v1/visits", Messages.visitWithNeed(tag + "-" + n, "rep-sw-2", customer, "CRANE×1"))
                    .expect(202);
        }
        Watching.until("the customers", this::customers, found -> found.size() == FIRMS.size());
        ObjectNode note = Json.object("{'words':'总工只认数据，先寄样本再上门。','handOver':true}");
        rep.post("/api/v1/notes", note.put("customerId", customers().getFirst()))
                .expect(204);
        ObjectNode plan = Json.object("{'day':'2099-06-01','purpose':'随行车验收，顺带问二期扩建'}");
        rep.post("/api/v1/visit-plans", plan.put("customerId", customers().getFirst()))
                .expect(204);
        rules = Accessibility.readyOrNull();
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private List<String> customers() {
        return group.as("rep-sw-2").all("/api/v1/needs").stream()
                .filter(need -> need.path("visitNo").asText().startsWith(tag))
                .map(need -> need.path("customerId").asText())
                .toList();
    }

    @Order(1)
    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"zh, light", "en, dark"})
    void plansNotesAndTheOutlookStandAtEveryWidth(String language, String theme) {
        try (ConsoleWalk rep = ConsoleWalk.signedIn(browser, hub, "rep-sw-2", language, theme, rules)) {
            rep.open("plans", "/plans");
            rep.open("notes", "/notes");
            rep.open("lookup", "/lookup?name=" + Caller.encoded("沈阳机床厂"));
            rep.open("conflicts", "/conflicts");
            rep.open("customer-kept", "/customers/" + customers().getFirst());
            rep.open("search-note", "/search?q=" + Caller.encoded("总工只认"));
            assertThat(rep.trouble()).isEmpty();
        }
        try (ConsoleWalk manager = ConsoleWalk.signedIn(browser, hub, "mgr-sw", language, theme, rules)) {
            manager.open("handover-new", "/handovers/new?leaver=rep-sw-2");
            assertThat(manager.trouble()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void aManagerHandsOverAndTheReceiverSigns() {
        try (ConsoleWalk manager = ConsoleWalk.signedIn(browser, hub, "mgr-sw", "zh", "light", rules)) {
            Page page = manager.page();
            page.navigate(hub + "/handovers");
            page.selectOption("select[name=leaver]", "rep-sw-2");
            page.click("form.find button");
            page.selectOption("select[name=rest]", "rep-sw-1");
            page.click("main form.stack button.main");
            manager.look("handover-waiting");
            assertThat(page.locator("main").innerText()).contains("待签收", "撤回交接", "缺口");
            manager.open("handovers", "/handovers");
            assertThat(manager.trouble()).isEmpty();
        }
        try (ConsoleWalk receiver = ConsoleWalk.signedIn(browser, hub, "rep-sw-1", "en", "dark", rules)) {
            Page page = receiver.page();
            page.navigate(hub + "/handovers");
            page.click("main tbody td a.first");
            receiver.look("handover-to-sign");
            page.fill("input[name=name]", "何川");
            page.click(".signs button");
            assertThat(page.locator("main").innerText()).contains("Signed by 何川");
            receiver.look("handover-signed");
            assertThat(receiver.trouble()).isEmpty();
        }
    }
}
