package org.tongqu.demo.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** 投递文件夹 of one agent: a file appears in it whole or not at all, and once. */
record DropFolder(Path folder) {

    /** Leaves the file for the hub unless it lies there, is done, or has its receipt. */
    void leave(AgentFile file) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        if (known(file.name())) {
            return;
        }
        Path part = in.resolve(file.name() + ".part");
        Files.write(part, file.bytes());
        Files.move(part, in.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the hub has told what became of it. */
    boolean answered(AgentFile file) {
        return Files.exists(folder.resolve("out/" + file.name() + ".receipt.json"));
    }

    private boolean known(String name) {
        return Stream.of("in/" + name, "done/" + name, "out/" + name + ".receipt.json")
                .map(folder::resolve)
                .anyMatch(Files::exists);
    }
}
