package org.tongqu.bench.inlets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Line;

/** Eight callers, each sending its next order when the last is answered. */
final class ClosedLoop {
    private static final int CALLERS = 8;

    private final Inlet inlet;
    private final String series;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> trouble = new ConcurrentLinkedQueue<>();

    /** @param series unlike any other of the run */
    ClosedLoop(Inlet inlet, String series) {
        this.inlet = inlet;
        this.series = series;
    }

    /** Orders acknowledged within the time. */
    int run(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(Thread.ofPlatform().start(() -> call(end)));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        if (!trouble.isEmpty()) {
            throw new WrongResult(
                    inlet.name() + " 没有收下:" + trouble.peek(), inlet.name() + " did not take: " + trouble.peek());
        }
        return taken.get();
    }

    private void call(long end) {
        try (Line line = inlet.line()) {
            while (System.nanoTime() < end) {
                Line.Answer answer = line.post(inlet.order("BENCH-" + series + "-" + number.incrementAndGet()));
                if (inlet.isTaken(answer)) {
                    taken.incrementAndGet();
                } else {
                    trouble.add(answer.toString());
                }
            }
        } catch (IOException e) {
            trouble.add(e.toString());
        }
    }
}
