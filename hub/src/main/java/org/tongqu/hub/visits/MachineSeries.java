package org.tongqu.hub.visits;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 连续监测: one machine over all visits, each reading with the one before beside it.
 *
 * @param serial as it was written last
 * @param readings the latest first
 * @param trends of what was read three times at least: its running hours, its faults
 */
public record MachineSeries(
        String machine, String serial, @Nullable String model, List<Read> readings, List<Trend> trends) {

    /** @param readings of any machines, each machine's oldest first */
    public static List<MachineSeries> of(List<VisitsPages.Reading> readings) {
        Map<String, List<VisitsPages.Reading>> byMachine = readings.stream()
                .collect(Collectors.groupingBy(VisitsPages.Reading::machine, LinkedHashMap::new, Collectors.toList()));
        return byMachine.values().stream().map(MachineSeries::one).toList();
    }

    private static MachineSeries one(List<VisitsPages.Reading> series) {
        List<Read> reads = new ArrayList<>();
        VisitsPages.@Nullable Reading before = null;
        for (VisitsPages.Reading each : series) {
            reads.add(Read.of(each, before));
            before = each;
        }
        VisitsPages.Reading last = series.getLast();
        return new MachineSeries(
                last.machine(),
                last.serial(),
                last.model(),
                reads.reversed(),
                Stream.of(Trend.hours(series), Trend.faults(series))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Whether there is a reading before the last to hold it against. */
    @JsonIgnore
    public boolean isSeries() {
        return readings.size() > 1;
    }

    /** The newest reading. */
    @JsonIgnore
    public Read last() {
        return readings.getFirst();
    }

    /**
     * One reading beside the one before.
     *
     * @param hoursBefore running hours on the visit before; absent on the first and where none were read
     * @param grown what the hours grew by
     */
    public record Read(
            String visitId,
            OffsetDateTime readAt,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal runningHours,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal hoursBefore,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal grown,

            @Nullable Integer faults,
            @Nullable Integer faultsBefore,
            @Nullable String note) {
        static Read of(VisitsPages.Reading now, VisitsPages.@Nullable Reading before) {
            BigDecimal hours = now.runningHours();
            BigDecimal was = before == null ? null : before.runningHours();
            return new Read(
                    now.visitId(),
                    now.readAt(),
                    hours,
                    was,
                    hours == null || was == null ? null : hours.subtract(was),
                    now.faults(),
                    before == null ? null : before.faults(),
                    now.note());
        }
    }

    /**
     * A straight line through what was read (least squares), and both as drawn on a sheet of {@value #WIDTH} by {@value #HEIGHT}.
     *
     * @param of HOURS or FAULTS
     * @param aMonth what it grows by in thirty days
     */
    public record Trend(
            String of,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal aMonth,
            @JsonIgnore String read,
            @JsonIgnore String fitted) {
        static final int WIDTH = 240;
        static final int HEIGHT = 48;
        private static final int FEWEST = 3;
        private static final int EDGE = 4;

        static List<Trend> hours(List<VisitsPages.Reading> series) {
            return of(
                    "HOURS",
                    series.stream()
                            .filter(each -> each.runningHours() != null)
                            .map(each -> new Point(
                                    day(each),
                                    Objects.requireNonNull(each.runningHours()).doubleValue()))
                            .toList());
        }

        static List<Trend> faults(List<VisitsPages.Reading> series) {
            return of(
                    "FAULTS",
                    series.stream()
                            .filter(each -> each.faults() != null)
                            .map(each -> new Point(day(each), Objects.requireNonNull(each.faults())))
                            .toList());
        }

        private static double day(VisitsPages.Reading reading) {
            return reading.readAt().toEpochSecond() / 86_400.0;
        }

        private static List<Trend> of(String what, List<Point> points) {
            Fit fit = Fit.of(points);
            return points.size() < FEWEST || fit == null
                    ? List.of()
                    : List.of(new Trend(
                            what,
                            new BigDecimal(BigDecimal.valueOf(Math.round(fit.slope() * 300) / 10.0)
                                    .stripTrailingZeros()
                                    .toPlainString()),
                            fit.path(points),
                            fit.path(List.of(fit.at(points.getFirst()), fit.at(points.getLast())))));
        }
    }

    private record Point(double x, double y) {}

    /** Least squares over the points it was fitted to, and the scale they are drawn in. */
    private record Fit(double slope, double start, double left, double right, double low, double high) {
        static @Nullable Fit of(List<Point> points) {
            double x = points.stream().mapToDouble(Point::x).average().orElse(0);
            double y = points.stream().mapToDouble(Point::y).average().orElse(0);
            double wide = points.stream()
                    .mapToDouble(each -> (each.x - x) * (each.x - x))
                    .sum();
            if (wide == 0) {
                return null;
            }
            double slope = points.stream()
                            .mapToDouble(each -> (each.x - x) * (each.y - y))
                            .sum()
                    / wide;
            double left = points.getFirst().x;
            double right = points.getLast().x;
            double start = y + slope * (left - x);
            double end = y + slope * (right - x);
            double low = points.stream().mapToDouble(Point::y).min().orElse(0);
            double high = points.stream().mapToDouble(Point::y).max().orElse(0);
            return new Fit(
                    slope,
                    start,
                    left,
                    right,
                    Math.min(low, Math.min(start, end)),
                    Math.max(high, Math.max(start, end)));
        }

        Point at(Point like) {
            return new Point(like.x, start + slope * (like.x - left));
        }

        String path(List<Point> points) {
            return points.stream().map(this::drawn).collect(Collectors.joining(" "));
        }

        private String drawn(Point point) {
            double x = Trend.EDGE + (Trend.WIDTH - 2.0 * Trend.EDGE) * (point.x - left) / (right - left);
            double share = high == low ? 0.5 : (point.y - low) / (high - low);
            double y = Trend.HEIGHT - Trend.EDGE - (Trend.HEIGHT - 2.0 * Trend.EDGE) * share;
            return Math.round(x * 10) / 10.0 + "," + Math.round(y * 10) / 10.0;
        }
    }
}
