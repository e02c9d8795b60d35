package org.tongqu.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.journeys.Examples.Example;

/**
 * What runs a program of the docs on this machine.
 *
 * @param file name the program is written under
 * @param words of the command before the file
 */
record Interpreter(String file, List<String> words) {
    static Interpreter of(Example example) {
        return switch (example.language()) {
            case "sh" -> new Interpreter("example.sh", List.of("sh", "-e"));
            case "java" ->
                new Interpreter(
                        "Order.java",
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()));
            case "js" ->
                new Interpreter(
                        example.program().contains("require(") ? "example.cjs" : "example.mjs",
                        List.of(first("node", "/usr/bin/node")));
            case "python" -> new Interpreter("example.py", List.of(first("python3", "/usr/bin/python3")));
            default -> throw new IllegalArgumentException("nobody runs " + example.language());
        };
    }

    /** The system's own, where its packages are, before whatever stands first on the path. */
    private static String first(String otherwise, String wished) {
        return Files.isExecutable(Path.of(wished)) ? wished : otherwise;
    }

    List<String> command() {
        List<String> command = new ArrayList<>(words);
        command.add(file);
        return command;
    }
}
