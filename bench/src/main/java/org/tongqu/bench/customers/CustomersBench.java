package org.tongqu.bench.customers;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Stage;

/** A million customers in a home that is kept: how fast it fills, one record arrives, a search and a look-up answer. */
public final class CustomersBench implements Bench<Stage> {
    private static final long SEED = 20_261_123;
    private static final int ARRIVALS = 2_000;
    private static final int USUAL_SECONDS = 20;
    /** A hub that has run for a minute or two and not for seconds: until then most of two cores goes to the compiler. */
    private static final int WARM_UP = 1_000;

    /** What agents said is matched here; that it is held against shipments is {@code reconciliation}'s to measure. */
    private static final String NOT_COMPARED =
            "{\"units\":0,\"percent\":5,\"lagDays\":5,\"graceDays\":10,\"from\":\"2040-01\",\"why\":\"bench customers\"}";

    private static final int OF_EACH_KIND = 100;

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String zh() {
        return "一百万条客户记录、五百万条往来:装入、一条记录到达、查找、查重";
    }

    @Override
    public String en() {
        return "a million customer records and five million facts: filling, one record arriving, searching, looking up";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(Stage stage) throws Exception {
        int rows = stage.options().rows();
        KeptHome kept = KeptHome.of(stage.built().runs().resolve("customers-" + rows), SEED, rows);
        counting(stage, kept);
        Hub hub = stage.hubAt(kept.home(), stage.options().heap());
        try {
            measure(stage, kept, hub, new Findings(stage));
        } finally {
            hub.stop();
        }
    }

    private static void measure(Stage stage, KeptHome kept, Hub hub, Findings findings) throws Exception {
        Statements.forget(hub.store());
        Rows all = kept.isEnough()
                ? Rows.made(SEED, kept.rows(), (file, row, said) -> {})
                : Rows.written(SEED, kept.rows(), kept.folder());
        Load load = new Load(stage, hub, kept);
        load.fill(all);
        Singles singles = load.fill(
                new Singles(SEED, all.families(), kept.singles()),
                all.firms().length,
                stage.options().golden());
        if (!load.turns().isEmpty()) {
            Statements.dearest(hub.store(), 12).forEach(stage::show);
        }
        Rows made = all.with(singles).first(kept.filesLoaded());
        findings.filled(made.count(), load.turns());
        findings.held(Held.check(hub.store(), made));
        long facts = (long) stage.options().facts() * Math.min(made.count(), kept.rows()) / kept.rows();
        stage.say("订单、拜访由 SQL 成批写入", "orders and visits are laid down by statements, not by the product");
        Facts.lay(hub.store(), facts);
        findings.size(hub.store(), Facts.linked(hub.store()));
        arrive(stage, kept, hub, made, findings);
        search(stage, kept, hub, findings);
        findings.keep(stage.built().results().resolve("customers.tsv"));
    }

    /** As many as are usual with the usual {@code --seconds 20}. */
    private static int some(Stage stage, int usual) {
        return Math.max(1, usual * stage.options().seconds() / USUAL_SECONDS);
    }

    private static void arrive(Stage stage, KeptHome kept, Hub hub, Rows made, Findings findings)
            throws IOException, InterruptedException, SQLException {
        new Arrivals(hub, made, SEED, kept.nextRun()).send(some(stage, WARM_UP));
        Statements.forget(hub.store());
        Cpu cpu = Cpu.of(hub.pid(), hub.store().postmaster());
        int many = some(stage, ARRIVALS);
        Arrivals.Told told = new Arrivals(hub, made, SEED, kept.nextRun()).send(many);
        findings.arrived(
                told,
                Statements.of(hub.store()),
                Cpu.of(hub.pid(), hub.store().postmaster()).since(cpu));
        Statements.dearest(hub.store(), 12).forEach(stage::show);
    }

    private static void search(Stage stage, KeptHome kept, Hub hub, Findings findings)
            throws IOException, InterruptedException, SQLException {
        Map<String, String> key = kept.key(kept.filesLoaded());
        String series = "s" + kept.nextRun();
        new Searches(hub, key, some(stage, OF_EACH_KIND) / 5, series + "w").warmUp();
        Searches searches = new Searches(hub, key, some(stage, OF_EACH_KIND), series);
        searches.ask(findings);
        Statements.dearest(hub.store(), 8).forEach(stage::show);
        findings.lookedUp(searches.lookUp());
    }

    /** The server counts statements only from its second start on. */
    private static void counting(Stage stage, KeptHome kept) throws IOException, InterruptedException, SQLException {
        if (!Files.exists(kept.home())) {
            Hub hub = stage.hubAt(kept.home());
            Statements.count(hub.store());
            Caller.person(hub, "desk")
                    .post("/api/v1/reconciliation/rules", NOT_COMPARED)
                    .orFail("rules");
            hub.stop();
        }
    }
}
