package org.tongqu.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The file that sums up over all runs ever made: one line a run and fault, parted by tabs; nothing in it is ever changed. */
final class Results {
    private static final String HEADING =
            "day\tseed\tfault\tcycles\tblows\tskipped\tmessages\tlost\tdoubled\tastray\tp50_ms\tp99_ms\tmax_ms";

    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    record Line(
            String fault,
            int cycles,
            int blows,
            int skipped,
            long messages,
            long lost,
            long doubled,
            long astray,
            double p50,
            double p99,
            double max) {

        String text(String day, long seed) {
            return String.format(
                    Locale.ROOT,
                    "%s\t%d\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.0f\t%.0f\t%.0f",
                    day,
                    seed,
                    fault,
                    cycles,
                    blows,
                    skipped,
                    messages,
                    lost,
                    doubled,
                    astray,
                    p50,
                    p99,
                    max);
        }

        static Line of(String[] cells) {
            return new Line(
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    Long.parseLong(cells[6]),
                    Long.parseLong(cells[7]),
                    Long.parseLong(cells[8]),
                    Long.parseLong(cells[9]),
                    Double.parseDouble(cells[10]),
                    Double.parseDouble(cells[11]),
                    Double.parseDouble(cells[12]));
        }

        /** Both together; of times the worse. */
        Line with(Line other) {
            return new Line(
                    fault,
                    cycles + other.cycles,
                    blows + other.blows,
                    skipped + other.skipped,
                    messages + other.messages,
                    lost + other.lost,
                    doubled + other.doubled,
                    astray + other.astray,
                    Math.max(p50, other.p50),
                    Math.max(p99, other.p99),
                    Math.max(max, other.max));
        }
    }

    void add(String day, long seed, List<Line> lines) throws IOException {
        List<String> text = new ArrayList<>();
        if (!Files.exists(file)) {
            text.add(HEADING);
        }
        lines.forEach(line -> text.add(line.text(day, seed)));
        Files.write(file, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What all runs together came to, by fault. */
    Map<String, Line> sums() throws IOException {
        Map<String, Line> sums = new TreeMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> Line.of(line.split("\t", -1)))
                    .forEach(line -> sums.merge(line.fault(), line, Line::with));
        }
        return sums;
    }
}
