package org.tongqu.bench.stage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;

/** One bench's ground: a folder of its own, the programs it starts, and where it puts what it finds; closing takes all of it away. */
public final class Stage implements AutoCloseable {
    private static final int LAST_LINES = 30;
    private static final int WIDTH = 300;

    private final Built built;
    private final Options options;
    private final Figures figures;
    private final PrintStream people;
    private final Path folder;
    private final Programs programs = new Programs();
    private final Thread atTheEnd = new Thread(this::clear, "clear the stage");

    private Stage(Built built, Options options, Figures figures, PrintStream people, Path folder) {
        this.built = built;
        this.options = options;
        this.figures = figures;
        this.people = people;
        this.folder = folder;
    }

    /** @param people where words for people go */
    public static Stage open(Built built, String bench, Options options, Figures figures, PrintStream people)
            throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(built.runs()), bench + "-");
        Stage stage = new Stage(built, options, figures, people, folder);
        Runtime.getRuntime().addShutdownHook(stage.atTheEnd);
        return stage;
    }

    public Options options() {
        return options;
    }

    public void figure(Figure figure) {
        figures.add(figure);
    }

    public void say(String zh, String en) {
        people.println(zh + " / " + en);
        people.flush();
    }

    /** A line that is the same in both languages. */
    public void show(String line) {
        people.println(line);
        people.flush();
    }

    public Path folder() {
        return folder;
    }

    /** The demo group without its simulated traffic: nothing happens in it but what a bench does. */
    public Hub hub() throws IOException, InterruptedException {
        return Hub.start(programs, built, folder.resolve("home"), List.of());
    }

    /** As {@link #hub}, on a home that is elsewhere and stays when the stage is cleared. */
    public Hub hubAt(Path home) throws IOException, InterruptedException {
        return Hub.start(programs, built, home, List.of());
    }

    /**
     * As {@link #hubAt}, with so many MB of heap, half of them for what is young: as operations.md tells for many customers.
     *
     * @param heap in MB
     */
    public Hub hubAt(Path home, int heap) throws IOException, InterruptedException {
        return Hub.start(
                programs, built, home, List.of("-Xms" + heap + "m", "-Xmx" + heap + "m", "-Xmn" + heap / 2 + "m"));
    }

    /** The demo group as its visitors know it, just launched on a home of this name; the same name again finds what was left there. */
    public Hub launch(String home) throws IOException {
        String size = options.smoke() ? "small" : "full";
        return Hub.launch(programs, built, folder.resolve(home), Map.of("TONGQU_DEMO_SIZE", size));
    }

    /** What is run. */
    public Built built() {
        return built;
    }

    /** A Java program of the product's; what it says and complains of is added to a log of this name. */
    public Process process(List<String> words, Map<String, String> environment, String log) throws IOException {
        Path said = folder.resolve(log + ".log");
        return launched(words, environment, said, ProcessBuilder.Redirect.appendTo(said.toFile()));
    }

    /** As above, and what it says goes into a file of its own, anew each time. */
    public Process process(List<String> words, Map<String, String> environment, String log, Path said)
            throws IOException {
        return launched(words, environment, folder.resolve(log + ".log"), ProcessBuilder.Redirect.to(said.toFile()));
    }

    private Process launched(
            List<String> words, Map<String, String> environment, Path complaints, ProcessBuilder.Redirect said)
            throws IOException {
        List<String> line = Programs.java();
        line.addAll(words);
        ProcessBuilder program = new ProcessBuilder(line).redirectOutput(said);
        Programs.forgetOurs(program);
        program.environment().putAll(environment);
        return programs.start(program, complaints);
    }

    /** A Java program of this module as a process of its own. */
    public Process program(Class<?> main, List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> line = Programs.java();
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(arguments);
        ProcessBuilder program = new ProcessBuilder(line);
        Programs.forgetOurs(program);
        program.environment().putAll(environment);
        return programs.start(program, folder.resolve(main.getSimpleName() + ".log"));
    }

    /** What the programs complained of, for somebody who must find out why a bench broke off. */
    public void tellComplaints() throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                List<String> lines = Files.readAllLines(log);
                people.println("-- " + log.getFileName());
                lines.stream()
                        .skip(Math.max(0, lines.size() - LAST_LINES))
                        .map(line -> line.substring(0, Math.min(line.length(), WIDTH)))
                        .forEach(people::println);
            }
        }
    }

    private void clear() {
        programs.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Stage::delete);
        } catch (IOException e) {
            people.println(folder + ": " + e.getMessage());
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // the next file may still go, and target/ is cleaned by Maven
            path.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            return; // the hook is at it
        }
        clear();
    }
}
