package org.tongqu.bench.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All records as agents' sales files, a sale a row. What two agents say of one firm are two records, what one agent says is never said twice.
 *
 * @param firms by file and row, whom the row is about
 * @param families how many there are
 */
record Rows(long[][] firms, long families) {
    static final String HEADING = "报表编号,行号,销售日期,客户名称,统一社会信用代码,联系人,电话,省份,城市,产品编码,产品名称,数量,含税单价,金额,合同号";
    static final int A_FILE = 50_000;
    /** As many agents know a firm at most. */
    private static final int LEAST_FILES = 12;

    static int files(int rows) {
        return Math.max(LEAST_FILES, (rows + A_FILE - 1) / A_FILE);
    }

    /** These and files of firms that are told of once each. */
    Rows with(Singles singles) {
        long[][] all = Arrays.copyOf(firms, firms.length + singles.files());
        for (int file = firms.length; file < all.length; file++) {
            all[file] = singles.firms(file - firms.length);
        }
        return new Rows(all, families + singles.count());
    }

    /** Those of the first files alone. */
    Rows first(int files) {
        return new Rows(Arrays.copyOf(firms, files), families);
    }

    int count() {
        return Arrays.stream(firms).mapToInt(file -> file.length).sum();
    }

    /** What stands in a file's row. */
    interface Taker {
        void take(int file, int row, Said said) throws IOException;
    }

    static Rows written(long seed, int rows, Path folder) throws IOException {
        List<BufferedWriter> files = new ArrayList<>();
        try {
            for (int file = 0; file < files(rows); file++) {
                files.add(Files.newBufferedWriter(file(folder, file), UTF_8));
                files.getLast().write(HEADING + "\n");
            }
            return made(seed, rows, (file, row, said) -> files.get(file).write(line(seed, file, row, said)));
        } finally {
            for (BufferedWriter file : files) {
                file.close();
            }
        }
    }

    static Path file(Path folder, int file) {
        return folder.resolve("customers-%03d.csv".formatted(file));
    }

    static Rows made(long seed, int rows, Taker taker) throws IOException {
        Maker maker = new Maker(files(rows), taker);
        long family = 0;
        while (maker.all < rows) {
            for (Firm firm : Firm.family(seed, family++)) {
                maker.tell(firm, rows);
            }
        }
        return new Rows(maker.firms(), family);
    }

    private static final class Maker {
        private final Taker taker;
        private final long[][] firms;
        private final int[] count;
        private final List<Set<Long>> told = new ArrayList<>();
        private int all;

        Maker(int files, Taker taker) {
            this.taker = taker;
            firms = new long[files][1024];
            count = new int[files];
            for (int file = 0; file < files; file++) {
                told.add(new HashSet<>());
            }
        }

        void tell(Firm firm, int rows) throws IOException {
            int first = (int) (firm.number() % count.length);
            for (int copy = 0; copy < firm.records() && all < rows; copy++) {
                int file = (first + copy) % count.length;
                add(file, said(firm, copy, file));
                all++;
            }
        }

        /** Where it would be the same words as another's, all that tells the firm from others is said. */
        private Said said(Firm firm, int copy, int file) {
            Said said = Said.of(firm, copy, file);
            if (told.get(file).add(said.digest())) {
                return said;
            }
            Said whole = Said.whole(firm);
            told.get(file).add(whole.digest());
            return whole;
        }

        private void add(int file, Said said) throws IOException {
            if (count[file] == firms[file].length) {
                firms[file] = Arrays.copyOf(firms[file], 2 * count[file]);
            }
            firms[file][count[file]++] = said.firm();
            taker.take(file, count[file], said);
        }

        long[][] firms() {
            for (int file = 0; file < count.length; file++) {
                firms[file] = Arrays.copyOf(firms[file], count[file]);
            }
            return firms;
        }
    }

    static String line(long seed, int file, int row, Said said) {
        Draw draw = new Draw(seed, file, row);
        int qty = 1 + draw.below(20);
        int price = 1_000 + draw.below(500_000);
        return String.join(
                        ",",
                        "R%03d".formatted(file),
                        Integer.toString(row),
                        "202%d-%02d-%02d".formatted(4 + draw.below(2), 1 + draw.below(12), 1 + draw.below(28)),
                        said.name(),
                        said.uscc(),
                        said.contact(),
                        said.phone(),
                        said.province(),
                        said.city(),
                        draw.of(Words.PRODUCTS),
                        "产品" + draw.below(200),
                        Integer.toString(qty),
                        price + ".00",
                        (long) price * qty + ".00",
                        contract(file, row))
                + "\n";
    }

    static String contract(int file, int row) {
        return "HT-%03d-%06d".formatted(file, row);
    }
}
