package org.tongqu.bench.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Firms of which one agent tells once: so a million customers need no three million records.
 *
 * @param first family; these follow those of {@link Rows}
 * @param sizes of the files, in records
 */
record Singles(long seed, long first, List<Integer> sizes) {
    Singles {
        sizes = List.copyOf(sizes);
    }

    /** With one more file of so many records. */
    Singles and(int more) {
        return new Singles(
                seed, first, Stream.concat(sizes.stream(), Stream.of(more)).toList());
    }

    int files() {
        return sizes.size();
    }

    long count() {
        return before(files());
    }

    private long before(int file) {
        return sizes.subList(0, file).stream().mapToLong(Integer::longValue).sum();
    }

    long[] firms(int file) {
        long begins = first + before(file);
        return LongStream.range(begins, begins + sizes.get(file))
                .map(family -> family * Firm.MOST)
                .toArray();
    }

    /** @param agent whose file it is: files of singles are numbered on from those of {@link Rows} */
    void write(Path to, int file, int agent) throws IOException {
        long[] firms = firms(file);
        Set<Long> told = new HashSet<>();
        try (BufferedWriter lines = Files.newBufferedWriter(to, UTF_8)) {
            lines.write(Rows.HEADING + "\n");
            for (int row = 0; row < firms.length; row++) {
                Firm head = Firm.family(seed, firms[row] / Firm.MOST).getFirst();
                Said said = Said.of(head, 0, agent);
                lines.write(Rows.line(seed, agent, row + 1, told.add(said.digest()) ? said : Said.whole(head)));
            }
        }
    }
}
