package org.tongqu.bench.matching;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tongqu.bench.measure.WrongResult;

/** The file a contender writes: each record once, with the group it is of. */
final class Groups {
    private Groups() {}

    /** @throws WrongResult where a record was lost, doubled or made up */
    static Map<String, String> read(Path file, TestSet set) throws IOException {
        Map<String, String> groups = new TreeMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            rows.stream().skip(1).forEach(row -> {
                String twice = groups.put(row.getField(0), row.getField(1));
                if (twice != null) {
                    throw new WrongResult(
                            "记录 " + row.getField(0) + " 出现两次", "record " + row.getField(0) + " stands twice");
                }
            });
        }
        WrongResult.unlessEqual("结果中的记录 / records of the result", set.truth().size(), groups.size());
        if (!groups.keySet().containsAll(set.truth().keySet())) {
            throw new WrongResult("结果中有不认识的记录", "the result names records that were not given");
        }
        return groups;
    }
}
