package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.reconciliation.Scores;
import org.tongqu.hub.support.SupportPages;

/** Invented support: an action after which the score moved, one too new to tell, one withdrawn. */
final class SupportSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

    private SupportSamples() {}

    static List<Samples.Sample> all() {
        return List.of(
                sample("support", list(List.of(moved(), fresh(), withdrawn()), "7", true)),
                sample("support-none", list(List.of(), null, true)),
                sample("support-read", list(List.of(moved(), withdrawn()), null, false)));
    }

    private static Samples.Sample sample(String name, Map<String, Object> model) {
        return new Samples.Sample(name, "support/list", Sender.Role.DESK, "/agent-support", model);
    }

    private static Map<String, Object> list(List<SupportPages.Line> lines, @Nullable String next, boolean mayLog) {
        SupportPages.Choice agent = new SupportPages.Choice("agent-a001", "沈阳某某机电代理有限公司");
        Map<String, Object> model = new HashMap<>(Map.of(
                "found",
                new Slice<>(lines, next),
                "standing",
                2L,
                "sought",
                new SupportPages.Sought("agent-a001", "TRAINING"),
                "mayLog",
                mayLog,
                "agents",
                List.of(agent),
                "people",
                List.of(new SupportPages.Choice("rep-ne-1", "赵一")),
                "kinds",
                SupportPages.KINDS));
        model.put("formNo", "0190-form");
        model.put("refused", mayLog ? null : "没有权限");
        return model;
    }

    private static SupportPages.Line moved() {
        return line("TRAINING", null, month(2, 6, 3), month(4, 8, 7));
    }

    private static SupportPages.Line fresh() {
        return line("TERMS", null, month(2, 0, 0), null);
    }

    private static SupportPages.Line withdrawn() {
        return line("CONTROL", new SupportPages.Withdrawn("desk", MadeUp.at("03-08T09:30"), "重复登记"), null, null);
    }

    private static Scores.Month month(int month, long judged, long agreed) {
        return new Scores.Month(LocalDate.of(2026, month, 1), BigDecimal.valueOf(12), judged, agreed, null);
    }

    private static SupportPages.Line line(
            String kind,
            SupportPages.@Nullable Withdrawn withdrawn,
            Scores.@Nullable Month before,
            Scores.@Nullable Month after) {
        return new SupportPages.Line(
                "f-" + kind,
                7,
                "agent-a001",
                "沈阳某某机电代理有限公司",
                "NE",
                kind,
                DAY,
                DAY.plusDays(2),
                "新机型调试培训，两天，带现场演示",
                "rep-ne-1",
                "desk",
                withdrawn,
                before,
                after);
    }
}
