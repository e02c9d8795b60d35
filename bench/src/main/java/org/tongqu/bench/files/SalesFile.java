package org.tongqu.bench.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * A sales file of sixteen columns and what must come of it: one row in 50 repeats an earlier one, one in 200 must go back, and the same
 * customer, in 25 rows on average, is written in three ways; a contract covers three lines.
 *
 * @param customers new ones, each with a code that checks
 */
record SalesFile(Path path, int rows, Counts expected, int customers) {
    private static final String HEADING = "报表编号,行号,销售日期,客户名称,统一社会信用代码,联系人,电话,省份,城市,产品编码,产品名称,数量,含税单价,金额,合同号,备注";
    private static final int ROWS_A_CUSTOMER = 25;
    private static final int REPEAT_ONE_IN = 50;
    private static final int SPOIL_ONE_IN = 200;
    private static final int LINES_A_CONTRACT = 3;
    private static final int REMEMBERED = 500;
    private static final int PRODUCTS = 200;
    private static final List<String> BAD_DAYS = List.of("2026-02-30", "去年", "");

    /** @param report its number; another number means other lines and other customers */
    static SalesFile write(Path path, int rows, int report) throws IOException {
        Writer writer = new Writer(rows, report);
        try (BufferedWriter out = Files.newBufferedWriter(path, UTF_8)) {
            out.write(HEADING + "\n");
            for (int row = 1; row <= rows; row++) {
                out.write(writer.row(row) + "\n");
            }
        }
        return new SalesFile(path, rows, writer.counts(rows), writer.customers.cardinality());
    }

    private static final class Writer {
        private final Random random;
        private final int report;
        private final int people;
        private final BitSet customers = new BitSet();
        private final String[] remembered = new String[REMEMBERED];
        private int good;
        private int repeated;
        private int spoilt;

        Writer(int rows, int report) {
            this.random = new Random(report);
            this.report = report;
            this.people = Math.max(1, rows / ROWS_A_CUSTOMER);
        }

        String row(int n) {
            if (good > 0 && random.nextInt(REPEAT_ONE_IN) == 0) {
                repeated++;
                return remembered[random.nextInt(Math.min(good, REMEMBERED))];
            }
            if (random.nextInt(SPOIL_ONE_IN) == 0) {
                return line(n, BAD_DAYS.get(spoilt++ % BAD_DAYS.size()), random.nextInt(people));
            }
            int customer = random.nextInt(people);
            customers.set(customer);
            String line = line(n, day(), customer);
            remembered[good++ % REMEMBERED] = line;
            return line;
        }

        private String day() {
            return "202%d-%02d-%02d".formatted(4 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }

        private String line(int n, String day, int number) {
            Customer customer = new Customer(report, number);
            int qty = 1 + random.nextInt(20);
            long cents = 100_000L + random.nextInt(50_000_000);
            int product = 1 + random.nextInt(PRODUCTS);
            return String.join(
                    ",",
                    "R" + report,
                    Integer.toString(n),
                    day,
                    customer.name(random.nextInt(20)),
                    customer.uscc(),
                    customer.contact(),
                    customer.phone(),
                    "辽宁省",
                    customer.city(),
                    "P%04d".formatted(product),
                    "产品" + product,
                    Integer.toString(qty),
                    money(cents),
                    money(cents * qty),
                    "HT-" + report + "-" + n / LINES_A_CONTRACT,
                    n % 10 == 0 ? "\"加急,\"\"含运费\"\"\"" : "");
        }

        private static String money(long cents) {
            return "%d.%02d".formatted(cents / 100, cents % 100);
        }

        Counts counts(int rows) {
            return new Counts(rows, good, spoilt, repeated);
        }
    }
}
