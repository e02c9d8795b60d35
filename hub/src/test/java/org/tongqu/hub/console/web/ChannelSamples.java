package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentMoves;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.platform.Slice;

/** Invented agents: a tree of three levels, one with a stock below nothing, a move that stands and one undone. */
final class ChannelSamples {
    private static final ChannelPages.Named ABOVE = new ChannelPages.Named("agent-a000", "沈阳总代理");
    private static final ChannelPages.Named SELF = new ChannelPages.Named("agent-a001", "沈阳盛达机电代理有限公司");
    private static final ChannelPages.Named BELOW = new ChannelPages.Named("agent-a002", "营口商行");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    private ChannelSamples() {}

    static List<Samples.Sample> of(Say say, Names names) {
        Map<String, Object> corner = Map.of(
                "page",
                CustomerStory.of(MadeUp.customer(), say, names),
                "channel",
                corner(),
                "file",
                FileSamples.file(true));
        return List.of(
                sample("agents", "channel/agents", Sender.Role.DESK, Map.of("agents", tree())),
                sample("agents-none", "channel/agents", Sender.Role.AUDITOR, Map.of("agents", List.of())),
                sample("agent", "channel/agent", Sender.Role.DESK, agent(false)),
                sample("agent-self", "channel/agent", Sender.Role.AGENT, agent(true)),
                sample(
                        "agent-move-new",
                        "channel/move-new",
                        Sender.Role.DESK,
                        Map.of(
                                "preview",
                                preview(),
                                "agents",
                                Map.of(SELF.code(), SELF.name(), BELOW.code(), BELOW.name()))),
                sample("agent-move", "channel/move", Sender.Role.DESK, Map.of("move", move(false), "mayMove", true)),
                sample(
                        "agent-move-undone",
                        "channel/move",
                        Sender.Role.DESK,
                        Map.of("move", move(true), "mayMove", true)),
                sample("customer-agents", "console/customer", Sender.Role.DESK, corner));
    }

    private static Samples.Sample sample(String name, String template, Sender.Role role, Map<String, Object> model) {
        return new Samples.Sample(name, template, role, "/agents", model);
    }

    private static ChannelPages.Goods goods(int in, int through) {
        return new ChannelPages.Goods(
                BigDecimal.valueOf(in),
                BigDecimal.valueOf(in),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.valueOf(through),
                BigDecimal.valueOf((long) in - through));
    }

    private static List<ChannelPages.AgentLine> tree() {
        return List.of(
                line(ABOVE, null, 1, goods(10, 2)),
                line(SELF, ABOVE, 2, goods(5, 7)),
                line(BELOW, SELF, 3, goods(0, 0)));
    }

    private static ChannelPages.AgentLine line(
            ChannelPages.Named named,
            ChannelPages.@org.jspecify.annotations.Nullable Named above,
            int level,
            ChannelPages.Goods goods) {
        return new ChannelPages.AgentLine(
                named.code(),
                named.name(),
                level < 3,
                above == null ? null : above.code(),
                level,
                200,
                goods,
                goods,
                List.of("SALES", "REPAIR", "EXCLUSIVE"));
    }

    private static Map<String, Object> agent(boolean self) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "self",
                self,
                "mayEdit",
                !self,
                "mayMove",
                !self,
                "others",
                self ? List.of() : List.of(ABOVE, BELOW),
                "classes",
                MadeUp.CLASSES,
                "files",
                new Slice<>(List.of(), null),
                "lines",
                List.of(),
                "parts",
                List.of(),
                "customers",
                new Slice<>(
                        List.of(new ChannelPages.SignedCustomer(
                                "c-1", 7, "沈阳机床厂", "NE", 2, Set.of("CRANE"), true, MadeUp.at("03-02T09:30"))),
                        "7")));
        model.put("agent", whole());
        model.put("refused", "不能调给自己");
        return model;
    }

    private static ChannelPages.Agent whole() {
        return new ChannelPages.Agent(
                SELF.code(),
                SELF.name(),
                false,
                List.of(ABOVE),
                List.of(BELOW),
                List.of(
                        new ChannelPages.Placed(ABOVE, DAY, null, "desk"),
                        new ChannelPages.Placed(null, DAY.minusYears(1), DAY, "desk")),
                List.of(
                        new ChannelPages.Capability("k-1", "REPAIR", "NE", null, "CRANE", DAY, null, true),
                        new ChannelPages.Capability("k-2", "SALES", null, null, null, DAY.minusYears(1), DAY, false)),
                200,
                goods(5, 7),
                List.of(new ChannelPages.ProductStock("CK6150", goods(5, 7))),
                List.of(unit("SEEN"), unit("DIRECT"), unit("STOCK"), unit("AGENT")),
                List.of(move(false), move(true)));
    }

    private static ChannelPages.Unit unit(String how) {
        boolean known = !how.equals("STOCK");
        return new ChannelPages.Unit(
                "SN1",
                "SN-1",
                "CK6150",
                known ? "CK6150" : null,
                "o-1",
                "QD-1",
                MadeUp.at("03-02T09:30"),
                how.equals("SEEN") ? "c-1" : null,
                known ? "沈阳机床厂" : null,
                how);
    }

    private static List<ChannelPages.Count> counts() {
        return List.of("CUSTOMERS", "CONTACTS", "VISITS", "ORDERS", "MACHINES").stream()
                .map(kind -> new ChannelPages.Count(kind, 200, 200))
                .toList();
    }

    private static ChannelPages.Move move(boolean undone) {
        return new ChannelPages.Move(
                "m-1",
                1,
                undone ? null : SELF,
                BELOW,
                undone ? null : "CRANE",
                "desk",
                MadeUp.at("03-03T09:30"),
                undone ? "desk" : null,
                undone ? MadeUp.at("03-03T10:30") : null,
                undone ? 2 : null,
                undone ? 1 : null,
                counts());
    }

    private static AgentMoves.Preview preview() {
        return new AgentMoves.Preview(
                new AgentMoves.Wanted(SELF.code(), BELOW.code(), List.of("c-1"), "CRANE"), counts(), 1, null);
    }

    private static ChannelPages.Corner corner() {
        return new ChannelPages.Corner(
                "c-1",
                List.of(new ChannelPages.CornerLine(SELF, null, MadeUp.at("03-02T09:30"), null)),
                List.of(new ChannelPages.CornerLine(
                        BELOW, "CRANE", MadeUp.at("03-01T09:30"), MadeUp.at("03-02T09:30"))),
                Map.of(SELF.code(), SELF.name()),
                List.of("CRANE"),
                true);
    }
}
