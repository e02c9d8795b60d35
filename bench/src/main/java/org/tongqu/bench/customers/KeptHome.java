package org.tongqu.bench.customers;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hub's home that outlives its bench, and the note beside it of what is in it. Where the note fits, the home is used as it is or filled on.
 *
 * @param folder of the home, the note and the files it was filled from
 */
record KeptHome(Path folder, long seed, int rows) {
    /** Of what makes the records: another one means other records under the same numbers. */
    private static final String VERSION = "1";

    private static final String FILES = "files";
    private static final String RUNS = "runs";
    private static final String SINGLES = "singles";

    /** That of this seed and size, emptied where its note does not fit. */
    static KeptHome of(Path folder, long seed, int rows) throws IOException {
        KeptHome kept = new KeptHome(Files.createDirectories(folder), seed, rows);
        if (!kept.fits()) {
            kept.empty();
            kept.write(FILES, 0);
        }
        return kept;
    }

    private boolean fits() throws IOException {
        Properties note = note();
        return note.getProperty("version", "").equals(VERSION) && number("seed") == seed && number("rows") == rows;
    }

    Path home() {
        return folder.resolve("home");
    }

    private Path noteFile() {
        return folder.resolve("note.properties");
    }

    /** Files that are in it whole; the next one may be in it in part. */
    int filesLoaded() throws IOException {
        return number(FILES);
    }

    void loaded(int files) throws IOException {
        write(FILES, files);
    }

    /** How many records stand in each file of firms told of once, those not loaded among them. */
    List<Integer> singles() throws IOException {
        return Stream.of(note().getProperty(SINGLES, "").split(","))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    void singles(List<Integer> sizes) throws IOException {
        write(SINGLES, sizes.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Somebody has laid a file of this name beside the home: what is loaded shall do for now. */
    boolean isEnough() {
        return Files.exists(folder.resolve("enough"));
    }

    /** Another number at each run, so that no run repeats the words of one before. */
    int nextRun() throws IOException {
        write(RUNS, number(RUNS) + 1);
        return number(RUNS);
    }

    /** The key of an agent's program, told once when the agent was entered. */
    void key(int file, String key) throws IOException {
        Files.writeString(folder.resolve("key-" + file), key);
    }

    /** The key of the last agent whose key is known, by its code. */
    Map<String, String> key(int files) throws IOException {
        for (int file = files - 1; file >= 0; file--) {
            if (Files.exists(folder.resolve("key-" + file))) {
                return Map.of(
                        Load.agent(file),
                        Files.readString(folder.resolve("key-" + file)).strip());
            }
        }
        return Map.of();
    }

    private int number(String name) throws IOException {
        return Integer.parseInt(note().getProperty(name, "0"));
    }

    private Properties note() throws IOException {
        Properties note = new Properties();
        if (Files.exists(noteFile())) {
            try (Reader reader = Files.newBufferedReader(noteFile())) {
                note.load(reader);
            }
        }
        return note;
    }

    private void write(String name, int number) throws IOException {
        write(name, Integer.toString(number));
    }

    private void write(String name, String value) throws IOException {
        Properties note = note();
        note.setProperty("version", VERSION);
        note.setProperty("seed", Long.toString(seed));
        note.setProperty("rows", Integer.toString(rows));
        note.setProperty(name, value);
        try (Writer writer = Files.newBufferedWriter(noteFile())) {
            note.store(writer, "what is in this home");
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> within = all.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : within) {
                Files.delete(path);
            }
        }
    }
}
