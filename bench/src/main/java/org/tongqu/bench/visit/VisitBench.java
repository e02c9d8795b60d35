package org.tongqu.bench.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.stage.Bare;
import org.tongqu.bench.stage.FactoryStub;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;

/** Visits at 20 and at 100 a second, the hub and the bare chain in turn; each visit must reach the factory exactly once. */
public final class VisitBench implements Bench<Stage> {
    private static final List<Integer> RATES = List.of(20, 100);
    private static final int WARM_UP_RATE = 50;
    private static final int WARM_UP_SECONDS = 20;
    private static final double P99_AIM = 1.5;
    private static final double P50_AIM = 1.3;

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    @Override
    public String name() {
        return "visit";
    }

    @Override
    public String zh() {
        return "拜访到询厂的时间,对比同样几跳的空链";
    }

    @Override
    public String en() {
        return "visit POST to factory call, beside a bare chain of the same hops";
    }

    @Override
    public void run(Stage stage) throws Exception {
        Hub hub = stage.hub();
        try (FactoryStub factory = FactoryStub.open()) {
            hub.administer(
                    "PUT",
                    "/api/v1/partners/factory-crane/endpoint",
                    "{\"base\":\"" + factory.url() + "\",\"bearer\":\"bench\",\"timeoutSeconds\":20}");
            Bare bare = Bare.start(stage, hub.store(), factory.url().resolve("/demands"));
            List<Chain> chains = List.of(
                    new Chain("hub", "通衢", "the hub", hub.port(), "/api/v1/visits", Hub.basic("rep-ne-1", "demo"), "H"),
                    new Chain("bare", "空链", "the bare chain", bare.port(), "/visits", "", "B"));
            warmUp(stage, factory, chains);
            for (int round = 1; round <= stage.options().rounds(); round++) {
                for (int rate : RATES) {
                    for (Chain chain : chains) {
                        measure(stage, factory, chain, rate, round);
                    }
                }
            }
        }
        RATES.forEach(rate -> tell(stage, rate));
        stage.figure(Figure.of("visit.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }

    private static void warmUp(Stage stage, FactoryStub factory, List<Chain> chains) throws Exception {
        int seconds = Math.min(WARM_UP_SECONDS, stage.options().seconds());
        for (Chain chain : chains) {
            Sample sample = new OpenLoop(chain, factory, "0").run(WARM_UP_RATE, WARM_UP_RATE * seconds);
            stage.say("预热:" + chain.zh(), "warm-up: " + chain.en() + ", " + told(sample));
        }
    }

    private void measure(Stage stage, FactoryStub factory, Chain chain, int rate, int round) throws Exception {
        OpenLoop loop = new OpenLoop(chain, factory, rate + "-" + round);
        Sample sample = loop.run(rate, rate * stage.options().seconds());
        samples.computeIfAbsent(key(chain.name(), rate), none -> new ArrayList<>())
                .add(sample);
        stage.say(
                "第 " + round + " 轮:" + chain.zh() + ",每秒 " + rate + " 次",
                "round " + round + ": " + chain.en() + " at " + rate + "/s, " + told(sample));
    }

    private static String told(Sample sample) {
        return "%d visits, p50 %.1f ms, p99 %.1f ms"
                .formatted(sample.size(), sample.percentile(50), sample.percentile(99));
    }

    private static String key(String chain, int rate) {
        return chain + "." + rate;
    }

    private void tell(Stage stage, int rate) {
        for (String chain : List.of("hub", "bare")) {
            stage.figure(Figure.of(
                    "visit." + chain + ".p50_at_" + rate, Spread.of(values(chain, rate, VisitBench::p50)), "ms"));
            stage.figure(Figure.of(
                    "visit." + chain + ".p99_at_" + rate, Spread.of(values(chain, rate, VisitBench::p99)), "ms"));
        }
        stage.figure(
                Figure.ratio("visit.hub_to_bare.p50_at_" + rate, ratio(rate, VisitBench::p50), Aim.atMost(P50_AIM)));
        stage.figure(
                Figure.ratio("visit.hub_to_bare.p99_at_" + rate, ratio(rate, VisitBench::p99), Aim.atMost(P99_AIM)));
    }

    private Spread ratio(int rate, ToDoubleFunction<Sample> value) {
        return Spread.ratio(values("hub", rate, value), values("bare", rate, value));
    }

    private List<Double> values(String chain, int rate, ToDoubleFunction<Sample> value) {
        return Objects.requireNonNull(samples.get(key(chain, rate))).stream()
                .map(sample -> value.applyAsDouble(sample))
                .toList();
    }

    private static double p50(Sample sample) {
        return sample.percentile(50);
    }

    private static double p99(Sample sample) {
        return sample.percentile(99);
    }
}
