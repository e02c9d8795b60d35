package org.tongqu.bench.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** All figures of a run, printed together after the last word for people. */
public final class Figures {
    private final List<Figure> all = new ArrayList<>();

    public synchronized void add(Figure figure) {
        all.add(figure);
    }

    public synchronized List<Figure> all() {
        return List.copyOf(all);
    }

    public void print(PrintStream out) {
        all().forEach(figure -> out.println(figure.line()));
    }
}
