package org.tongqu.bench.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.files.Contender.Turn;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** One sales file a round, taken by each contender in turn; all must end with the counts the file was made with. */
public final class FilesBench implements Bench<Stage> {
    private static final String AGENT = "agent-a002";
    private static final int ROW_BY_ROW_SHARE = 50;
    private static final int LEAST = 200;
    private static final int WARM_UP_SHARE = 5;
    private static final double AIM = 0.8;

    private final Map<Contender, List<Turn>> turns = new LinkedHashMap<>();

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String zh() {
        return "报表文件:投递到回执,对比 COPY 合并、Spring Batch、Camel 逐行";
    }

    @Override
    public String en() {
        return "sales files: drop folder to receipt, beside COPY-and-merge, Spring Batch, Camel row by row";
    }

    @Override
    public void run(Stage stage) throws Exception {
        Hub hub = stage.hub();
        Store store = hub.store();
        for (Contender contender : List.of(
                new FileRoad(hub, store, hub.dropFolder(AGENT)),
                Rival.start(stage, store, "copy", "copy_merge", "COPY 加合并", "COPY and merge", 1),
                Rival.start(stage, store, "batch", "spring_batch", "Spring Batch", "Spring Batch", 1),
                Rival.start(stage, store, "camel", "camel_rows", "Camel 逐行", "Camel row by row", ROW_BY_ROW_SHARE))) {
            turns.put(contender, new ArrayList<>());
        }
        round(stage, 0, Math.max(LEAST, stage.options().rows() / WARM_UP_SHARE));
        for (int round = 1; round <= stage.options().rounds(); round++) {
            round(stage, round, stage.options().rows());
        }
        tell(stage);
    }

    /** Round 0 warms up and does not count. */
    private void round(Stage stage, int round, int rows) throws Exception {
        for (Contender contender : turns.keySet()) {
            int given = Math.max(LEAST, rows / contender.share());
            Path path = stage.folder().resolve("report-" + round + "-" + contender.name());
            SalesFile file = SalesFile.write(path, given, round);
            Turn turn = contender.take(file);
            Files.delete(path);
            WrongResult.unlessEqual(contender.name() + ", rows", file.expected(), turn.counts());
            WrongResult.unlessEqual(contender.name() + ", customers", (long) file.customers(), turn.customers());
            String said = "%.0f rows/s, %.1f us CPU/row"
                    .formatted(given / turn.seconds(), turn.cpu().micros() / given);
            stage.say(
                    (round == 0 ? "预热" : "第 " + round + " 轮") + ":" + contender.zh(),
                    (round == 0 ? "warm-up" : "round " + round) + ": " + contender.en() + ", " + given + " rows: "
                            + said);
            if (round > 0) {
                java.util.Objects.requireNonNull(turns.get(contender)).add(turn);
            }
        }
    }

    private void tell(Stage stage) {
        List<Contender> all = List.copyOf(turns.keySet());
        Contender hub = all.getFirst();
        Contender limit = all.get(1);
        all.forEach(contender -> tellOne(stage, contender));
        stage.figure(Figure.of("files.hub.waited", spread(hub, Turn::waited), "s"));
        ratio(stage, hub, limit, Aim.atLeast(AIM));
        all.stream().skip(2).forEach(rival -> ratio(stage, hub, rival, null));
        stage.figure(Figure.of("files.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }

    private void tellOne(Stage stage, Contender contender) {
        int given = Math.max(LEAST, stage.options().rows() / contender.share());
        String name = "files." + contender.name();
        stage.figure(Figure.of(name + ".rate", rate(contender), "rows/s"));
        stage.figure(Figure.of(name + ".cpu", cpu(contender), "us/row"));
        stage.figure(Figure.of(
                name + ".cpu_app", spread(contender, turn -> micros(turn.cpu().program()) / given), "us/row"));
        stage.figure(Figure.of(
                name + ".cpu_server",
                spread(contender, turn -> micros(turn.cpu().server()) / given),
                "us/row"));
    }

    private void ratio(Stage stage, Contender hub, Contender rival, @org.jspecify.annotations.Nullable Aim aim) {
        String name = "files.hub_to_" + rival.name();
        Spread rates = Spread.ratio(rates(hub), rates(rival));
        stage.figure(aim == null ? Figure.ratio(name + ".rate", rates) : Figure.ratio(name + ".rate", rates, aim));
        stage.figure(Figure.ratio(name + ".cpu", Spread.ratio(cpus(hub), cpus(rival))));
    }

    private Spread rate(Contender contender) {
        return Spread.of(rates(contender));
    }

    private Spread cpu(Contender contender) {
        return Spread.of(cpus(contender));
    }

    private List<Double> rates(Contender contender) {
        return values(contender, turn -> turn.counts().rows() / turn.seconds());
    }

    private List<Double> cpus(Contender contender) {
        return values(contender, turn -> turn.cpu().micros() / turn.counts().rows());
    }

    private Spread spread(Contender contender, java.util.function.ToDoubleFunction<Turn> value) {
        return Spread.of(values(contender, value));
    }

    private List<Double> values(Contender contender, java.util.function.ToDoubleFunction<Turn> value) {
        return java.util.Objects.requireNonNull(turns.get(contender)).stream()
                .map(turn -> value.applyAsDouble(turn))
                .toList();
    }

    private static double micros(java.time.Duration time) {
        return time.toNanos() / 1_000.0;
    }
}
