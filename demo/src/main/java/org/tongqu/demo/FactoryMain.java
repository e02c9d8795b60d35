package org.tongqu.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.tongqu.demo.factory.Behaviour;
import org.tongqu.demo.factory.FactorySettings;
import org.tongqu.demo.factory.SimulatedFactory;
import org.tongqu.demo.factory.Temper;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.QueueWire;
import org.tongqu.demo.line.RestWire;
import org.tongqu.demo.line.SoapWire;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.trade.BeijingTime;

/**
 * One simulated factory as a process of its own, for tests that kill it.
 * {@code --code --hub --user --password|--key --secret --ledger} and, where wanted, {@code --wire rest|soap|soap-fetch|jms --broker tcp://HOST:PORT
 * --port 0 --behaviour NORMAL --answer-after 200ms --slowness 3s --orders 0.0 --step-after 200ms --refuses 0.0 --fetch-every 500ms --with-stdin no}.
 * By SOAP the password is the SOAP secret.
 */
public final class FactoryMain {
    private FactoryMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments);
        FactorySettings settings = settings(options);
        SimulatedFactory factory = SimulatedFactory.open(settings, wire(options), BeijingTime.clock());
        System.out.println(settings.code() + " listens on " + factory.port());
        if (options.or("with-stdin", "no").equals("yes")) {
            Lifeline.endWithStandardInput();
        }
        new CountDownLatch(1).await();
    }

    private static Wire wire(Options options) {
        URI hub = URI.create(options.needed("hub"));
        String user = options.or("user", options.needed("code"));
        return switch (options.or("wire", "rest")) {
            case "rest" -> new RestWire(new HubLine(hub), credential(options));
            case "soap" -> new SoapWire(hub, user, options.needed("password"), null, BeijingTime.clock());
            case "soap-fetch" ->
                new SoapWire(
                        hub,
                        user,
                        options.needed("password"),
                        options.time("fetch-every", "500ms"),
                        BeijingTime.clock());
            case "jms" -> new QueueWire(options.needed("broker"), user, options.or("key", options.or("password", "")));
            default -> throw new IllegalArgumentException("--wire rest|soap|soap-fetch|jms");
        };
    }

    private static Credential credential(Options options) {
        return options.has("key")
                ? Credential.bearer(options.needed("key"))
                : Credential.basic(options.needed("user"), options.needed("password"));
    }

    private static FactorySettings settings(Options options) {
        return new FactorySettings(
                options.needed("code"),
                Integer.parseInt(options.or("port", "0")),
                options.needed("secret"),
                Path.of(options.needed("ledger")),
                Behaviour.valueOf(options.or("behaviour", "NORMAL").toUpperCase(Locale.ROOT)),
                temper(options));
    }

    private static Temper temper(Options options) {
        return new Temper(
                options.time("answer-after", "200ms"),
                options.time("answer-after", "200ms"),
                Double.parseDouble(options.or("refuses", "0")),
                0,
                Double.parseDouble(options.or("orders", "0")),
                options.time("step-after", "200ms"),
                false,
                options.time("slowness", "3s"),
                Integer.MAX_VALUE);
    }
}
