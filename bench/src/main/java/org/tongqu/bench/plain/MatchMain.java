package org.tongqu.bench.plain;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A plain matcher as a process of its own: {@code MatchMain name|name_province|trigram|duke RECORDS FOLDER THRESHOLDS [URL]}; the groups of each
 * threshold (commas between) go to {@code groups-THRESHOLD.csv} in the folder, figures of its own to standard output.
 */
public final class MatchMain {
    private MatchMain() {}

    public static void main(String[] arguments) throws Exception {
        List<Double> thresholds =
                Stream.of(arguments[3].split(",", -1)).map(Double::valueOf).toList();
        double lowest =
                thresholds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        List<Firm> firms = Firm.all(Path.of(arguments[1]));
        Linker linker = linker(arguments[0], arguments.length > 4 ? arguments[4] : "");
        List<Linker.Link> links = linker.links(firms, lowest);
        for (double threshold : thresholds) {
            write(firms, links, threshold, Path.of(arguments[2]).resolve("groups-" + threshold + ".csv"));
        }
        PrintStream out = System.out;
        linker.told().forEach((name, value) -> out.println(name + "\t" + value));
    }

    private static Linker linker(String kind, String url) {
        return switch (kind) {
            case "name" -> new SameName(false);
            case "name_province" -> new SameName(true);
            case "trigram" -> new TrigramJoin(url, System.getenv().getOrDefault("BENCH_DB_PASSWORD", ""));
            case "duke" -> new DukeLinks();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void write(List<Firm> firms, List<Linker.Link> links, double threshold, Path to) throws IOException {
        Closure closure = new Closure();
        links.stream()
                .filter(link -> link.score() >= threshold)
                .forEach(link -> closure.join(link.one(), link.other()));
        Map<String, String> groups = closure.groups();
        try (CsvWriter out = CsvWriter.builder().build(to)) {
            out.writeRecord("record_id", "customer_id");
            firms.forEach(firm -> out.writeRecord(firm.id(), groups.getOrDefault(firm.id(), firm.id())));
        }
    }
}
