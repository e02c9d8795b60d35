package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What dispatch tells people stands in their inbox")
class TidingsTest extends DispatchBed {
    private static final String INBOX = "/reminders";
    private static final Pattern SEEN = Pattern.compile("action=\"(/reminders/told/[0-9a-f-]{36})\"");
    private static final Pattern COUNT =
            Pattern.compile("href=\"/reminders\".{0,900}?class=\"count\"[^>]*>(\\d+)<", Pattern.DOTALL);

    @Test
    @Tag("S0-04")
    @Tag("S0-05")
    @DisplayName(
            "a technician that is booked finds it in its own inbox with its days and nobody else does; seen it is gone; one that is let go is told too")
    void theTechnician() {
        enrol("蒋大伟", 3, "NE", 20, "tech3", "CRANE.GANTRY|SELECTION");
        String id = dispatchOf(need("CRANE.GANTRY"));
        String from = until(id, each -> planned(each) && team(each).contains("蒋大伟"))
                .at("/line/places/0/from")
                .asText();
        Visitor technician = Visitor.signedIn(port, "tech3");
        assertThat(technician.page(INBOX)).doesNotContain("派您去");
        act(desk(), id, "confirm", "{}");

        untilTold(technician, id);
        assertThat(technician.page(INBOX)).contains("派您去", "/dispatch/" + id, from + " – ");
        assertThat(technician.page(INBOX + "?lang=en")).contains("You are sent");
        technician.page(INBOX + "?lang=zh");
        assertThat(counted(technician)).isEqualTo(1);
        for (String other : List.of("tech1", "desk", "rep-ne-2", "mgr-e")) {
            assertThat(Visitor.signedIn(port, other).page(INBOX)).as(other).doesNotContain("/dispatch/" + id);
        }

        String mine = first(technician.page(INBOX));
        assertThat(Visitor.signedIn(port, "mgr-ne").act(INBOX, mine, "").statusCode())
                .as("nobody else sees it for the technician")
                .isEqualTo(404);
        assertThat(Visitor.text(technician.act(INBOX, mine, "")))
                .contains("已看过")
                .doesNotContain("派您去");
        assertThat(counted(technician)).isZero();

        act(desk(), id, "places/1/refuse", "{\"why\":\"另有急事\"}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> technician.page(INBOX).contains("不用去了"));
        assertThat(technician.page(INBOX)).as("it is out of its sight").doesNotContain("/dispatch/" + id);
        act(desk(), id, "close", "{\"note\":\"门机另配吊具。\"}");
    }

    @Test
    @Tag("S0-05")
    @DisplayName(
            "the region's manager and whoever raised the need are told in their inbox, the desk of a missed deadline; all can be seen at once")
    void theManager() {
        enrol("丁工", 3, "CRANE.BRIDGE|SELECTION");
        String id = dispatchOf(need("CRANE.BRIDGE"));
        until(id, each -> planned(each) && team(each).contains("丁工"));
        missDeadline(id);
        Visitor desk = Visitor.signedIn(port, "desk");
        untilTold(desk, id);
        act(desk(), id, "confirm", "{}");
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        untilTold(rep, id);
        Visitor manager = Visitor.signedIn(port, "mgr-ne");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> manager.page(INBOX).split("/dispatch/" + id, -1).length == 4);
        assertThat(manager.page(INBOX)).contains("派工已开", "超过期限未派定", "人选已派定", "丁工");
        assertThat(Visitor.signedIn(port, "rep-ne-2").page(INBOX)).doesNotContain("/dispatch/" + id);
        assertThat(counted(manager)).isGreaterThanOrEqualTo(3);

        assertThat(Visitor.text(manager.act(INBOX, "/reminders/told", "")))
                .contains("已看过")
                .doesNotContain("/dispatch/" + id);
        assertThat(rep.page(INBOX)).as("each sees for itself").contains("/dispatch/" + id);
        assertThat(Visitor.signedIn(port, "auditor").get(INBOX).statusCode()).isEqualTo(403);
    }

    private static void untilTold(Visitor reader, String dispatch) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reader.page(INBOX).contains("/dispatch/" + dispatch));
    }

    private static String first(String page) {
        Matcher found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** What stands beside the entry of the menu. */
    private static int counted(Visitor reader) {
        Matcher found = COUNT.matcher(reader.page("/"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
