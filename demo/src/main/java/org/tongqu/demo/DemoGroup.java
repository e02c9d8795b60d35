package org.tongqu.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.tongqu.demo.group.Group;
import org.tongqu.demo.trade.BeijingTime;

/** The outside world of {@code ./tongqu demo} as one process: {@code --hub http://127.0.0.1:8080 --home <TONGQU_HOME>}; ends when standard input ends. */
public final class DemoGroup {
    private DemoGroup() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT demo %5$s%6$s%n");
        Lifeline.endWithStandardInput();
        Options options = new Options(arguments);
        Group group =
                Group.open(URI.create(options.needed("hub")), Path.of(options.needed("home")), BeijingTime.clock());
        group.seed();
        group.live(options.time("live-from", "10s"), options.time("live-to", "20s"));
    }
}
