package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide from outside before a start; everything else follows from it or lives in the store.
 *
 * @param home folder that holds all that lasts ({@code TONGQU_HOME}, default {@code ./var}), absolute
 * @param port of console and APIs ({@code TONGQU_PORT}, default 8080); 0 means any free one
 * @param brokerPort of the embedded broker ({@code TONGQU_BROKER_PORT}); 0, the default, means any free one
 * @param brokerBind address that the embedded broker listens on ({@code TONGQU_BROKER_BIND}, default 127.0.0.1)
 * @param bind address that console and APIs listen on ({@code TONGQU_BIND}, default 127.0.0.1)
 * @param database outside PostgreSQL ({@code TONGQU_DB_URL} and its four companions), null for the embedded one
 * @param broker outside Artemis ({@code TONGQU_BROKER_URL}, {@code _USER}, {@code _PASSWORD}), null for the embedded one
 * @param demo whether this is the demo group, which never leaves the loopback address
 * @param demoTraffic whether the demo's simulated factories and branches run too ({@code TONGQU_DEMO_TRAFFIC}, on or off, default on); off
 *     leaves a demo group in which nothing happens but what its user does
 * @param demoSize how much the demo group brings along ({@code TONGQU_DEMO_SIZE}, full or small, default full)
 * @param traces where spans are sent as OTLP over HTTP ({@code TONGQU_OTLP_ENDPOINT}), null for nowhere, which then costs nothing
 */
public record Settings(
        Path home,
        int port,
        int brokerPort,
        String brokerBind,
        String bind,
        @Nullable Database database,
        @Nullable Broker broker,
        boolean demo,
        boolean demoTraffic,
        String demoSize,
        @Nullable String traces) {
    public Settings {
        requireNonNull(home, "home");
        requireNonNull(bind, "bind");
        home = home.toAbsolutePath().normalize();
        SettingsReader.portOf("TONGQU_PORT", Integer.toString(port));
        SettingsReader.portOf("TONGQU_BROKER_PORT", Integer.toString(brokerPort));
        if (demo) {
            refuseUnlessLoopback("TONGQU_BIND", bind);
            refuseUnlessLoopback("TONGQU_BROKER_BIND", brokerBind);
        }
    }

    private static void refuseUnlessLoopback(String name, String bind) {
        if (!SettingsReader.isLoopback(bind)) {
            throw new StartRefused(
                    "演示用户的密码人人皆知,演示只能绑定本机地址。请去掉 " + name + "=" + bind + ",或改用 ./tongqu start。",
                    "The demo's passwords are known to all, so it binds to loopback only. Unset " + name + "=" + bind
                            + ", or use ./tongqu start.");
        }
    }

    /**
     * Reads the environment.
     *
     * @throws StartRefused when a value cannot be used, naming the variable and what it may be
     */
    public static Settings of(Map<String, String> environment, boolean demo) {
        return new SettingsReader(environment).read(demo);
    }
}
