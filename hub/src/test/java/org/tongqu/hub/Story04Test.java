package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Story 4: two A needs want one expert")
class Story04Test extends DispatchBed {
    @Test
    @Tag("S0-03")
    @Tag("S0-04")
    @Tag("S0-05")
    @Tag("S0-06")
    @Tag("S0-08")
    @DisplayName(
            "the plan is explained, a missed deadline escalates once, the team goes with its need and the days are free again")
    void story() {
        String expert = enrol("钱工", 4, "ENVIRONMENTAL.WATER|DESIGN");
        enrol("甲工", 3, "PRINTING.FLEXO|DESIGN");
        enrol("乙工", 3, "PRINTING.FLEXO|DESIGN");
        String first = need("ENVIRONMENTAL.WATER", "PRINTING.FLEXO");
        String second = need("ENVIRONMENTAL.WATER", "PRINTING.FLEXO");

        // Each opens its dispatch by itself; the nearer deadline has the expert first, the other later, and the clash
        // stands there.
        String one = dispatchOf(first);
        String other = dispatchOf(second);
        JsonNode served =
                until(one, each -> planned(each) && team(each).getFirst().equals("钱工"));
        JsonNode waiting =
                until(other, each -> planned(each) && team(each).getFirst().equals("钱工"));
        JsonNode place = waiting.at("/line/places/0");
        assertThat(place.at("/clash/technicianName").asText()).isEqualTo("钱工");
        assertThat(place.at("/clash/dispatch").asText())
                .isEqualTo(served.at("/line/number").asText());
        assertThat(place.path("from").asText())
                .isGreaterThan(served.at("/line/places/0/until").asText());
        assertThat(list(place.path("reasons")).stream()
                        .map(why -> why.path("rule").asText()))
                .contains("DELAY");
        assertThat(team(served)).doesNotContain("-");
        assertThat(kinds(waiting, "DESK")).contains("CLASH");

        // What others would cost is told for each place.
        JsonNode others =
                desk().get("/api/v1/dispatches/" + one + "/alternatives").json();
        assertThat(others.path("2")).isNotEmpty();
        assertThat(others.at("/2/0/soft").asLong()).isLessThanOrEqualTo(0);

        // The region's manager is told and not asked: nobody of the region acts, and the team is named.
        assertThat(kinds(seen(Caller.as(port, "mgr-ne"), one), "MANAGER")).containsExactly("OPENED");
        act(desk(), one, "confirm", "{}");
        JsonNode named = dispatch(one);
        assertThat(named.at("/line/state").asText()).isEqualTo("NAMED");
        assertThat(kinds(named, "MANAGER")).containsExactly("OPENED", "NAMED");
        assertThat(promised(expert)).isEqualTo("5");
        assertThat(desk().get("/api/v1/dispatches/figures")
                        .json()
                        .path("medianSeconds")
                        .isNumber())
                .isTrue();

        // The other's deadline goes by without a team: the desk and the manager are told, once each.
        missDeadline(other);
        until(other, each -> kinds(each, "DESK").contains("DEADLINE_MISSED"));
        act(desk(), other, "places/2/unpin", "{}");
        JsonNode late = until(other, DispatchBed::planned);
        assertThat(kinds(late, "DESK")).containsOnlyOnce("DEADLINE_MISSED");
        assertThat(kinds(late, "MANAGER")).containsOnlyOnce("DEADLINE_MISSED");
        assertThat(late.at("/line/late").asBoolean()).isTrue();

        // Both factories refuse: the need goes on at the desk, and its team with it.
        factoryRefuses(first, "factory-boiler");
        factoryRefuses(first, "factory-printing");
        assertThat(dispatch(one).at("/line/state").asText()).isEqualTo("NAMED");
        assertThat(promised(expert)).isEqualTo("5");

        // The customer wants one part no more, and the other neither: the need is over, its team is gone, the days are
        // free, and the other begins on the day the first would have.
        letGo(first, 0);
        assertThat(dispatch(one).at("/line/state").asText()).isEqualTo("NAMED");
        letGo(first, 1);
        JsonNode closed = dispatch(one);
        assertThat(closed.at("/line/state").asText()).isEqualTo("CLOSED");
        assertThat(closed.at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");
        assertThat(promised(expert)).isEqualTo("0");
        String begin = served.at("/line/places/0/from").asText();
        until(other, each -> each.at("/line/places/0/from").asText().equals(begin));

        // What the seller should learn stays, and the seller says how much it helped.
        act(desk(), one, "close", "{\"note\":\"先问进水水质，再谈膜组件。\"}");
        assertThat(dispatch(one).at("/notes/0/words").asText()).startsWith("先问进水水质");
        Caller rep = Caller.as(port, "rep-ne-1");
        act(rep, one, "rating", "{\"stars\":4}");
        assertThat(seen(rep, one).at("/line/rating").asInt()).isEqualTo(4);
    }

    private String promised(String technician) {
        return sowing.one(
                "select count(*) from dispatch.booking where technician_id = :id and freed_at is null", technician);
    }

    private static List<String> kinds(JsonNode dispatch, String role) {
        return list(dispatch.path("notices")).stream()
                .filter(notice -> notice.path("forRole").asText().equals(role))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }
}
