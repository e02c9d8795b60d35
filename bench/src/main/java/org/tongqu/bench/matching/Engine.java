package org.tongqu.bench.matching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.stage.Stage;

/** {@code ./tongqu match}, with the words the launcher says to Java. */
record Engine(Stage stage) implements Contender {
    @Override
    public String name() {
        return "tongqu";
    }

    @Override
    public String told() {
        return "`./tongqu match`";
    }

    @Override
    public List<Double> thresholds() {
        return List.of(0.0);
    }

    @Override
    public Turn take(TestSet set, List<Double> thresholds) throws Exception {
        Path groups = stage.folder().resolve("groups.csv");
        Files.deleteIfExists(groups);
        List<String> words = new ArrayList<>();
        Path hub = stage.built().hub();
        Path archive = hub.resolveSibling("tongqu.jsa");
        if (Files.exists(archive)) {
            words.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off"));
        }
        words.addAll(List.of("-jar", hub.toString(), "match", set.records().toString(), groups.toString()));
        long began = System.nanoTime();
        Watched watched = Watched.toItsEnd(stage.process(words, Map.of(), "tongqu"), began);
        return new Turn(
                watched.seconds(),
                watched.cpu().toNanos() / 1e9,
                watched.kilobytes() / 1024.0,
                Map.of(thresholds.getFirst(), Groups.read(groups, set)));
    }
}
