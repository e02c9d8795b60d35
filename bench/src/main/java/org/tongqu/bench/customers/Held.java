package org.tongqu.bench.customers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Store;

/**
 * What the store holds of the records that were made, held against the truth.
 *
 * @param precision of pairs in one customer, the share that is of one firm
 * @param recall of pairs of one firm, the share that is in one customer
 */
record Held(long records, long customers, double precision, double recall) {
    private static final String MEMBERS = """
            select r.row_no, c.number from customers.source_record r
            join customers.membership m on m.source_record_id = r.id and m.until is null
            join customers.customer c on c.id = m.customer_id and c.merged_into is null
            where r.source = ?
            """;

    /** @throws WrongResult where a record is lost or doubled */
    static Held check(Store store, Rows made) throws SQLException {
        int all = made.count();
        long[] firms = new long[all];
        long[] customers = new long[all];
        int at = 0;
        try (Connection connection = store.open()) {
            connection.setAutoCommit(false);
            for (int file = 0; file < made.firms().length; file++) {
                long[] its = made.firms()[file];
                System.arraycopy(its, 0, firms, at, its.length);
                read(connection, file, its.length, customers, at);
                at += its.length;
            }
        }
        WrongResult.unlessEqual(
                "source records",
                (long) all,
                store.count("select count(*) from customers.source_record where source like 'bench-agent-%'"));
        return scored(firms, customers);
    }

    /** Row 1 of the sales is the second line of the file. */
    private static void read(Connection connection, int file, int rows, long[] customers, int at) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(MEMBERS)) {
            asked.setFetchSize(10_000);
            asked.setString(1, Load.agent(file));
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    int row = found.getInt(1) - 2;
                    if (row < 0 || row >= rows || customers[at + row] != 0) {
                        throw new WrongResult("第 " + row + " 行多了一条", "row " + row + " of file " + file + " is doubled");
                    }
                    customers[at + row] = found.getLong(2);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            if (customers[at + row] == 0) {
                throw new WrongResult("第 " + row + " 行丢了", "row " + row + " of file " + file + " is lost");
            }
        }
    }

    private static Held scored(long[] firms, long[] customers) {
        long[] both = new long[firms.length];
        for (int at = 0; at < both.length; at++) {
            both[at] = firms[at] << 32 | customers[at];
        }
        double right = pairs(both);
        long groups = Arrays.stream(customers).distinct().count();
        return new Held(firms.length, groups, share(right, pairs(customers)), share(right, pairs(firms)));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    private static double pairs(long[] names) {
        long[] sorted = names.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        int first = 0;
        for (int at = 1; at <= sorted.length; at++) {
            if (at == sorted.length || sorted[at] != sorted[first]) {
                pairs += (at - first) * (at - first - 1.0) / 2;
                first = at;
            }
        }
        return pairs;
    }
}
