package org.tongqu.bench.customers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Stage;

/** A million customers in a home that is kept: how fast it fills, one record arrives, a search and a look-up answer. */
public final class CustomersBench implements Bench<Stage> {
    private static final long SEED = 20_261_123;

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String zh() {
        return "一百万客户、五百万条往来:装入、一条记录到达、查找、查重";
    }

    @Override
    public String en() {
        return "a million customers and five million facts: filling, one record arriving, searching, looking up";
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
        Hub hub = stage.hubAt(kept.home());
        Statements.forget(hub.store());
        Rows made = Rows.written(SEED, rows, kept.folder());
        List<Load.Turn> turns = new Load(stage, hub, kept).fill(made);
        Statements.dearest(hub.store(), 20).forEach(stage::show);
        Held.check(hub.store(), made);
        hub.stop();
    }

    /** The server counts statements only from its second start on. */
    private static void counting(Stage stage, KeptHome kept) throws IOException, InterruptedException, SQLException {
        if (!java.nio.file.Files.exists(kept.home())) {
            Hub hub = stage.hubAt(kept.home());
            Statements.count(hub.store());
            hub.stop();
        }
    }
}
