package org.tongqu.bench.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** {@code ./tongqu match} beside plain ways to tell which records are one customer, on records whose truth is known. */
public final class MatchingBench implements Bench<Stage> {
    private static final Aim PRECISION = Aim.atLeast(0.975);
    private static final Aim PAIRS = Aim.atLeast(0.955);
    private static final Aim CUBED = Aim.atLeast(0.97);
    private static final List<Double> NO_CHOICE = List.of(1.0);
    private static final List<Double> LIKENESS = List.of(0.4, 0.45, 0.5, 0.55, 0.6, 0.7);
    private static final List<Double> CONFIDENCE = List.of(0.85, 0.9, 0.92, 0.93, 0.94, 0.95, 0.97);

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public String zh() {
        return "辨认同一客户:准不准、多快、多少内存,与简单做法对比";
    }

    @Override
    public String en() {
        return "which records are one customer: how right, how fast, in how much memory, beside plain ways";
    }

    @Override
    public void run(Stage stage) throws Exception {
        TestSet set = TestSet.laidOut(stage.options(), stage.folder());
        stage.say("记录 " + set.truth().size() + " 条", set.truth().size() + " records");
        Store store = stage.hub().store();
        List<Contender> contenders = new ArrayList<>(List.of(new Engine(stage)));
        contenders.addAll(inMemory(stage));
        contenders.add(new Plain(
                stage,
                "trigram",
                "pg_trgm join of names within a region",
                LIKENESS,
                Optional.of(store),
                store.database("trigram")));
        tell(stage, set, new Race(stage, set, contenders).run(stage.options().rounds()));
    }

    static List<Contender> inMemory(Stage stage) {
        return List.of(
                Plain.inMemory(stage, "name", "same name", NO_CHOICE),
                Plain.inMemory(stage, "name_province", "same name and province", NO_CHOICE),
                Plain.inMemory(stage, "duke", "Duke 1.2 on Lucene", CONFIDENCE));
    }

    /** @param all the first of which is ours */
    static void tell(Stage stage, TestSet set, List<Standing> all) throws IOException {
        stage.show(Standing.HEADING);
        all.forEach(standing -> stage.show(standing.row()));
        all.forEach(standing -> figures(stage, standing));
        all.stream().skip(1).forEach(rival -> ratios(stage, all.getFirst(), rival));
        stage.figure(Figure.of("matching.load_average", Machine.load(), "processes", "over the last minute"));
        if (set.isOwn()) {
            keep(stage.built().results().resolve("matching.tsv"), all);
        }
    }

    private static void figures(Stage stage, Standing standing) {
        String name = "matching." + standing.contender().name();
        Scores scores = standing.scores();
        boolean isOurs = standing.contender() instanceof Engine;
        stage.figure(score(name + ".pair_precision", scores.pairPrecision(), isOurs, PRECISION));
        stage.figure(share(name + ".pair_recall", scores.pairRecall()));
        stage.figure(score(name + ".pair_f1", scores.pairF1(), isOurs, PAIRS));
        stage.figure(share(name + ".cubed_precision", scores.cubedPrecision()));
        stage.figure(share(name + ".cubed_recall", scores.cubedRecall()));
        stage.figure(score(name + ".cubed_f1", scores.cubedF1(), isOurs, CUBED));
        stage.figure(Figure.of(name + ".rate", Spread.of(standing.rate()), "records/s"));
        stage.figure(Figure.of(name + ".cpu", Spread.of(standing.cpu()), "s"));
        stage.figure(Figure.of(name + ".memory", standing.megabytes(), "MB", "resident at most"));
    }

    /** Aims are ours alone. */
    private static Figure score(String name, double value, boolean isOurs, Aim aim) {
        return isOurs ? Figure.of(name, Spread.of(List.of(value)), "share", aim) : share(name, value);
    }

    private static Figure share(String name, double value) {
        return Figure.of(name, value, "share", "");
    }

    private static void ratios(Stage stage, Standing ours, Standing rival) {
        String name = "matching.against_" + rival.contender().name();
        stage.figure(Figure.ratio(name + ".rate", Spread.ratio(ours.rate(), rival.rate())));
        stage.figure(Figure.ratio(name + ".cpu", Spread.ratio(ours.cpu(), rival.cpu())));
    }

    /** One line a run and contender; nothing in the file is ever changed. */
    private static void keep(Path file, List<Standing> all) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            lines.add(Standing.COLUMNS);
        }
        String day = LocalDate.now(ZoneId.systemDefault()).toString();
        all.forEach(standing -> lines.add(standing.line(day)));
        Files.write(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
