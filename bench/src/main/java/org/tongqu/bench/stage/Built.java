package org.tongqu.bench.stage;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the launcher put what it built.
 *
 * @param hub the hub's runnable jar
 * @param runs folder for homes and logs of runs; it should lie on a real disk
 */
public record Built(Path hub, Path runs) {

    /** @throws IllegalStateException where this was not started by the launcher */
    public static Built asTheLauncherSays() {
        return new Built(told("tongqu.bench.hub"), told("tongqu.bench.runs"));
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
