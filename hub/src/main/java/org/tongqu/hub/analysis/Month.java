package org.tongqu.hub.analysis;

import java.time.YearMonth;
import java.util.Collection;
import org.tongqu.hub.platform.Columns;

/**
 * 反应速度: how soon the needs raised in a month were answered, and how many of their parts were ordered.
 *
 * @param month e.g. 2026-03
 */
public record Month(String month, int parts, int ordered, Lasted untilAnswered) {
    static String of(Line line) {
        return YearMonth.from(line.part().raisedAt().atZoneSameInstant(Columns.HOUSE_ZONE))
                .toString();
    }

    static Month of(String month, Collection<Line> lines) {
        return new Month(
                month,
                lines.size(),
                (int) lines.stream()
                        .filter(line -> line.stage() == Stage.ORDERED)
                        .count(),
                Lasted.of(lines.stream().flatMap(line -> line.untilAnswered().stream())));
    }
}
