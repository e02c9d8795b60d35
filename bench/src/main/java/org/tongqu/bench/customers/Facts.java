package org.tongqu.bench.customers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tongqu.bench.stage.Store;

/**
 * What hangs on the customers. The agents' lines came by the product's own road; orders, visits and what they say are laid down by statements, for
 * nobody could send so many in a day: they stand in the tables as the product would have written them, without their messages.
 */
final class Facts {
    private static final String LINKED = """
            select (select count(*) from sales.report_line) + (select count(*) from sales.order_line)
                + (select count(*) from visits.visit) + (select count(*) from visits.usage_reading)
            """;

    private Facts() {}

    static long linked(Store store) throws SQLException {
        return store.count(LINKED);
    }

    /** @param all so many there shall be, those of the agents among them */
    static void lay(Store store, long all) throws SQLException, IOException {
        long missing = Math.max(0, all - linked(store));
        String sql =
                script().replace(":orders", Long.toString(missing / 6)).replace(":visits", Long.toString(missing / 4));
        try (Connection connection = store.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
        store.settle(store.url());
    }

    private static String script() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Facts.class.getResourceAsStream("/customers/facts.sql")),
                StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.joining("\n"));
        }
    }
}
