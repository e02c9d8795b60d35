package org.tongqu.bench.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;

/** The demo group started on an empty home and, when it is full and was stopped, started again on the same. */
public final class StartBench implements Bench<Stage> {
    private static final Aim FIRST_PAGE = Aim.atMost(12);
    private static final Aim FULL = Aim.atMost(60);
    private static final String FIRST_PAGE_WARM = "start.warm.first_page";

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String zh() {
        return "启动到第一个页面的时间,以及演示集团多久齐全";
    }

    @Override
    public String en() {
        return "start of the process to the first page, and until the demo group is full";
    }

    @Override
    public void run(Stage stage) throws Exception {
        for (int round = 1; round <= stage.options().rounds(); round++) {
            String home = "home-" + round;
            cold(stage, home);
            warm(stage, home);
            stage.say("第 " + round + " 轮:" + last(), "round " + round + ": " + last());
        }
        seconds.forEach((name, all) -> stage.figure(figure(name, Spread.of(all))));
        stage.figure(Figure.of("start.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }

    private void cold(Stage stage, String home) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Hub hub = stage.launch(home);
        hub.awaitPage();
        keep("start.cold.first_page", began);
        hub.awaitReady();
        keep("start.cold.ready", began);
        hub.awaitFull();
        keep("start.cold.full", began);
        hub.stop();
    }

    private void warm(Stage stage, String home) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Hub hub = stage.launch(home);
        hub.awaitPage();
        keep(FIRST_PAGE_WARM, began);
        double cpu = Cpu.of(hub.pid(), hub.store().postmaster()).micros() / 1e6;
        seconds.computeIfAbsent("start.warm.cpu", none -> new ArrayList<>()).add(cpu);
        hub.awaitReady();
        keep("start.warm.ready", began);
        hub.stop();
    }

    private void keep(String name, long began) {
        seconds.computeIfAbsent(name, none -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
    }

    private String last() {
        List<String> told = new ArrayList<>();
        seconds.forEach((name, all) -> told.add("%s %.1f s".formatted(name.substring(6), all.getLast())));
        return String.join(", ", told);
    }

    private static Figure figure(String name, Spread spread) {
        return switch (name) {
            case FIRST_PAGE_WARM -> Figure.of(name, spread, "s", FIRST_PAGE);
            case "start.cold.full" -> Figure.of(name, spread, "s", FULL);
            default -> Figure.of(name, spread, "s");
        };
    }
}
