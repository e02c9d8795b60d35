package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** 派工 at the browser: a proposed place is dragged to another person or day, told where that is not allowed, and put back. */
@DisplayName("The dispatch board under the hand")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedGroup.class)
@EnabledIf(value = "org.tongqu.journeys.Chromium#isWanted", disabledReason = Chromium.MISSING)
class DispatchBrowserTest {
    private static final String CFB = "BOILER.CFB";
    private static final String SHEETFED = "PRINTING.SHEETFED_OFFSET";

    private final String tag = Messages.number("").substring(6);
    private Group group;
    private DispatchDesk dispatches;
    private Chromium chromium;
    private Browser browser;
    private String near;
    private String far;
    private String low;
    private String printer;

    @BeforeAll
    void fourTechnicians(Group shared) {
        group = shared;
        dispatches = DispatchDesk.of(group);
        near = dispatches.enrol("近工" + tag, 4, "NE", CFB);
        far = dispatches.enrol("远工" + tag, 4, "SW", CFB);
        low = dispatches.enrol("初工" + tag, 1, "NE", CFB);
        printer = dispatches.enrol("印工" + tag, 4, "NE", SHEETFED);
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    void goHome() {
        List.of(near, far, low, printer).forEach(dispatches::sendHome);
        chromium.close();
    }

    @Test
    @Tag("S0-04")
    @Tag("S0-06")
    @DisplayName(
            "a place dragged to another's row is pinned there, undone it is free again; who may not go is marked with why and refused in words; the form does the same by keys")
    void dragged() {
        JsonNode dispatch = proposed();
        String place = dispatch.at("/line/id").asText() + "/1";
        String begins = dispatch.at("/line/places/0/from").asText();
        String there = dispatch.at("/line/places/0/technician").asText().equals(near) ? far : near;
        try (ConsoleWalk walk = ConsoleWalk.signedIn(browser, group.hub().url(), "desk", "zh", "light")) {
            Page page = walk.page();
            page.setViewportSize(1440, 1400);
            page.navigate(group.hub().url() + "/dispatch");

            hold(page, place, low, begins);
            assertThat(fits(page, low)).isEqualTo("TIER");
            assertThat(fits(page, printer)).isEqualTo("SKILL");
            assertThat(fits(page, there)).isEqualTo("YES");
            assertThat(row(page, printer).locator(".unfit.SKILL").isVisible()).isTrue();
            walk.readAsItStands("dispatch-held");
            drop(page, "[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("初工" + tag, "破格");
            assertThat(page.locator("#move select[name=technician]").inputValue())
                    .isEqualTo(low);
            assertThat(first(dispatch).path("pinned").asBoolean()).isFalse();

            hold(page, place, there, begins);
            drop(page, ".toast button");
            assertThat(first(dispatch).path("technician").asText()).isEqualTo(there);
            assertThat(first(dispatch).path("from").asText()).isEqualTo(begins);
            assertThat(first(dispatch).path("pinned").asBoolean()).isTrue();

            page.click(".toast button");
            page.locator(".toast:not(:has(button))").waitFor();
            assertThat(first(dispatch).path("pinned").asBoolean()).isFalse();
            by_keys(page, dispatch, place, there);
            walk.look("dispatch-moved");
            assertThat(walk.trouble()).isEmpty();
        }
    }

    private void by_keys(Page page, JsonNode dispatch, String place, String there) {
        String day =
                page.locator(".calendar tbody tr").first().locator("td").nth(3).getAttribute("data-day");
        cell(page, place).focus();
        page.keyboard().press("m");
        page.selectOption("#move select[name=technician]", there);
        page.fill("#move input[name=from]", day);
        page.locator("#move button").focus();
        page.keyboard().press("Enter");
        page.locator(".toast button").waitFor();
        assertThat(first(dispatch).path("technician").asText()).isEqualTo(there);
        assertThat(first(dispatch).path("from").asText()).isEqualTo(day);
    }

    /** Takes the place by the hand and brings it over the day of somebody's row. */
    private static void hold(Page page, String place, String technician, String day) {
        cell(page, place).hover();
        page.mouse().down();
        Locator target = row(page, technician).locator("td[data-day='" + day + "']");
        target.hover();
        target.hover();
        row(page, technician).and(page.locator("[data-fits]")).waitFor();
    }

    private static void drop(Page page, String thenSeen) {
        page.mouse().up();
        page.locator(thenSeen).waitFor();
        page.waitForLoadState();
    }

    private static Locator cell(Page page, String place) {
        return page.locator(".calendar a[data-place='" + place + "']").first();
    }

    private static Locator row(Page page, String technician) {
        return page.locator("tr[data-technician='" + technician + "']");
    }

    private static String fits(Page page, String technician) {
        return String.valueOf(row(page, technician).getAttribute("data-fits"));
    }

    private JsonNode first(JsonNode dispatch) {
        return dispatches
                .until(dispatch.at("/line/id").asText(), DispatchDesk::isSettled)
                .at("/line/places/0");
    }

    private JsonNode proposed() {
        String need = dispatches.need("热电厂", CFB, SHEETFED);
        return dispatches.until(
                dispatches.dispatchOf(need),
                team -> DispatchDesk.isSettled(team)
                        && List.of(near, far)
                                .contains(team.at("/line/places/0/technician").asText()));
    }
}
