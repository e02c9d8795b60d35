package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.console.web.NeedRoad.Look;
import org.tongqu.hub.console.web.NeedRoad.Station;
import org.tongqu.hub.sales.SalesPages;

/** 一张订单的路: ordered, made, shipped, accepted, paid; a station that nobody told of but that lies behind is passed without a time. */
record OrderRoad(List<Station> stations) {
    private static final int STEP = 138;
    private static final int FROM = 64;

    static OrderRoad of(SalesPages.Order order, OrderWait wait, Say say) {
        int reached = SalesPages.STAGES.indexOf(order.stage());
        List<Station> stations = new ArrayList<>();
        OffsetDateTime before = null;
        for (int n = 1; n < SalesPages.STAGES.size(); n++) {
            String stage = SalesPages.STAGES.get(n);
            OffsetDateTime at = at(order, stage);
            stations.add(new Station(
                    stage,
                    say.word("order.stage." + stage),
                    look(n, reached, wait),
                    at,
                    under(order, stage, n <= reached, before, at, say),
                    say.between(before, n <= reached ? at : null),
                    null));
            before = at == null ? before : at;
        }
        return new OrderRoad(stations);
    }

    private static Look look(int n, int reached, OrderWait wait) {
        if (n <= reached) {
            return Look.DONE;
        }
        return n > reached + 1 ? Look.TO_COME : wait.style().equals("late") ? Look.LATE : Look.HERE;
    }

    private static String under(
            SalesPages.Order order,
            String stage,
            boolean passed,
            @Nullable OffsetDateTime before,
            @Nullable OffsetDateTime at,
            Say say) {
        if (at != null && !passed && stage.equals("SHIPPED")) {
            return say.word("order.partly");
        }
        if (at != null) {
            return say.whenAfter(before, at);
        }
        if (stage.equals("PAID") && OrderWait.paidShare(order) > 0) {
            return say.share(OrderWait.paidShare(order) / 100.0);
        }
        return passed ? say.word("order.untold") : "";
    }

    /** The last time it was told; paid is when the last payment made it whole. */
    private static @Nullable OffsetDateTime at(SalesPages.Order order, String stage) {
        return switch (stage) {
            case "ORDERED" -> order.orderedAt();
            case "PAID" ->
                OrderWait.paidShare(order) < 100 || order.payments().isEmpty()
                        ? null
                        : order.payments().getLast().receivedAt();
            default -> told(order, stage);
        };
    }

    private static @Nullable OffsetDateTime told(SalesPages.Order order, String stage) {
        OffsetDateTime told = order.milestones().stream()
                .filter(milestone -> milestone.kind().equals(stage))
                .map(SalesPages.Milestone::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
        boolean byGoods =
                told == null && stage.equals("SHIPPED") && !order.shipments().isEmpty();
        return byGoods ? order.shipments().getLast().shippedAt() : told;
    }

    public int x(int n) {
        return FROM + n * STEP;
    }

    public int width() {
        return 2 * FROM + (stations.size() - 1) * STEP;
    }

    /** How the way to a station is drawn. */
    public String way(Station to) {
        return switch (to.look()) {
            case DONE -> "done";
            case HERE -> "wait";
            case LATE -> "wait late";
            case REFUSED -> "cut";
            case TO_COME -> "next";
        };
    }

    /** How a station's name is written. */
    public String ink(Station station) {
        return switch (station.look()) {
            case DONE -> "";
            case HERE -> "hot";
            case LATE, REFUSED -> "no";
            case TO_COME -> "come";
        };
    }
}
