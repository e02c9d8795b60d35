package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A factory that is dead, hangs or lies delays nobody but itself, and what it was asked waits for its better day. */
@ExtendWith(SharedGroup.class)
class SlowFactoriesTest {
    private static final int DEMANDS = 6;

    private final Group group;
    private final Caller rep;

    SlowFactoriesTest(Group group) {
        this.group = group;
        this.rep = group.as("rep-n-1");
    }

    @Test
    @Tag("S4-10")
    void three_bad_factories_do_not_delay_the_fourth_and_lose_nothing() {
        group.factory("factory-mt1");
        Factory dead = group.factory("factory-crane");
        Factory hanging = group.factory("factory-boiler");
        Factory lying = group.factory("factory-switchgear");
        Duration alone = median(ask("MACHINE_TOOL"), "factory-mt1");

        dead.behave("DEAD");
        hanging.behave("HANGING");
        lying.behave("LYING");
        List<String> needs = ask("MACHINE_TOOL", "CRANE", "BOILER", "SWITCHGEAR");
        Duration beside = median(needs, "factory-mt1");

        assertThat(beside).as("alone %s", alone).isLessThan(alone.plusSeconds(3));
        for (String need : needs) {
            for (Factory bad : List.of(dead, hanging, lying)) {
                JsonNode demand = Watching.demandOf(Watching.need(rep, need), bad.code());
                assertThat(demand.path("state").asText()).as("%s", demand).isEqualTo("WAITING");
            }
        }
        List.of(dead, hanging, lying).forEach(factory -> factory.behave("NORMAL"));
        for (String need : needs) {
            for (Factory mended : List.of(dead, hanging, lying)) {
                String id = Watching.demandInState(rep, need, mended.code(), "QUOTED")
                        .path("id")
                        .asText();
                assertThat(mended.timesTaken(id)).as(mended.code()).isEqualTo(1);
            }
        }
    }

    private List<String> ask(String... classes) {
        List<String> needs = new ArrayList<>();
        for (int n = 0; n < DEMANDS; n++) {
            String visitNo = Messages.number("N");
            String[] parts =
                    java.util.Arrays.stream(classes).map(each -> each + "×1").toArray(String[]::new);
            rep.post(
                            "/api/v1/visits",
                            Messages.visitWithNeed(visitNo, "rep-n-1", Messages.customer("太原钢管厂", "山西省", "太原市"), parts))
                    .expect(202);
            needs.add(Watching.needOfVisit(rep, visitNo).path("id").asText());
        }
        return needs;
    }

    /** From asked to acknowledged. */
    private Duration median(List<String> needs, String factory) {
        return needs.stream()
                .map(need -> Watching.demandInState(rep, need, factory, "QUOTED"))
                .map(demand -> Duration.between(
                        OffsetDateTime.parse(demand.path("askedAt").asText()),
                        OffsetDateTime.parse(demand.path("acknowledgedAt").asText())))
                .sorted()
                .toList()
                .get(needs.size() / 2);
    }
}
