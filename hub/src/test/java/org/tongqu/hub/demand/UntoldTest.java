package org.tongqu.hub.demand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Scope;

@DisplayName("A need whose factory was asked before agents were told")
class UntoldTest extends HubTest {
    private static final String AGENT = "agent-a001";

    @Autowired
    private Sowing sowing;

    @Autowired
    private Untold untold;

    @Test
    @Tag("S4-14")
    @DisplayName(
            "is told to the agent that serves its customer today, once; one that was refused or that nobody serves is told to nobody")
    void toldOnce() throws IOException {
        NeedBed served = new NeedBed(sowing, "CRANE");
        NeedBed direct = new NeedBed(sowing, "CRANE");
        NeedBed refused = new NeedBed(sowing, "CRANE");
        refused.refuse("factory-crane", "停产", "2026-03-04T10:00:00+08:00");
        nobodyTold(served);
        nobodyTold(refused);

        assertThat(migrated())
                .contains(served.need(), direct.need())
                .as("nothing of it is open")
                .doesNotContain(refused.need());
        goOn(direct, served);
        assertThat(agents(served)).isEqualTo(AGENT);
        assertThat(agents(direct)).isEqualTo("-");

        assertThat(migrated()).as("it has been told").contains(direct.need()).doesNotContain(served.need());
        goOn(direct);
        assertThat(agents(served)).isEqualTo(AGENT);
    }

    /** An agent of record from a day on which its being so told it nothing. */
    private void nobodyTold(NeedBed bed) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("""
                        insert into channel.agent_of_record (id, customer_id, agent, why, since)
                        select 'untold-' || n.id, m.customer_id, :agent, 'ENTERED', now() from needs.need n
                        join customers.membership m on m.source_record_id = n.source_record_id and m.until is null where n.id = :need
                        """)
                        .param("agent", AGENT)
                        .param("need", bed.need())
                        .update());
        assertThat(agents(bed)).isEqualTo("-");
    }

    /** What the migration writes down on the day it runs. */
    private List<String> migrated() throws IOException {
        String migration =
                new ClassPathResource("db/migration/demand/V202611241381__untold.sql").getContentAsString(UTF_8);
        String insert = migration
                .substring(migration.indexOf("insert into"))
                .replace(";", " on conflict do nothing returning need_id");
        return wall.within(
                Scope.WORKER, () -> jdbc.sql(insert).query(String.class).list());
    }

    private void goOn(NeedBed... beds) {
        await().until(() -> {
            untold.goOn();
            return Arrays.stream(beds).allMatch(bed -> waiting(bed).equals("0"));
        });
    }

    private String waiting(NeedBed bed) {
        return sowing.one("select count(*) from demand.untold where need_id = :id", bed.need());
    }

    private String agents(NeedBed bed) {
        return sowing.one(
                "select coalesce(string_agg(s.agent, ' '), '-') from demand.served s join demand.demand d on d.id = s.demand_id where d.need_id = :id",
                bed.need());
    }
}
