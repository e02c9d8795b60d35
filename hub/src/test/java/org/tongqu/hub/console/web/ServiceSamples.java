package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentTree;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.service.Actions;
import org.tongqu.hub.service.ServicePages;

/** Invented service: a case nobody was sent for, one solved by an agent, a machine with a plan, two actions and the rules. */
final class ServiceSamples {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T09:30:00+08:00");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final ServicePages.May MAY = new ServicePages.May(true, true, true, true, true, true);

    private ServiceSamples() {}

    static List<Samples.Sample> of(Say say, Names names) {
        return List.of(
                sample("service", "service/cases", cases(List.of(line("OPEN"), line("SOLVED")), "5")),
                sample("service-none", "service/cases", cases(List.of(), null)),
                sample("service-case", "service/case", one(line("OPEN"), List.of(technician()))),
                sample("service-case-solved", "service/case", one(line("SOLVED"), List.of())),
                sample("maintenance", "service/maintenance", due(List.of(machine()))),
                sample("maintenance-none", "service/maintenance", due(List.of())),
                sample("actions", "service/actions", actions(actions())),
                sample("actions-none", "service/actions", actions(List.of())),
                sample("action-rules", "service/rules", Map.of("rules", List.of(rule()), "mayEdit", true)),
                sample("action-rules-read", "service/rules", Map.of("rules", List.of(rule()), "mayEdit", false)),
                sample(
                        "customer-service",
                        "console/customer",
                        Map.of(
                                "page",
                                CustomerStory.of(MadeUp.customer(), say, names),
                                "file",
                                FileSamples.file(true),
                                "service",
                                new ServicePages.Corner(
                                        "c-1",
                                        actions(),
                                        List.of(line("OPEN"), line("SOLVED")),
                                        List.of(machine()),
                                        MAY),
                                "lastVisits",
                                MadeUp.customer().visits(),
                                "openNeeds",
                                MadeUp.customer().needs(),
                                "mayLog",
                                true)));
    }

    private static Samples.Sample sample(String name, String template, Map<String, Object> model) {
        return new Samples.Sample(name, template, Sender.Role.DESK, "/service", model);
    }

    private static Map<String, Object> cases(List<ServicePages.CaseLine> lines, @Nullable String next) {
        return Map.of(
                "found",
                new Slice<>(lines, next),
                "figures",
                new ServicePages.CaseFigures(3, 1, 2, 4),
                "states",
                ServicePages.STATES,
                "regions",
                List.of());
    }

    private static Map<String, Object> one(ServicePages.CaseLine line, List<Technicians.Technician> people) {
        return Map.of(
                "whole",
                new ServicePages.CaseWhole(
                        line,
                        List.of(
                                new ServicePages.Step("OPENED", "主轴异响", "rep-ne-1", AT),
                                new ServicePages.Step("SENT", "agent-a001", "desk", AT)),
                        List.of(new AgentTree.Repairer("agent-a001", "辽宁省", "CRANE")),
                        MAY),
                "line",
                line,
                "people",
                people);
    }

    private static Map<String, Object> due(List<ServicePages.EquipmentLine> machines) {
        return Map.of(
                "machines",
                machines,
                "asked",
                new ServicePages.DueAsked(30, null, null),
                "may",
                MAY,
                "regions",
                List.of(),
                "colleagues",
                Map.of("rep-ne-1", "孙立"));
    }

    private static Map<String, Object> actions(List<Actions.Action> actions) {
        return Map.of("actions", actions, "may", MAY, "colleagues", Map.of("rep-ne-1", "孙立"));
    }

    private static ServicePages.CaseLine line(String state) {
        boolean solved = state.equals("SOLVED");
        return new ServicePages.CaseLine(
                "0190f1c2-5b7e-7c3a-9d10-3f2a1b4c5d6e",
                "S-17",
                "c-1",
                "沈阳机床厂",
                "NE",
                "CK6150-0417",
                null,
                "主轴异响",
                !solved,
                state,
                "rep-ne-1",
                AT,
                solved ? "agent-a001" : null,
                null,
                null,
                null,
                solved ? AT : null,
                solved ? AT : null,
                solved ? AT : null,
                null,
                solved ? "换轴承" : null,
                solved ? 1 : 0);
    }

    private static ServicePages.EquipmentLine machine() {
        return new ServicePages.EquipmentLine(
                "e-1",
                "c-1",
                "沈阳机床厂",
                "rep-ne-1",
                "NE",
                "CK6150-0417",
                "CK61500417",
                "CK6150",
                DAY.minusYears(1),
                DAY.minusYears(1),
                DAY.plusDays(20),
                6,
                new BigDecimal("2500"),
                DAY.minusMonths(7),
                new BigDecimal("1600"),
                DAY,
                "HOURS",
                true);
    }

    private static Technicians.Technician technician() {
        return new Technicians.Technician("t-1", null, "修主轴", 3, "NE", "总工办", 15, 3, true, List.of(), List.of());
    }

    private static List<Actions.Action> actions() {
        return List.of(
                new Actions.Action(
                        "SERVICE_WAITING",
                        "c-1",
                        "沈阳机床厂",
                        "S-17",
                        "s-1",
                        "服务单 S-17 已等 2 天",
                        "Case S-17 waits for 2 days"),
                new Actions.Action(
                        "WARRANTY_ENDING",
                        "c-1",
                        "沈阳机床厂",
                        "CK6150-0417",
                        null,
                        "保修还有 20 天",
                        "The warranty ends in 20 days"));
    }

    private static Actions.Rule rule() {
        return new Actions.Rule("WARRANTY_ENDING", 60, 30, true, "desk", AT);
    }
}
