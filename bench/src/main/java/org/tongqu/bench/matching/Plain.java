package org.tongqu.bench.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.bench.plain.MatchMain;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/**
 * A plain matcher, with a database of its own where it needs one.
 *
 * @param store none where it works in memory
 */
record Plain(Stage stage, String name, String told, List<Double> thresholds, Optional<Store> store, String database)
        implements Contender {

    static Plain inMemory(Stage stage, String name, String told, List<Double> thresholds) {
        return new Plain(stage, name, told, thresholds, Optional.empty(), "");
    }

    @Override
    public Turn take(TestSet set, List<Double> thresholds) throws Exception {
        Duration before = server();
        long began = System.nanoTime();
        Process process = stage.program(MatchMain.class, words(set, thresholds), secret());
        Watched watched = Watched.toItsEnd(process, began);
        Duration cpu = watched.cpu().plus(server().minus(before));
        long kilobytes = watched.kilobytes() + serverKilobytes(process);
        return new Turn(watched.seconds(), cpu.toNanos() / 1e9, kilobytes / 1024.0, groups(set, thresholds));
    }

    private List<String> words(TestSet set, List<Double> thresholds) {
        String all = thresholds.stream().map(String::valueOf).collect(Collectors.joining(","));
        List<String> words = new ArrayList<>(
                List.of(name, set.records().toString(), stage.folder().toString(), all));
        store.ifPresent(there -> words.add(database));
        return words;
    }

    private Map<String, String> secret() {
        return store.map(there -> Map.of("BENCH_DB_PASSWORD", there.password())).orElse(Map.of());
    }

    private Duration server() {
        return store.map(there -> Cpu.of(ProcessHandle.current().pid(), there.postmaster())
                        .server())
                .orElse(Duration.ZERO);
    }

    private static long serverKilobytes(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("server_kb\t"))
                .mapToLong(line -> Long.parseLong(line.substring(10)))
                .sum();
    }

    private Map<Double, Map<String, String>> groups(TestSet set, List<Double> thresholds) throws IOException {
        Map<Double, Map<String, String>> groups = new HashMap<>();
        for (double threshold : thresholds) {
            Path file = stage.folder().resolve("groups-" + threshold + ".csv");
            groups.put(threshold, Groups.read(file, set));
            Files.delete(file);
        }
        return groups;
    }
}
