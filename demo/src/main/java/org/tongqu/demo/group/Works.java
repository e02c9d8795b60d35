package org.tongqu.demo.group;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.demo.factory.Behaviour;
import org.tongqu.demo.factory.FactorySettings;
import org.tongqu.demo.factory.SimulatedFactory;
import org.tongqu.demo.factory.Temper;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.trade.Maker;

/** 六家工厂: the factories of the group, each with its port, its secret of this run and the character its people complain of. */
final class Works implements AutoCloseable {
    static final List<String> CODES = Maker.all().stream().map(Maker::code).toList();

    private static final Credential ADMIN = Credential.basic("admin", "demo");

    private final Map<String, SimulatedFactory> factories = new LinkedHashMap<>();
    private final String secret = randomSecret();

    /** What the hub must know to call a factory. */
    private record Endpoint(String base, String bearer, int timeoutSeconds) {}

    static Works open(Path folder, HubLine hub, Clock clock) throws IOException {
        Works works = new Works();
        for (String code : CODES) {
            FactorySettings settings = new FactorySettings(
                    code,
                    0,
                    Credential.basic(code, "demo"),
                    works.secret,
                    folder,
                    code.equals("factory-switchgear") ? Behaviour.SLOW : Behaviour.NORMAL,
                    temper(code));
            works.factories.put(code, SimulatedFactory.open(settings, hub, clock));
        }
        return works;
    }

    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        factories.forEach((code, factory) -> ports.put(code, factory.port()));
        return ports;
    }

    void register(Postman postman) throws InterruptedException {
        for (Map.Entry<String, Integer> each : ports().entrySet()) {
            Endpoint endpoint = new Endpoint("http://127.0.0.1:" + each.getValue(), secret, 10);
            postman.insist("/api/v1/partners/" + each.getKey() + "/endpoint", ADMIN, endpoint);
        }
    }

    /** Long lead times at the first works, agents' ways at the second, a slow tender house, a press works that declines a lot. */
    private static Temper temper(String code) {
        return switch (code) {
            case "factory-mt1" -> temper(4, 12, 0.05, 0.05, 0.5, 25);
            case "factory-mt2" -> temper(6, 20, 0.10, 0.10, 0.35, 30);
            case "factory-crane" -> temper(2, 6, 0.05, 0.05, 0.6, 20);
            case "factory-switchgear" -> temper(45, 120, 0.10, 0.25, 0.4, 40);
            case "factory-boiler" -> temper(20, 60, 0.10, 0.10, 0.3, 45);
            case "factory-printing" -> temper(5, 15, 0.40, 0.10, 0.4, 30);
            default -> throw new IllegalArgumentException("not a factory of the group: " + code);
        };
    }

    private static Temper temper(int from, int to, double refuses, double silent, double orders, int pace) {
        return new Temper(
                Duration.ofSeconds(from),
                Duration.ofSeconds(to),
                refuses,
                silent,
                orders,
                Duration.ofSeconds(pace),
                Duration.ofSeconds(3));
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
