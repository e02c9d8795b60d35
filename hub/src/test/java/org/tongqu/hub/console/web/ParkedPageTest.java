package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongqu.hub.PagesBed;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;
import org.tongqu.hub.platform.Scope;

@DisplayName("What stands parked")
class ParkedPageTest extends PagesBed {

    @Test
    @DisplayName(
            "stands in one list, messages in and parcels out, with whose fault it is, the last reason and how often it was tried")
    @Tag("S3-11")
    void oneList() throws Exception {
        SownWorld world = SownWorld.sow(sowing);
        sowing.park(world.neVisitMessage());
        String parcel = parkParcel("factory-crane", "PARTNER", "对方系统回答 503");
        String list = page("desk", "/parked");
        assertThat(list).contains(world.neVisitMessage(), parcel, "未送达：对方系统回答 503", "责任：伙伴", "责任：本系统");
        assertThat(page("desk", "/parked?fault=PARTNER&partner=factory-crane"))
                .contains(parcel)
                .doesNotContain(world.neVisitMessage());
        assertThat(page("desk", "/parked?direction=IN&fault=HUB"))
                .contains(world.neVisitMessage())
                .doesNotContain(parcel);
    }

    @Test
    @DisplayName(
            "one is put back by its button, which leaves a line in the audit trail and the reader under the same filter")
    void onePutBack() throws Exception {
        String parcel = parkParcel("factory-boiler", "PARTNER", "away");
        MockHttpServletResponse answer =
                sent("desk", post("/parked/resend").param("id", parcel).param("filters", "partner=factory-boiler"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/parked?partner=factory-boiler");
        assertThat(states(List.of(parcel))).doesNotContain("PARKED");
        assertThat(linesAbout(List.of(parcel))).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "many are put back by one act that the hub goes on with by itself, each once and each with its audit line")
    @Tag("S3-11")
    void manyPutBack() throws Exception {
        List<String> parcels = parkParcels("many-" + Sowing.number(), 40);
        List<String> picked = new ArrayList<>(parcels);
        picked.add("not-there");
        MockHttpServletRequestBuilder begin = post("/parked/many");
        picked.forEach(id -> begin.param("id", id));
        String work = Objects.requireNonNull(sent("desk", begin).getRedirectedUrl());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> page("desk", work), shown -> shown.contains("已重新排队 40 条，1 条没有动"));
        assertThat(states(parcels)).doesNotContain("PARKED");
        assertThat(linesAbout(parcels)).isEqualTo(40);
        assertThat(page("desk", work)).contains("没有重发：没有这条消息", "value=\"41\"").doesNotContain("hx-trigger=\"every");
        assertThat(page("desk", "/parked")).contains("href=\"" + work + "\"");
    }

    @Test
    @DisplayName("all that a filter shows is asked for with its count, and nothing beside it is touched")
    void allOfAFilter() throws Exception {
        String partner = "all-" + Sowing.number();
        List<String> meant = parkParcels(partner, 3);
        String other = parkParcel("factory-boiler", "HUB", "ours");
        String all = "/parked/many?all=true&partner=" + partner;
        assertThat(page("desk", all)).contains("要重发这 3 条吗？", "name=\"partner\" value=\"" + partner + "\"");
        assertThat(states(meant)).as("asking is not doing").containsOnly("PARKED");
        sent("desk", post("/parked/many").param("all", "true").param("partner", partner));
        await().atMost(Duration.ofSeconds(30)).until(() -> !states(meant).contains("PARKED"));
        assertThat(states(List.of(other))).containsExactly("PARKED");
    }

    @Test
    @DisplayName("an act that a killed hub left half done is finished by the next, and no piece is put back twice")
    void leftByAKilledHub() throws Exception {
        List<String> parcels = parkParcels("left-" + Sowing.number(), 4);
        String id = "00000000-left-" + Sowing.number();
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("insert into journal.many_resent (id, login, role, begun_at) values (:id, 'desk', 'DESK', now())")
                    .param("id", id)
                    .update();
            for (int n = 0; n < parcels.size(); n++) {
                jdbc.sql("insert into journal.many_resent_piece values (:id, :n, :ref, :answer)")
                        .param("id", id)
                        .param("n", n)
                        .param("ref", parcels.get(n))
                        .param("answer", n == 0 ? "WAITS_AGAIN" : null)
                        .update();
            }
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> page("desk", "/parked/many/" + id).contains("已重新排队 4 条"));
        assertThat(states(parcels.subList(1, 4))).doesNotContain("PARKED");
        assertThat(states(parcels.subList(0, 1)))
                .as("it was put back before the kill")
                .containsExactly("PARKED");
    }

    @Test
    @DisplayName("who may only read sees the list without a button, and an act by hand is refused")
    void readersOnly() throws Exception {
        String parcel = parkParcel("factory-boiler", "HUB", "ours");
        assertThat(page("auditor", "/parked"))
                .contains(parcel)
                .doesNotContain("重发所选", "name=\"id\"", "type=\"checkbox\"");
        assertThat(sent("auditor", post("/parked/many").param("id", parcel)).getStatus())
                .isEqualTo(403);
        sent("auditor", post("/parked/resend").param("id", parcel));
        assertThat(states(List.of(parcel))).containsExactly("PARKED");
        for (String login : List.of("rep-ne-1", "factory-crane", "agent-a001", "mgr-ne")) {
            assertThat(answer(login, "/parked").getStatus()).as(login).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("a list of messages under a filter leads to the same act on what it shows")
    void fromTheMessages() throws Exception {
        String partner = "from-" + Sowing.number();
        parkParcels(partner, 2);
        String list = page("desk", "/messages?state=PARKED&partner=" + partner);
        assertThat(list).contains("/parked/many?state=PARKED&amp;partner=" + partner + "&amp;all=true");
        assertThat(page("desk", "/parked/many?state=PARKED&partner=" + partner + "&all=true"))
                .contains("要重发这 2 条吗？");
        assertThat(page("desk", "/messages?state=SENT")).doesNotContain("/parked/many");
    }

    private List<String> parkParcels(String partner, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> parkParcel(partner, "PARTNER", "away"))
                .toList();
    }

    /** Parks a parcel as the last failed try would; nobody fetches for a partner that is made up. */
    private String parkParcel(String partner, String fault, String reason) {
        String id = "01990000-0000-7000-8000-" + "%012d".formatted(Sowing.number());
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("""
                        insert into platform.outbox (id, partner, lane, effect_key, kind, load, state, attempts, tries_left,
                            next_attempt_at, reason, fault, created_at, settled_at)
                        values (:id, :partner, :id, :id, 'FILE_DONE', '{}', 'PARKED', 1000, 0, now() + interval '1 day', :reason, :fault,
                            now(), now())
                        """)
                        .param("id", id)
                        .param("partner", partner)
                        .param("reason", reason)
                        .param("fault", fault)
                        .update());
        return id;
    }

    private List<String> states(List<String> ids) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select state from platform.outbox where id = any(:ids::text[])")
                        .param("ids", ids.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private long linesAbout(List<String> ids) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("""
                        select count(*) from platform.audit_line
                        where object = any(:ids::text[]) and login = 'desk' and act = 'RESEND_MESSAGE'
                        """)
                        .param("ids", ids.toArray(String[]::new))
                        .query(Long.class)
                        .single());
    }
}
