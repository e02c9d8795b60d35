package org.tongqu.bench.customers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Store;

/** One record after another as a visit tells it: seven in ten of a known firm in another spelling, two of a new one, one of the hard kinds. */
final class Arrivals {
    private static final int FIRST_COPY = 1_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOKS_EVERY_MILLIS = 10;
    private static final String BESIDE = """
            select v.visit_no, r.source, r.row_no from visits.visit v
            join customers.membership m on m.source_record_id = v.source_record_id and m.until is null
            left join customers.membership o on o.customer_id = m.customer_id and o.until is null
            left join customers.source_record r on r.id = o.source_record_id and r.source like 'bench-agent-%'
            where v.visit_no like ?
            """;

    private final Caller rep;
    private final Caller administrator;
    private final Store store;
    private final Rows made;
    private final long seed;
    private final String series;
    private final Map<String, Long> firms = new HashMap<>();

    /** @param series unlike that of any run before on this home */
    Arrivals(Hub hub, Rows made, long seed, int series) throws IOException {
        this.rep = Caller.person(hub, "rep-ne-1");
        this.administrator = Caller.person(hub, "admin");
        this.store = hub.store();
        this.made = made;
        this.seed = seed;
        this.series = "C" + series + "-";
    }

    /**
     * How many arrived and where they went.
     *
     * @param millis of each, in the order they came
     * @param known of a firm that there was
     * @param found of these, those put with a record of their firm and of no other
     * @param wrong those put with a record of another firm
     */
    record Told(List<Double> millis, int known, int found, int wrong) {}

    Told send(int many) throws IOException, InterruptedException, SQLException {
        List<Double> millis = new ArrayList<>();
        int known = 0;
        try (Connection connection = store.open();
                PreparedStatement stands =
                        connection.prepareStatement("select count(*) from visits.visit where visit_no = ?")) {
            Caller.Taken before = administrator.taken();
            for (int n = 0; n < many; n++) {
                Draw draw = new Draw(seed, series.hashCode(), n);
                int kind = n % 10;
                Firm firm = kind < 8 && kind != 3 ? some(draw, false) : kind == 3 ? some(draw, true) : stranger(draw);
                known += kind < 8 ? 1 : 0;
                String visitNo = series + n;
                firms.put(visitNo, kind < 8 ? firm.number() : -1L);
                arrive(visitNo, Said.of(firm, FIRST_COPY + series.hashCode() + n, n), stands);
                Caller.Taken now = administrator.taken();
                WrongResult.unlessEqual("observations", before.count() + 1, now.count());
                millis.add(now.millis() - before.millis());
                before = now;
            }
        }
        return told(millis, known);
    }

    /** @param hard of a firm that has kin easily taken for it */
    private Firm some(Draw draw, boolean hard) {
        while (true) {
            long[] file = made.firms()[draw.below(made.firms().length)];
            long firm = file[draw.below(file.length)];
            List<Firm> family = Firm.family(seed, firm / Firm.MOST);
            if (!hard || family.size() > 1) {
                return family.get((int) (firm % Firm.MOST));
            }
        }
    }

    private Firm stranger(Draw draw) {
        return Firm.family(seed, made.families() + 1 + draw.below(100_000_000)).getFirst();
    }

    /** The store is asked and not the hub, which has enough to do meanwhile. */
    private void arrive(String visitNo, Said said, PreparedStatement stands)
            throws IOException, InterruptedException, SQLException {
        rep.post("/api/v1/visits", json(visitNo, said)).orFail("visit");
        stands.setString(1, visitNo);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try (ResultSet rows = stands.executeQuery()) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOKS_EVERY_MILLIS);
        }
        throw new WrongResult("拜访 " + visitNo + " 没有做完", "visit " + visitNo + " was not worked off");
    }

    private static String json(String visitNo, Said said) {
        return """
                {"formatVersion":1,"visitNo":"%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","uscc":%s,"province":%s,"city":%s,"address":null,
                  "contact":{"name":%s,"phone":%s,"title":null}},
                 "needs":[],"usage":[],"opinions":["交货期太长"],"suggestions":[],"competitors":[],"salesStatements":[]}
                """.formatted(
                        visitNo,
                        said.name().strip(),
                        text(said.uscc()),
                        text(said.province()),
                        text(said.city()),
                        text(said.contact()),
                        text(said.phone()));
    }

    private static String text(String said) {
        return said.isEmpty() ? "null" : "\"" + said + "\"";
    }

    private Told told(List<Double> millis, int known) throws SQLException {
        Map<String, Set<Long>> beside = beside();
        int found = 0;
        int wrong = 0;
        for (Map.Entry<String, Long> each : firms.entrySet()) {
            Set<Long> with = beside.getOrDefault(each.getKey(), Set.of());
            if (with.equals(Set.of(each.getValue()))) {
                found++;
            } else if (!with.isEmpty()) {
                wrong++;
            }
        }
        return new Told(millis, known, found, wrong);
    }

    /** By visit, the firms whose records it stands with. */
    private Map<String, Set<Long>> beside() throws SQLException {
        Map<String, Set<Long>> beside = new HashMap<>();
        try (Connection connection = store.open();
                PreparedStatement asked = connection.prepareStatement(BESIDE)) {
            asked.setString(1, series + "%");
            try (ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    Set<Long> its = beside.computeIfAbsent(rows.getString(1), none -> new HashSet<>());
                    if (rows.getString(2) != null) {
                        with(rows.getString(2), rows.getInt(3) - Held.FIRST_LINE)
                                .ifPresent(its::add);
                    }
                }
            }
        }
        WrongResult.unlessEqual("visits", firms.size(), beside.size());
        return beside;
    }

    /** The firm of a file's row; none where the file is not among those that are measured. */
    private Optional<Long> with(String agent, int row) {
        int file = Integer.parseInt(agent.substring("bench-agent-".length()));
        return file < made.firms().length ? Optional.of(made.firms()[file][row]) : Optional.empty();
    }
}
