package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.hub.console.web.Network.Span;
import org.tongqu.hub.journal.JournalPages;

/**
 * Messages step by step, as bars on a sheet {@link #WIDTH} wide.
 *
 * @param most messages in the fullest step
 */
record NetworkPulse(List<Bar> bars, long most, OffsetDateTime from, OffsetDateTime to) {
    static final int WIDTH = 1060;
    static final int HEIGHT = 56;

    /** @param returned height of the part that went back, on top */
    record Bar(double x, double y, double width, double height, double returned) {}

    static NetworkPulse of(List<JournalPages.Step> steps, Span span, OffsetDateTime now) {
        long every = span.step().toSeconds();
        long end = Math.floorDiv(now.toEpochSecond(), every) + 1;
        long begin = end - span.steps();
        Map<Long, JournalPages.Step> byNumber = new HashMap<>();
        steps.forEach(step -> byNumber.put(step.at().toEpochSecond() / every, step));
        long most = Math.max(
                1, steps.stream().mapToLong(JournalPages.Step::messages).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        double wide = (double) WIDTH / span.steps();
        for (int n = 0; n < span.steps(); n++) {
            JournalPages.Step step = byNumber.get(begin + n);
            if (step != null) {
                bars.add(bar(step, n * wide, wide, most));
            }
        }
        return new NetworkPulse(bars, most, now.minus(span.back()), now);
    }

    private static Bar bar(JournalPages.Step step, double x, double wide, long most) {
        double height = Math.max(2, (double) HEIGHT * step.messages() / most);
        double returned = (double) HEIGHT * step.returned() / most;
        return new Bar(x + wide * 0.1, HEIGHT - height, wide * 0.8, height, returned);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }
}
