package org.tongqu.bench.inlets;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.bench.measure.Aim;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Spread;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Bare;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** Orders a second by each inlet in turn; every order acknowledged must stand in the store once. */
public final class InletsBench implements Bench<Stage> {
    private static final double REST_TO_BARE = 0.9;
    private static final double SOAP_TO_REST = 0.85;
    private static final String FACTORY = "factory-bench";

    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

    /** @param settled seconds after the last answer until all was done */
    private record Turn(double perSecond, double microsAnOrder, double settled) {}

    @Override
    public String name() {
        return "inlets";
    }

    @Override
    public String zh() {
        return "每秒收下的订单,对比只插一行的空端点";
    }

    @Override
    public String en() {
        return "orders a second, beside a bare endpoint with one insert";
    }

    @Override
    public void run(Stage stage) throws Exception {
        Hub hub = stage.hub();
        Store store = hub.store();
        Bare bare = Bare.start(stage, store, URI.create("http://127.0.0.1:9/unused"));
        String registered = register(hub);
        RestInlet rest = new RestInlet(hub, store, field(registered, "apiKey"));
        SoapInlet soap = new SoapInlet(rest, new UsernameToken(FACTORY, field(registered, "soapSecret")));
        List<Inlet> inlets = List.of(new BareInlet(bare, store), rest, soap);
        for (int round = 0; round <= stage.options().rounds(); round++) {
            for (Inlet inlet : inlets) {
                turn(stage, inlet, store, round);
            }
        }
        tell(stage);
    }

    private static String register(Hub hub) throws IOException, InterruptedException {
        return hub.administer(
                "POST", "/api/v1/partners", "{\"code\":\"" + FACTORY + "\",\"kind\":\"FACTORY\",\"name\":\"测试工厂\"}");
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the answer has no " + name);
        }
        return found.group(1);
    }

    /** Round 0 warms up and does not count. */
    private void turn(Stage stage, Inlet inlet, Store store, int round) throws SQLException, InterruptedException {
        int seconds = stage.options().seconds();
        inlet.finish();
        long kept = inlet.kept();
        Cpu before = Cpu.of(inlet.pid(), store.postmaster());
        long began = System.nanoTime();
        int taken = new ClosedLoop(inlet, inlet.name() + "-" + round).run(seconds);
        long answered = System.nanoTime();
        inlet.finish();
        double settled = (System.nanoTime() - answered) / 1e9;
        Cpu cpu = Cpu.of(inlet.pid(), store.postmaster()).since(before);
        WrongResult.unlessEqual(inlet.name() + ", orders in the store", (long) taken, inlet.kept() - kept);
        Turn turn = new Turn(taken / ((answered - began) / 1e9), cpu.micros() / taken, settled);
        stage.say(
                (round == 0 ? "预热" : "第 " + round + " 轮") + ":" + inlet.zh(),
                "round %d: %s, %.0f orders/s, %.0f us CPU/order, all done %.1f s later"
                        .formatted(round, inlet.en(), turn.perSecond, turn.microsAnOrder, settled));
        if (round > 0) {
            turns.computeIfAbsent(inlet.name(), none -> new ArrayList<>()).add(turn);
        }
    }

    private void tell(Stage stage) {
        for (String inlet : turns.keySet()) {
            String name = "inlets." + inlet;
            stage.figure(Figure.of(name + ".rate", Spread.of(values(inlet, Turn::perSecond)), "orders/s"));
            stage.figure(Figure.of(name + ".cpu", Spread.of(values(inlet, Turn::microsAnOrder)), "us/order"));
            stage.figure(Figure.of(name + ".settled", Spread.of(values(inlet, Turn::settled)), "s"));
        }
        stage.figure(Figure.ratio("inlets.rest_to_bare.rate", ratio("rest", "bare"), Aim.atLeast(REST_TO_BARE)));
        stage.figure(Figure.ratio("inlets.soap_to_rest.rate", ratio("soap", "rest"), Aim.atLeast(SOAP_TO_REST)));
        stage.figure(
                Figure.of("inlets.load_average", Machine.load(), "processes", "over the last minute of the bench"));
    }

    private Spread ratio(String ours, String theirs) {
        return Spread.ratio(values(ours, Turn::perSecond), values(theirs, Turn::perSecond));
    }

    private List<Double> values(String inlet, ToDoubleFunction<Turn> value) {
        return Objects.requireNonNull(turns.get(inlet)).stream()
                .map(turn -> value.applyAsDouble(turn))
                .toList();
    }
}
