package org.tongqu.bench.chaos;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;

/** Breaks a hub under load again and again, has its ledger audited after each time, and adds what came of it to the results of all runs. */
public final class ChaosBench implements Bench<Stage> {
    /** After this many cycles another home, lest the audits read ever more of what they have read before. */
    private static final int CYCLES_A_HOME = 25;

    private static final int SEEDS = 10_000_000;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    @Override
    public String name() {
        return "chaos";
    }

    @Override
    public String zh() {
        return "在负载下按种子反复打断总站,每次之后核账";
    }

    @Override
    public String en() {
        return "breaks the hub under load by a seed, and audits after each time";
    }

    /** Only when it is asked for by name. */
    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(Stage stage) throws Exception {
        int asked = stage.options().seed();
        long seed = asked == 0 ? ThreadLocalRandom.current().nextInt(1, SEEDS) : asked;
        stage.say("种子 " + seed, "seed " + seed + "; the same seed strikes the same faults in the same order");
        try {
            runHomes(stage, plan(stage, new Random(seed)), seed);
        } finally {
            tell(stage, seed);
        }
    }

    /** Each fault as often as the others, in an order of the seed's. */
    private static List<Fault> plan(Stage stage, Random random) {
        List<Fault> wanted = Faults.all().stream()
                .filter(fault -> stage.options().isFault(fault.name()))
                .filter(fault -> !stage.options().smoke() || !fault.takesMinutes())
                .toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no such fault; there are "
                    + Faults.all().stream().map(Fault::name).toList());
        }
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < stage.options().cycles()) {
            List<Fault> round = new ArrayList<>(wanted);
            Collections.shuffle(round, random);
            plan.addAll(round);
        }
        return plan.subList(0, stage.options().cycles());
    }

    private void runHomes(Stage stage, List<Fault> plan, long seed) throws Exception {
        for (int from = 0; from < plan.size(); from += CYCLES_A_HOME) {
            List<Fault> part = plan.subList(from, Math.min(plan.size(), from + CYCLES_A_HOME));
            String name = "home-" + from;
            try (World world = World.open(stage, name, Needs.of(part));
                    Notes notes = new Notes(stage.folder().resolve(name + "-witness"))) {
                Load load = new Load(world, notes, seed + from, stage.options().orders());
                Fault.Ground ground = new Fault.Ground(world, load, new Random(seed + from));
                for (Fault fault : part) {
                    cycle(stage, fault, ground, notes);
                }
            }
        }
    }

    private void cycle(Stage stage, Fault fault, Fault.Ground ground, Notes notes) throws Exception {
        Tally tally = tallies.computeIfAbsent(fault.name(), Tally::new);
        long before = notes.taken();
        ground.load().start();
        ground.load().awaitMore(20 + ground.random().nextInt(40));
        List<Double> millis = new ArrayList<>();
        String told = "";
        try {
            for (int blow = 0; blow < stage.options().blows(); blow++) {
                millis.add(ground.load().millisUntilTaken(fault.strike().at(ground)));
                ground.load().awaitMore(20);
            }
        } catch (Fault.Skipped skipped) {
            tally.skip();
            told = "skipped: " + skipped.getMessage();
        }
        ground.load().settle();
        ground.world().awaitQuiet();
        notes.delivered(ground.world().books());
        Verdict verdict = ground.world().audit(notes.folder());
        if (told.isEmpty()) {
            tally.add(notes.taken() - before, verdict, millis);
            told = String.format(
                    Locale.ROOT,
                    "%d messages, taken again after at most %.1f s",
                    notes.taken() - before,
                    Collections.max(millis) / 1000);
        }
        stage.say(fault.name(), told + (verdict.isClean() ? ", audit clean" : ", AUDIT: " + verdict));
        if (!verdict.isClean()) {
            throw new WrongResult("核账有出入:" + verdict.findings(), "the audit found " + verdict.findings());
        }
    }

    private void tell(Stage stage, long seed) throws Exception {
        List<Results.Line> lines = tallies.values().stream().map(Tally::line).toList();
        tallies.values().forEach(tally -> stage.say("", tally.told()));
        Path file = stage.options().smoke()
                ? stage.folder().resolve("chaos.tsv")
                : stage.built().results().resolve("chaos.tsv");
        Results results = new Results(file);
        results.add(LocalDate.now(ZoneOffset.UTC).toString(), seed, lines);
        for (Results.Line sum : results.sums().values()) {
            String name = "chaos." + sum.fault().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            stage.figure(new Figure(
                    name,
                    Integer.toString(sum.cycles()),
                    "cycles",
                    sum.blows() + " blows in all runs: " + sum.messages() + " messages, lost " + sum.lost()
                            + ", doubled " + sum.doubled()
                            + ", astray " + sum.astray() + ", taken again after at most " + Math.round(sum.max())
                            + " ms"));
        }
        stage.figure(Figure.of("chaos.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }
}
