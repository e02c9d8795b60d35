package org.tongqu.bench.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.FactoryStub;
import org.tongqu.bench.stage.Line;

/**
 * Sends on the beat, whatever became of those before, and counts each time from the moment a message was due: a queue shows as waiting and not
 * as fewer messages.
 */
final class OpenLoop {
    private static final long ARRIVES_WITHIN_SECONDS = 60;

    private final Chain chain;
    private final FactoryStub factory;
    private final String series;
    private final Queue<Line> idle = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** @param series unlike any other of the run */
    OpenLoop(Chain chain, FactoryStub factory, String series) {
        this.chain = chain;
        this.factory = factory;
        this.series = series;
    }

    private record Due(String mark, long nanos) {}

    /** Times from due to the factory's door, in milliseconds. */
    Sample run(int perSecond, int count) throws InterruptedException, IOException {
        List<Due> all = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                Due due = new Due(
                        "BENCH-" + chain.said() + "-" + series + "-" + n,
                        start + n * TimeUnit.SECONDS.toNanos(1) / perSecond);
                all.add(due);
                LockSupport.parkNanos(due.nanos - System.nanoTime());
                senders.execute(() -> send(due.mark));
            }
        }
        hangUp();
        if (!refused.isEmpty()) {
            throw new WrongResult(
                    chain.name() + " 没有收下:" + refused.peek(), chain.name() + " did not take: " + refused.peek());
        }
        return times(all);
    }

    private void send(String mark) {
        Line free = idle.poll();
        Line line = free == null ? chain.line() : free;
        try {
            Line.Answer answer = line.post(Visit.json(mark).getBytes(UTF_8));
            if (answer.status() != 202 || answer.body().contains("REFUSED")) {
                refused.add(answer.toString());
            }
            idle.add(line);
        } catch (IOException e) {
            refused.add(mark + ": " + e);
        }
    }

    private void hangUp() throws IOException {
        for (Line line = idle.poll(); line != null; line = idle.poll()) {
            line.close();
        }
    }

    private Sample times(List<Due> all) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARRIVES_WITHIN_SECONDS);
        for (Due due : all) {
            while (factory.arrivals(due.mark).isEmpty() && System.nanoTime() < patience) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            List<Long> arrivals = factory.arrivals(due.mark);
            WrongResult.unlessEqual(chain.name() + ", calls of the factory for " + due.mark, 1, arrivals.size());
            millis.add((arrivals.getFirst() - due.nanos) / 1e6);
        }
        return new Sample(millis);
    }
}
