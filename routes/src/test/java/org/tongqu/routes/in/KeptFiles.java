package org.tongqu.routes.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongqu.connectors.canon.FileIntake;

/** A journal in memory: the same taken name is the same message, as the door promises. */
final class KeptFiles implements FileIntake {
    record Kept(String messageId, String partner, String name, String content) {}

    private final Map<String, Kept> byTakenName = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> failing = Collections.synchronizedSet(new TreeSet<>());
    private volatile Runnable during = () -> {};
    private volatile Runnable afterCommit = () -> {};

    @Override
    public String keep(String partner, String name, String taken, Path file) {
        if (failing.contains(name)) {
            throw new IllegalStateException("the store is away");
        }
        String content = read(file);
        Kept kept = commit(partner + "|" + taken, partner, name, content);
        afterCommit.run();
        return kept.messageId();
    }

    private Kept commit(String key, String partner, String name, String content) {
        synchronized (byTakenName) {
            return byTakenName.computeIfAbsent(
                    key, first -> new Kept("m-" + (byTakenName.size() + 1), partner, name, content));
        }
    }

    private String read(Path file) {
        try {
            String content = Files.readString(file);
            during.run();
            return content;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void fail(String name) {
        failing.add(name);
    }

    void mend(String name) {
        failing.remove(name);
    }

    void during(Runnable happens) {
        during = happens;
    }

    void afterCommit(Runnable happens) {
        afterCommit = happens;
    }

    List<Kept> all() {
        synchronized (byTakenName) {
            return List.copyOf(byTakenName.values());
        }
    }

    List<String> names() {
        return all().stream().map(Kept::name).toList();
    }
}
