package org.tongqu.bench.stage;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the launcher put what it built.
 *
 * @param hub the hub's runnable jar, its libraries beside it
 * @param demo the program that plays the demo group
 * @param branch the branch node's, its libraries beside it
 * @param runs folder for homes and logs of runs; it should lie on a real disk
 * @param results folder for what adds up over runs
 */
public record Built(Path hub, Path demo, Path branch, Path runs, Path results) {

    /** @throws IllegalStateException where this was not started by the launcher */
    public static Built asTheLauncherSays() {
        Path hub = told("tongqu.bench.hub");
        return new Built(
                hub,
                hub.resolveSibling("demo.jar"),
                hub.resolveSibling("branch/branch.jar"),
                told("tongqu.bench.runs"),
                told("tongqu.bench.results"));
    }

    private static Path told(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start benches by ./tongqu bench");
        }
        return Path.of(value);
    }

    boolean isThere() {
        return Files.isRegularFile(hub);
    }
}
