package org.tongqu.hub.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns environment variables into {@link Settings}; a blank variable counts as unset. */
record SettingsReader(Map<String, String> environment) {
    private static final List<String> DATABASE_COMPANIONS =
            List.of("TONGQU_DB_USER", "TONGQU_DB_PASSWORD", "TONGQU_DB_OWNER_USER", "TONGQU_DB_OWNER_PASSWORD");
    private static final List<String> BROKER_COMPANIONS = List.of("TONGQU_BROKER_USER", "TONGQU_BROKER_PASSWORD");

    Settings read(boolean demo) {
        return new Settings(
                home(),
                portOf("TONGQU_PORT", value("TONGQU_PORT").orElse("8080")),
                portOf("TONGQU_BROKER_PORT", value("TONGQU_BROKER_PORT").orElse("0")),
                bind("TONGQU_BROKER_BIND"),
                bind("TONGQU_BIND"),
                database(),
                broker(),
                demo,
                oneOf("TONGQU_DEMO_TRAFFIC", "on", "off").equals("on"),
                oneOf("TONGQU_DEMO_SIZE", "full", "small"),
                traces());
    }

    static int portOf(String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number out of range
        }
        throw new StartRefused(
                name + "=" + text + " 不是端口号,请填 0 到 65535 的整数。",
                name + "=" + text + " is not a port; give a whole number from 0 to 65535.");
    }

    static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Path home() {
        String text = value("TONGQU_HOME").orElse("./var");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new StartRefused(
                    "TONGQU_HOME=" + text + " 不是可用的目录名。", "TONGQU_HOME=" + text + " is not a usable folder name.", e);
        }
    }

    private String bind(String name) {
        String text = value(name).orElse("127.0.0.1");
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    name + "=" + text + " 不是本机可用的地址,例如 127.0.0.1 或 0.0.0.0。",
                    name + "=" + text + " is not an address; give for example 127.0.0.1 or 0.0.0.0.",
                    e);
        }
    }

    private String oneOf(String name, String usual, String other) {
        String text = value(name).orElse(usual);
        if (text.equals(usual) || text.equals(other)) {
            return text;
        }
        throw new StartRefused(
                name + "=" + text + " 只能是 " + usual + " 或 " + other + "。",
                name + "=" + text + " must be " + usual + " or " + other + ".");
    }

    private @Nullable Database database() {
        Optional<String> url = value("TONGQU_DB_URL");
        if (url.isEmpty()) {
            refuseOrphans("TONGQU_DB_URL", DATABASE_COMPANIONS);
            return null;
        }
        return new Database(
                databaseUrl(url.get()),
                required("TONGQU_DB_OWNER_USER", "TONGQU_DB_URL"),
                value("TONGQU_DB_OWNER_PASSWORD").orElse(""),
                required("TONGQU_DB_USER", "TONGQU_DB_URL"),
                value("TONGQU_DB_PASSWORD").orElse(""));
    }

    private static String databaseUrl(String url) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new StartRefused(
                    "TONGQU_DB_URL 应形如 jdbc:postgresql://主机:5432/库名。",
                    "TONGQU_DB_URL must look like jdbc:postgresql://host:5432/database.");
        }
        if (url.contains("password=") || url.contains("user=") || url.contains("@")) {
            throw new StartRefused(
                    "TONGQU_DB_URL 里不要写用户和密码,请用 TONGQU_DB_USER、TONGQU_DB_PASSWORD。",
                    "Keep user and password out of TONGQU_DB_URL; use TONGQU_DB_USER and TONGQU_DB_PASSWORD.");
        }
        return url;
    }

    private @Nullable String traces() {
        String endpoint = value("TONGQU_OTLP_ENDPOINT").orElse(null);
        if (endpoint != null && !endpoint.matches("https?://[^/\\s@]+/\\S+")) {
            throw new StartRefused(
                    "TONGQU_OTLP_ENDPOINT 应形如 http://主机:4318/v1/traces,不带用户和密码。",
                    "TONGQU_OTLP_ENDPOINT must look like http://host:4318/v1/traces, without user and password.");
        }
        return endpoint;
    }

    private @Nullable Broker broker() {
        Optional<String> url = value("TONGQU_BROKER_URL");
        if (url.isEmpty()) {
            refuseOrphans("TONGQU_BROKER_URL", BROKER_COMPANIONS);
            return null;
        }
        if (!url.get().startsWith("tcp://") || url.get().contains("@")) {
            throw new StartRefused(
                    "TONGQU_BROKER_URL 应形如 tcp://主机:61616,用户和密码另用 TONGQU_BROKER_USER、TONGQU_BROKER_PASSWORD。",
                    "TONGQU_BROKER_URL must look like tcp://host:61616; user and password go in TONGQU_BROKER_USER and TONGQU_BROKER_PASSWORD.");
        }
        return new Broker(
                url.get(),
                value("TONGQU_BROKER_USER").orElse(""),
                value("TONGQU_BROKER_PASSWORD").orElse(""));
    }

    private String required(String name, String because) {
        return value(name)
                .orElseThrow(() -> new StartRefused(
                        "已设置 " + because + ",还需要设置 " + name + "。",
                        because + " is set, so " + name + " is needed too."));
    }

    /** A credential without an address is most likely a forgotten address: better told than silently ignored. */
    private void refuseOrphans(String address, List<String> companions) {
        for (String name : companions) {
            if (value(name).isPresent()) {
                throw new StartRefused(
                        "设置了 " + name + " 却没有 " + address + ":请补上地址,或去掉 " + name + "。",
                        name + " is set without " + address + ": add the address, or unset " + name + ".");
            }
        }
    }
}
