package org.tongqu.bench.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.bench.reconciliation.Deal.Place;
import org.tongqu.bench.stage.Store;

/**
 * What the hub found, held against what was planted.
 *
 * @param missed planted differences of which no open case tells
 * @param wrong open cases in which nothing was planted
 */
record Verdict(int planted, List<Deal> missed, List<String> wrong, int cases) {
    private static final String OPEN = """
            select distinct d.id, d.number, d.reading, c.agent, c.product, c.month, r.uscc
            from reconciliation.discrepancy d join reconciliation.case_cell c on c.case_id = d.id
            join reconciliation.figure f on f.agent = c.agent and f.product = c.product and f.month = c.month and f.customer_id = c.customer_id
            join customers.source_record r on r.id = f.source_record_id
            where d.state = 'OPEN' and c.agent like 'bench-rec-%' and r.uscc is not null
            """;

    static Verdict of(Store store, Year year) throws SQLException {
        Map<String, Set<Place>> cases = open(store);
        Set<Place> told = new HashSet<>();
        cases.values().forEach(told::addAll);
        List<Deal> missed = new ArrayList<>();
        Set<Place> planted = new HashSet<>();
        for (Deal deal : year.planted()) {
            planted.addAll(deal.differs(year));
            if (!told.containsAll(deal.differs(year))) {
                missed.add(deal);
            }
        }
        List<String> wrong = new ArrayList<>();
        cases.forEach((name, places) -> {
            if (places.stream().noneMatch(planted::contains)) {
                wrong.add(name + " " + places);
            }
        });
        return new Verdict(year.planted().size(), missed, wrong, cases.size());
    }

    private static Map<String, Set<Place>> open(Store store) throws SQLException {
        Map<String, Set<Place>> cases = new HashMap<>();
        try (Connection connection = store.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OPEN)) {
            while (rows.next()) {
                String name = "#" + rows.getLong("number") + " " + rows.getString("reading");
                cases.computeIfAbsent(name, none -> new HashSet<>())
                        .add(new Place(
                                rows.getString("agent"),
                                rows.getString("uscc"),
                                rows.getString("product"),
                                YearMonth.from(rows.getObject("month", LocalDate.class))));
            }
        }
        return cases;
    }

    int found() {
        return planted - missed.size();
    }
}
