package org.tongqu.bench.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** How long a demand takes to a factory in good health while its neighbour is in good health too, hangs, or is dead. */
public final class NeighboursBench implements Bench<Stage> {
    private static final String WELL = "NORMAL";
    private static final List<String> MOODS = List.of(WELL, "HANGING", "DEAD");
    private static final int VISITS_A_SECOND = 15;
    private static final int WARM_UP_SECONDS = 20;
    private static final double AIM = 1.1;

    private final Map<String, List<Double>> p95 = new LinkedHashMap<>();
    private final Writer writer = new Writer(1, "neighbours", 1);

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public String zh() {
        return "一家工厂挂起或断线时,别家收到询厂的时间";
    }

    @Override
    public String en() {
        return "time to one factory while another hangs or is dead";
    }

    @Override
    public void run(Stage stage) throws Exception {
        try (World world = World.open(stage, "home", Needs.of(List.of()));
                Post rep = Posts.of(Mail.Way.VISIT, world)) {
            visits(rep, WARM_UP_SECONDS);
            world.awaitQuiet();
            for (int round = 0; round < stage.options().rounds(); round++) {
                List<String> order = new ArrayList<>(MOODS);
                Collections.rotate(order, round);
                for (String mood : order) {
                    measure(stage, world, rep, mood);
                }
            }
        }
        List<Double> alone = Objects.requireNonNull(p95.get(WELL));
        p95.forEach((mood, millis) -> {
            String name = "neighbours.p95_beside_" + mood.toLowerCase(Locale.ROOT);
            stage.figure(Figure.of(name, Spread.of(millis), "ms"));
            if (!mood.equals(WELL)) {
                stage.figure(Figure.ratio(name + "_ratio", Spread.ratio(millis, alone), Aim.atMost(AIM)));
            }
        });
    }

    private void measure(Stage stage, World world, Post rep, String mood) throws Exception {
        world.behave(World.ASKED.getFirst(), mood);
        long before = lastParcel(world);
        visits(rep, stage.options().seconds());
        double millis = p95Since(world, before);
        world.behave(World.ASKED.getFirst(), WELL);
        world.awaitQuiet();
        p95.computeIfAbsent(mood, each -> new ArrayList<>()).add(millis);
        stage.say(mood, String.format(Locale.ROOT, "%s: p95 %.0f ms", World.ASKED.getLast(), millis));
    }

    /** On the beat, from one sender: the hub answers before it carries anything. */
    private void visits(Post rep, int seconds) throws Exception {
        long start = System.nanoTime();
        for (int n = 0; n < seconds * VISITS_A_SECOND; n++) {
            LockSupport.parkNanos(start + n * TimeUnit.SECONDS.toNanos(1) / VISITS_A_SECOND - System.nanoTime());
            if (!rep.isTaken(writer.next(Mail.Way.VISIT).getFirst())) {
                throw new WrongResult("拜访没有收下", "a visit was not taken");
            }
        }
    }

    private static long lastParcel(World world) throws Exception {
        return world.store().count("select coalesce(max(seq), 0) from platform.outbox");
    }

    /** From the need's own commit to the factory's word, of the factory that was well all the time. */
    private static double p95Since(World world, long seq) throws Exception {
        String demands = "from platform.outbox where partner = '" + World.ASKED.getLast() + "' and seq > " + seq;
        Store store = world.store();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (store.count("select count(*) " + demands + " and sent_at is null") > 0) {
            if (System.nanoTime() > end) {
                throw new WrongResult("健康的工厂一分钟内没有收齐", "the factory in good health did not get all within a minute");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return store.count(
                "select (1000 * extract(epoch from percentile_disc(0.95) within group (order by sent_at - created_at)))::bigint "
                        + demands);
    }
}
