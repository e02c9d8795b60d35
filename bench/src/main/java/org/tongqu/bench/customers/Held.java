package org.tongqu.bench.customers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Store;

/**
 * What the store holds of the records that were made, held against the truth.
 *
 * @param precision of pairs in one customer, the share that is of one firm
 * @param recall of pairs of one firm, the share that is in one customer
 */
record Held(long records, long customers, double precision, double recall) {
    /** The heading is the first line of a file. */
    static final int FIRST_LINE = 2;

    private static final String MEMBERS = """
            select r.row_no, c.number from customers.source_record r
            join customers.membership m on m.source_record_id = r.id and m.until is null
            join customers.customer c on c.id = m.customer_id and c.merged_into is null
            where r.source = ?
            """;
    private static final int AT_ONCE = 10_000;

    /** @throws WrongResult where a record is lost or doubled */
    static Held check(Store store, Rows made) throws SQLException {
        long[][] customers = new long[made.firms().length][];
        try (Connection connection = store.open()) {
            connection.setAutoCommit(false);
            for (int file = 0; file < customers.length; file++) {
                customers[file] = read(connection, file, made.firms()[file].length);
            }
        }
        WrongResult.unlessEqual(
                "source records",
                (long) made.count(),
                store.count("select count(*) from customers.source_record where source between '" + Load.agent(0)
                        + "' and '" + Load.agent(customers.length - 1) + "'"));
        return scored(made, customers);
    }

    private static long[] read(Connection connection, int file, int rows) throws SQLException {
        long[] customers = new long[rows];
        try (PreparedStatement asked = connection.prepareStatement(MEMBERS)) {
            asked.setFetchSize(AT_ONCE);
            asked.setString(1, Load.agent(file));
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    taken(customers, file, found.getInt(1), found.getLong(2));
                }
            }
        }
        return customers;
    }

    static void taken(long[] customers, int file, int line, long customer) {
        int row = line - FIRST_LINE;
        if (row < 0 || row >= customers.length || customers[row] != 0) {
            throw new WrongResult(
                    "第 " + file + " 份第 " + line + " 行多了一条", "line " + line + " of file " + file + " is doubled");
        }
        customers[row] = customer;
    }

    /** @param customers by file and row; 0 where the store has none */
    static Held scored(Rows made, long[][] customers) {
        long[] firms = Arrays.stream(made.firms()).flatMapToLong(LongStream::of).toArray();
        long[] groups = Arrays.stream(customers).flatMapToLong(LongStream::of).toArray();
        long[] both = new long[firms.length];
        for (int at = 0; at < both.length; at++) {
            if (groups[at] == 0) {
                throw new WrongResult("有记录丢了:第 " + at + " 条", "record " + at + " is lost");
            }
            both[at] = firms[at] << 32 | groups[at];
        }
        double right = pairs(both);
        return new Held(
                firms.length,
                Arrays.stream(groups).distinct().count(),
                share(right, pairs(groups)),
                share(right, pairs(firms)));
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
