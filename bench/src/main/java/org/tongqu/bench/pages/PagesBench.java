package org.tongqu.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.stage.Bare;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;

/** Every page of four people's menus, and the first thing of each list, in turn and beside a static page, while the demo group lives. */
public final class PagesBench implements Bench<Stage> {
    private static final Aim P95 = Aim.atMost(150);
    private static final Map<String, String> PEOPLE = people();
    private static final int LOADS_A_SECOND = 2;
    private static final String STATIC = "pages.static";

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** One page as one person loads it. */
    private record Page(String name, Visitor visitor, String path) {}

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("desk", "desk");
        people.put("rep", "rep-ne-1");
        people.put("factory", "factory-crane");
        people.put("agent", "agent-a001");
        return people;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String zh() {
        return "控制台每一页的时间,对比一个静态页";
    }

    @Override
    public String en() {
        return "every page of the console, beside a static one";
    }

    @Override
    public void run(Stage stage) throws Exception {
        Hub hub = stage.launch("home");
        hub.awaitReady();
        hub.awaitFull();
        Bare bare = Bare.start(stage, hub.store(), URI.create("http://127.0.0.1:9/unused"));
        List<Page> pages = new ArrayList<>();
        pages.add(new Page(STATIC, Visitor.stranger(bare.port()), "/page"));
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            pages.addAll(pagesOf(person.getKey(), Visitor.signedIn(hub.port(), person.getValue())));
        }
        stage.say("共 " + pages.size() + " 页", pages.size() + " pages");
        int loads = LOADS_A_SECOND * stage.options().seconds();
        for (int round = 0; round <= stage.options().rounds(); round++) {
            round(stage, pages, loads, round);
        }
        tell(stage, pages);
    }

    private static List<Page> pagesOf(String role, Visitor visitor) throws IOException, InterruptedException {
        List<Page> pages = new ArrayList<>();
        for (String path : visitor.menu()) {
            String name = "pages." + role + "." + (path.equals("/") ? "home" : word(path));
            pages.add(new Page(name, visitor, path));
            for (String first : path.equals("/") ? List.<String>of() : visitor.firstOf(path)) {
                pages.add(new Page(name + "_first", visitor, first));
            }
        }
        return pages;
    }

    private static String word(String path) {
        return path.substring(1).replace('-', '_');
    }

    /** Page after page, and all of them again, so that whatever disturbs the machine disturbs all; round 0 warms up and does not count. */
    private void round(Stage stage, List<Page> pages, int loads, int round) throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (int load = 0; load < loads; load++) {
            for (Page page : pages) {
                millis.computeIfAbsent(page.name, none -> new ArrayList<>()).add(page.visitor.load(page.path));
            }
        }
        if (round > 0) {
            millis.forEach((name, times) ->
                    samples.computeIfAbsent(name, none -> new ArrayList<>()).add(new Sample(times)));
            stage.say("第 " + round + " 轮:每页 " + loads + " 次", "round " + round + ": each page " + loads + " times");
        }
    }

    private void tell(Stage stage, List<Page> pages) {
        for (Page page : pages) {
            stage.figure(Figure.of(page.name + ".p50", spread(page.name, PagesBench::p50), "ms"));
            stage.figure(Figure.of(page.name + ".p95", spread(page.name, PagesBench::p95), "ms", P95));
            if (!page.name.equals(STATIC)) {
                stage.figure(Figure.ratio(
                        page.name + ".to_static",
                        Spread.ratio(values(page.name, PagesBench::p50), values(STATIC, PagesBench::p50))));
            }
        }
        Page slowest = pages.stream()
                .max(Comparator.comparingDouble(
                        page -> spread(page.name, PagesBench::p95).median()))
                .orElseThrow();
        stage.figure(Figure.of("pages.slowest.p95", spread(slowest.name, PagesBench::p95), "ms", P95));
        stage.figure(Figure.of("pages.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }

    private Spread spread(String name, ToDoubleFunction<Sample> value) {
        return Spread.of(values(name, value));
    }

    private List<Double> values(String name, ToDoubleFunction<Sample> value) {
        return samples.getOrDefault(name, List.of()).stream()
                .map(sample -> value.applyAsDouble(sample))
                .toList();
    }

    private static double p50(Sample sample) {
        return sample.percentile(50);
    }

    private static double p95(Sample sample) {
        return sample.percentile(95);
    }
}
