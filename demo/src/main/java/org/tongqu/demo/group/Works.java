package org.tongqu.demo.group;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.factory.Behaviour;
import org.tongqu.demo.factory.FactorySettings;
import org.tongqu.demo.factory.SimulatedFactory;
import org.tongqu.demo.factory.Temper;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.Maker;

/** 六家工厂: the factories of the group, each with its port, its secret of this run and the character its people complain of. */
final class Works implements AutoCloseable {
    static final List<String> CODES = Maker.all().stream().map(Maker::code).toList();

    private static final int ROOM = Integer.MAX_VALUE;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private static final Credential ADMIN = Credential.basic("admin", Wires.SECRET);

    private final Map<String, SimulatedFactory> factories = new LinkedHashMap<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final String secret = randomSecret();

    /** What the hub must know to reach a factory. */
    private record Endpoint(
            String kind,
            @Nullable String base,
            @Nullable String bearer,
            @Nullable String user,
            @Nullable String secret,
            int timeoutSeconds) {}

    static Works open(Path folder, Wires wires, Clock clock) throws IOException {
        Works works = new Works();
        for (Maker maker : Maker.all()) {
            works.open(maker, folder, wires.of(maker.wire(), maker.code()), clock);
        }
        return works;
    }

    private void open(Maker maker, Path folder, Wire wire, Clock clock) throws IOException {
        String code = maker.code();
        FactorySettings settings = new FactorySettings(code, 0, secret, folder, Behaviour.NORMAL, temper(code));
        wires.put(code, wire);
        factories.put(code, SimulatedFactory.open(settings, wire, clock));
    }

    /** From now on each treats its callers as people know it; while the past is filled in all are quick. */
    void live() {
        requireNonNull(factories.get("factory-switchgear")).behave(Behaviour.SLOW);
    }

    /** Comes back when all have told what became of demands that should long be ordered. */
    void untilCaughtUp() throws InterruptedException {
        while (!factories.values().stream().allMatch(SimulatedFactory::caughtUp)) {
            Thread.sleep(LOOKS_EVERY);
        }
    }

    /** The wire a factory speaks on. */
    Wire wire(String factory) {
        return requireNonNull(wires.get(factory), factory);
    }

    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        factories.forEach((code, factory) -> ports.put(code, factory.port()));
        return ports;
    }

    void register(Postman postman) throws InterruptedException {
        for (Maker maker : Maker.all()) {
            Endpoint endpoint = endpoint(maker);
            if (endpoint != null) {
                postman.insist("/api/v1/partners/" + maker.code() + "/endpoint", ADMIN, endpoint);
            }
        }
    }

    /** Nothing where the factory fetches its demands. */
    private @Nullable Endpoint endpoint(Maker maker) {
        String base = "http://127.0.0.1:" + ports().get(maker.code());
        return switch (wire(maker.code()).kind()) {
            case REST -> new Endpoint("REST", base, secret, null, null, 10);
            case SOAP -> new Endpoint("SOAP", base + "/inbox", null, maker.code(), secret, 10);
            case JMS -> new Endpoint("JMS", null, null, null, null, 10);
            case SOAP_FETCH -> null;
        };
    }

    /** Long lead times at the first works, agents' ways at the second, a slow tender house, a press works that declines a lot and has little room for names. */
    private static Temper temper(String code) {
        return switch (code) {
            case "factory-mt1" -> temper(20, 120, 0.05, 0.05, 0.5, 180, ROOM);
            case "factory-mt2" -> temper(60, 600, 0.10, 0.10, 0.35, 240, ROOM);
            case "factory-crane" -> temper(10, 60, 0.05, 0.05, 0.6, 120, ROOM);
            case "factory-switchgear" -> temper(900, 7_200, 0.10, 0.30, 0.4, 300, ROOM);
            case "factory-boiler" -> temper(300, 2_700, 0.10, 0.15, 0.3, 300, ROOM);
            case "factory-printing" -> temper(30, 300, 0.40, 0.10, 0.4, 180, 12);
            default -> throw new IllegalArgumentException("not a factory of the group: " + code);
        };
    }

    private static Temper temper(
            int from, int to, double refuses, double silent, double orders, int pace, int longestName) {
        return new Temper(
                Duration.ofSeconds(from),
                Duration.ofSeconds(to),
                refuses,
                silent,
                orders,
                Duration.ofSeconds(pace),
                true,
                Duration.ofSeconds(3),
                longestName);
    }

    private static String randomSecret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        for (SimulatedFactory factory : factories.values()) {
            factory.close();
        }
    }
}
