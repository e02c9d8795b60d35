package org.tongqu.bench.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** Tells what was found and keeps a line of each figure in the file of all runs. */
final class Findings {
    private static final Aim ARRIVAL = Aim.atMost(20);
    private static final Aim SEARCH = Aim.atMost(100);
    private static final Aim LOOK_UP = Aim.atMost(80);
    private static final String COLUMNS = "day\trecords\tfacts\tload_average\tfigure\tvalue\tunit\tnote";

    private final Stage stage;
    private final List<String> lines = new ArrayList<>();
    private int records;
    private long facts;

    Findings(Stage stage) {
        this.stage = stage;
    }

    /** @param turns of this run; the others were an earlier one's */
    void filled(int all, List<Load.Turn> turns) {
        records = all;
        figure(Figure.of("customers.records", all, "records", "in this home"));
        if (turns.isEmpty()) {
            return;
        }
        int rows = turns.stream().mapToInt(Load.Turn::rows).sum();
        double seconds = turns.stream().mapToDouble(Load.Turn::seconds).sum();
        figure(Figure.of("customers.load.records", rows, "records", "loaded in this run"));
        figure(Figure.of("customers.load.rate", rows / seconds, "records/s", "all of this run's files"));
        figure(Figure.of("customers.load.rate_by_file", spread(turns, Load.Turn::rate), "records/s"));
        figure(Figure.of("customers.load.cpu_program", spread(turns, Load.Turn::programMicros), "us/record"));
        figure(Figure.of("customers.load.cpu_server", spread(turns, Load.Turn::serverMicros), "us/record"));
        figure(Figure.of(
                "customers.load.statements", spread(turns, Load.Turn::statementsAThousand), "a 1,000 records"));
        figure(Figure.of(
                "customers.load.statement_time",
                spread(turns, turn -> turn.statements().millis() * 1e3 / turn.rows()),
                "us/record"));
    }

    private static Spread spread(List<Load.Turn> turns, ToDoubleFunction<Load.Turn> value) {
        return Spread.of(turns.stream().map(turn -> value.applyAsDouble(turn)).toList());
    }

    void held(Held held) {
        figure(Figure.of(
                "customers.held.customers", (double) held.customers(), "customers", "none lost, none doubled"));
        figure(Figure.of("customers.held.pair_precision", held.precision(), "share", ""));
        figure(Figure.of("customers.held.pair_recall", held.recall(), "share", ""));
    }

    void size(Store store, long linked) throws SQLException {
        facts = linked;
        long bytes = store.count("select pg_database_size(current_database())");
        figure(Figure.of(
                "customers.facts", (double) linked, "facts", "lines of agents by the product, all else by statements"));
        figure(Figure.of(
                "customers.disk",
                bytes / 1e6,
                "MB",
                "%.0f bytes a record, its facts with it".formatted((double) bytes / records)));
    }

    void arrived(Arrivals.Told told, Statements statements, Cpu cpu) {
        int all = told.millis().size();
        times("customers.arrival", told.millis(), ARRIVAL, true, all + " visits, matching with its statements");
        figure(Figure.of(
                "customers.arrival.server", statements.millis() / all, "ms/visit", "all statements of all that ran"));
        figure(Figure.of(
                "customers.arrival.statements", (double) statements.calls() / all, "a visit", "of all that ran"));
        figure(Figure.of(
                "customers.arrival.cpu", cpu.micros() / all / 1e3, "ms/visit", "program and server, all that ran"));
        figure(Figure.of("customers.arrival.found", (double) told.found() / told.known(), "share", "of known firms"));
        figure(Figure.of(
                "customers.arrival.wrong", (double) told.wrong() / all, "share", "with another firm's record"));
    }

    /** What the server and both did for one question, whatever else wanted the machine meanwhile. */
    void asked(String asker, int questions, Statements statements, Cpu cpu) {
        figure(Figure.of("customers.search." + asker + ".server", statements.millis() / questions, "ms/question", ""));
        figure(Figure.of(
                "customers.search." + asker + ".cpu",
                cpu.micros() / questions / 1e3,
                "ms/question",
                "program and server"));
    }

    void searched(Searches.Told told) {
        times(
                "customers.search." + told.asker() + "." + told.kind(),
                told.millis(),
                SEARCH,
                false,
                told.found() + " of " + told.millis().size() + " found");
    }

    void lookedUp(List<Searches.Told> all) {
        if (all.isEmpty()) {
            stage.say("这个总站没有查重接口", "this hub has no look-up at /api/v1/lookup");
        }
        all.forEach(told -> times(
                "customers.lookup." + told.kind(),
                told.millis(),
                LOOK_UP,
                false,
                told.found() + " of " + told.millis().size() + " known"));
    }

    /** @param atP99 whether the aim is for p99 and not for p95 */
    private void times(String name, List<Double> millis, Aim aim, boolean atP99, String note) {
        Sample sample = new Sample(millis);
        for (int percent : new int[] {50, 95, 99, 100}) {
            double value = sample.percentile(percent);
            String of = name + (percent == 100 ? ".max" : ".p" + percent);
            boolean aimed = percent == (atP99 ? 99 : 95);
            figure(aimed ? Figure.of(of, Spread.of(List.of(value)), "ms", aim) : Figure.of(of, value, "ms", note));
        }
    }

    private void figure(Figure figure) {
        stage.figure(figure);
        stage.show(figure.line());
        lines.add(String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t%.1f\t%s",
                LocalDate.now(ZoneId.systemDefault()),
                records,
                facts,
                Machine.load(),
                figure.line()));
    }

    /** Nothing in the file is ever changed. */
    void keep(Path file) throws IOException {
        if (!Files.exists(file)) {
            lines.addFirst(COLUMNS);
        }
        Files.write(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
