package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The record of a machine, and maintenance before it fails")
class EquipmentCareTest extends ServiceBed {
    @Test
    @Tag("S4-27")
    @DisplayName(
            "it holds install, commissioning and warranty days and a plan; by months the next maintenance counts from the commissioning, then from the last")
    void byMonths() {
        Visited visited = visited();
        String id = kept(
                visited,
                ",\"installedOn\":\"2026-02-01\",\"commissionedOn\":\"2026-02-10\",\"warrantyUntil\":\"2027-02-10\",\"planMonths\":6");
        assertThat(machine(visited).path("commissionedOn").asText()).isEqualTo("2026-02-10");
        assertThat(machine(visited).path("warrantyUntil").asText()).isEqualTo("2027-02-10");
        assertThat(machine(visited).path("dueOn").asText()).isEqualTo("2026-08-10");
        assertThat(machine(visited).path("dueWhy").asText()).isEqualTo("MONTHS");
        done(as(REP).post("/api/v1/equipment/" + id + "/maintenance", "{\"doneOn\":\"2026-08-01\",\"words\":\"换油\"}"));
        assertThat(machine(visited).path("dueOn").asText()).isEqualTo("2027-02-01");
        refused("DAY_AHEAD", as(REP).post("/api/v1/equipment/" + id + "/maintenance", "{\"doneOn\":\"2099-08-01\"}"));
        refused("BAD_DAYS", as(REP).put("/api/v1/equipment", """
                {"customerId":"%s","serial":"%s","installedOn":"2026-02-10","commissionedOn":"2026-02-01"}""".formatted(visited.customer(), visited.serial())));
    }

    @Test
    @Tag("S4-27")
    @DisplayName(
            "by running hours it is foreseen from the readings of visits, the ones before the record too, in any writing of the number; a new reading moves it")
    void byHours() {
        String serial = serial();
        Visited visited = visited(Brands.firm(), "辽宁", serial, "2026-01-01", "1000");
        visited(visited.firm(), "辽宁", serial, "2026-03-02", "1600");
        kept(visited, ",\"planHours\":\"2000\"");
        assertThat(machine(visited).path("hours").asText()).isEqualTo("1600");
        assertThat(machine(visited).path("dueOn").asText()).isEqualTo("2026-04-11");
        assertThat(machine(visited).path("dueWhy").asText()).isEqualTo("HOURS");
        assertThat(machine(visited).path("late").asBoolean()).isTrue();
        visited(visited.firm(), "辽宁", serial.replace("SVC", "svc-"), "2026-03-12", "1700");
        assertThat(machine(visited).path("dueOn").asText()).isEqualTo("2026-04-11");
        visited(visited.firm(), "辽宁", serial, "2026-03-22", "2050");
        assertThat(machine(visited).path("dueOn").asText()).isEqualTo("2026-03-22");
    }

    @Test
    @Tag("S4-27")
    @DisplayName(
            "due maintenance is listed before the machine fails, by region and by who keeps the customer, and leaves the list when it is done")
    void dueIsListed() {
        Visited visited = visited();
        String soon = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))
                .minusMonths(1)
                .plusDays(10)
                .toString();
        String id = kept(visited, ",\"commissionedOn\":\"%s\",\"planMonths\":1".formatted(soon));
        assertThat(due("days=30")).contains(visited.serial());
        assertThat(due("days=2")).doesNotContain(visited.serial());
        assertThat(due("region=NE&person=rep-ne-1")).contains(visited.serial());
        assertThat(due("region=E")).doesNotContain(visited.serial());
        assertThat(due("person=rep-e-1")).doesNotContain(visited.serial());
        Visitor rep = Visitor.signedIn(port, REP);
        assertThat(rep.page("/service/maintenance")).contains(visited.serial(), visited.firm(), "每 1 个月");
        assertThat(rep.get("/service/maintenance.xlsx?days=30").statusCode()).isEqualTo(200);
        done(as(REP).post("/api/v1/equipment/" + id + "/maintenance", "{}"));
        assertThat(due("days=20")).doesNotContain(visited.serial());
    }
}
