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
import org.tongqu.demo.trade.BeijingTime;

/**
 * One simulated factory as a process of its own, for tests that kill it.
 * {@code --code --hub --user --password|--key --secret --ledger} and, where wanted,
 * {@code --port 0 --behaviour NORMAL --answer-after 200ms --slowness 3s --orders 0.0 --step-after 200ms --refuses 0.0 --with-stdin no}.
 */
public final class FactoryMain {
    private FactoryMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments);
        FactorySettings settings = settings(options);
        HubLine hub = new HubLine(URI.create(options.needed("hub")));
        SimulatedFactory factory = SimulatedFactory.open(settings, hub, BeijingTime.clock());
        System.out.println(settings.code() + " listens on " + factory.port());
        if (options.or("with-stdin", "no").equals("yes")) {
            Lifeline.endWithStandardInput();
        }
        new CountDownLatch(1).await();
    }

    private static FactorySettings settings(Options options) {
        Credential credential = options.has("key")
                ? Credential.bearer(options.needed("key"))
                : Credential.basic(options.needed("user"), options.needed("password"));
        return new FactorySettings(
                options.needed("code"),
                Integer.parseInt(options.or("port", "0")),
                credential,
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
                options.time("slowness", "3s"));
    }
}
