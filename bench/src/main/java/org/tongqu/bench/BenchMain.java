package org.tongqu.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.tongqu.bench.chaos.ChaosBench;
import org.tongqu.bench.chaos.NeighboursBench;
import org.tongqu.bench.customers.CustomersBench;
import org.tongqu.bench.files.FilesBench;
import org.tongqu.bench.inlets.DrainBench;
import org.tongqu.bench.inlets.InletsBench;
import org.tongqu.bench.matching.MatchingBench;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.pages.PagesBench;
import org.tongqu.bench.reconciliation.ReconciliationBench;
import org.tongqu.bench.stage.Built;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.start.StartBench;
import org.tongqu.bench.visit.VisitBench;

/** {@code ./tongqu bench [NAME] [--rows N] [--rounds N] [--seconds N] [--cycles N] [--blows N] [--orders N] [--facts N] [--seed N] [--fault NAME] [--records FILE --truth FILE] [--smoke]}: words for people first, then one line a figure. */
public final class BenchMain {
    static final int WRONG = 1;
    static final int NOT_UNDERSTOOD = 2;

    private final PrintStream out;
    private final List<Bench<Stage>> benches;

    BenchMain(PrintStream out, List<Bench<Stage>> benches) {
        this.out = out;
        this.benches = benches;
    }

    public static void main(String[] words) throws Exception {
        // The stub's answers must not wait for an acknowledgement of the packet before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(new BenchMain(System.out, all()).run(List.of(words)));
    }

    static List<Bench<Stage>> all() {
        return List.of(
                new VisitBench(),
                new FilesBench(),
                new InletsBench(),
                new DrainBench(),
                new StartBench(),
                new PagesBench(),
                new MatchingBench(),
                new CustomersBench(),
                new ReconciliationBench(),
                new NeighboursBench(),
                new ChaosBench());
    }

    int run(List<String> words) throws Exception {
        Optional<Options> options = Options.read(words).filter(this::areKnown);
        if (options.isEmpty()) {
            tellWhatThereIs();
            return NOT_UNDERSTOOD;
        }
        Figures figures = new Figures();
        int code = runAll(options.get(), figures);
        figures.print(out);
        return code;
    }

    private boolean areKnown(Options options) {
        return benches.stream().map(Bench::name).toList().containsAll(options.names());
    }

    private void tellWhatThereIs() {
        out.println(
                "用法 / Usage: ./tongqu bench [NAME] [--rows N] [--rounds N] [--seconds N] [--cycles N] [--blows N] [--orders N] [--facts N] [--seed N] [--fault NAME] [--records FILE --truth FILE] [--smoke]");
        benches.forEach(bench -> out.printf("  %-10s %s / %s%n", bench.name(), bench.zh(), bench.en()));
    }

    private int runAll(Options options, Figures figures) throws Exception {
        Built built = Built.asTheLauncherSays();
        out.println(Machine.told(built.runs()));
        try {
            for (Bench<Stage> bench : benches) {
                if (options.names().contains(bench.name()) || (options.names().isEmpty() && !bench.isLong())) {
                    runOne(bench, built, options, figures);
                }
            }
            return 0;
        } catch (WrongResult wrong) {
            out.println("结果不对 / wrong result: " + wrong.getMessage());
            return WRONG;
        }
    }

    private void runOne(Bench<Stage> bench, Built built, Options options, Figures figures) throws Exception {
        try (Stage stage = Stage.open(built, bench.name(), options, figures, out)) {
            stage.say("== " + bench.name() + ":" + bench.zh(), bench.en());
            runOn(stage, bench);
        }
    }

    private static void runOn(Stage stage, Bench<Stage> bench) throws Exception {
        try {
            bench.run(stage);
        } catch (WrongResult wrong) {
            throw wrong;
        } catch (Exception broken) {
            stage.tellComplaints();
            throw broken;
        }
    }
}
