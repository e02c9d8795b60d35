package org.tongqu.bench.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.measure.WrongResult;

/**
 * Records of customers and which firm each is of.
 *
 * @param records CSV in UTF-8 with headings, {@code record_id} the first
 * @param truth firm of each record
 * @param isOwn whether it is the whole set that the figures of all days are taken on
 */
record TestSet(Path records, Map<String, String> truth, boolean isOwn) {
    private static final int ZIPPED = 0x1f8b;

    /** The own set or the two files asked for, of which as many firms, whole, as have at most so many records, are written to the folder. */
    static TestSet laidOut(Options options, Path folder) throws IOException {
        Map<String, String> all = truth(options.truth());
        Map<String, String> truth = cut(all, options.rows());
        Path records = folder.resolve("records.csv");
        int written = write(options.records(), truth, records);
        WrongResult.unlessEqual("有真值的记录 / records with a truth", truth.size(), written);
        return new TestSet(records, truth, options.records().isEmpty() && truth.size() == all.size());
    }

    private static Map<String, String> truth(Optional<Path> file) throws IOException {
        Map<String, String> truth = new LinkedHashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(open(file, "truth.csv.gz"))) {
            rows.stream().skip(1).forEach(row -> truth.put(row.getField(0), row.getField(1)));
        }
        return truth;
    }

    /** Firm by firm in the order of their names, so that the same few are always the same. */
    private static Map<String, String> cut(Map<String, String> truth, int atMost) {
        Map<String, Integer> sizes = new TreeMap<>();
        truth.values().forEach(firm -> sizes.merge(firm, 1, Integer::sum));
        int room = atMost;
        for (Map.Entry<String, Integer> firm : sizes.entrySet()) {
            room -= firm.getValue();
            firm.setValue(room);
        }
        Map<String, String> some = new LinkedHashMap<>(truth);
        some.values().removeIf(firm -> sizes.getOrDefault(firm, 0) < 0);
        return some;
    }

    private static int write(Optional<Path> file, Map<String, String> truth, Path to) throws IOException {
        int written = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(open(file, "records.csv.gz"));
                CsvWriter out = CsvWriter.builder().build(to)) {
            boolean heading = true;
            for (CsvRecord row : rows) {
                List<String> cells = row.getFields();
                if (heading || truth.containsKey(cells.getFirst())) {
                    out.writeRecord(cells);
                    written += heading ? 0 : 1;
                }
                heading = false;
            }
        }
        return written;
    }

    private static Reader open(Optional<Path> file, String own) throws IOException {
        InputStream bytes = new BufferedInputStream(
                file.isPresent()
                        ? Files.newInputStream(file.get())
                        : Objects.requireNonNull(TestSet.class.getResourceAsStream("/matching/" + own), own));
        bytes.mark(2);
        boolean zipped = (bytes.read() << 8 | bytes.read()) == ZIPPED;
        bytes.reset();
        return new InputStreamReader(zipped ? new GZIPInputStream(bytes) : bytes, UTF_8);
    }
}
