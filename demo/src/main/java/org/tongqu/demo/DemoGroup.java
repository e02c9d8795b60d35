package org.tongqu.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.tongqu.demo.group.BranchNode;
import org.tongqu.demo.group.Group;
import org.tongqu.demo.group.Size;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.trade.BeijingTime;

/**
 * The outside world of {@code ./tongqu demo} as one process: {@code --hub http://127.0.0.1:8080 --home <TONGQU_HOME> --broker
 * tcp://127.0.0.1:61616 --branch-jar branch.jar}, all by REST where no broker is named; ends when standard input ends. {@code --size small} brings little. With {@code --traffic off} it enters the group, says so and ends with 0.
 */
public final class DemoGroup {
    /** Said on standard output once all partners are entered; whoever started this process waits for it. */
    private static final String ENTERED = "The demo group is entered";

    private DemoGroup() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT demo %5$s%6$s%n");
        Lifeline.endWithStandardInput();
        Options options = new Options(arguments);
        URI hub = URI.create(options.needed("hub"));
        if (options.or("traffic", "on").equals("off")) {
            Group.enterOnly(hub);
            System.out.println(ENTERED);
        } else {
            live(hub, options);
        }
    }

    private static void live(URI hub, Options options) throws IOException, InterruptedException {
        Path home = Path.of(options.needed("home"));
        Optional<String> broker = options.has("broker") ? Optional.of(options.needed("broker")) : Optional.empty();
        Wires wires =
                broker.map(url -> Wires.real(hub, url, BeijingTime.clock())).orElseGet(() -> Wires.plain(hub));
        BranchNode node =
                new BranchNode(Path.of(options.or("branch-jar", "")), home.resolve("demo/branches"), hub, broker);
        Group group = Group.open(hub, wires, node, home, size(options), BeijingTime.clock());
        System.out.println(ENTERED);
        group.openBranches();
        group.seed();
        group.untilFull();
        group.live(options.time("live-from", "15s"), options.time("live-to", "45s"));
    }

    private static Size size(Options options) {
        return switch (options.or("size", "full")) {
            case "full" -> Size.FULL;
            case "small" -> Size.SMALL;
            default -> throw new IllegalArgumentException("--size full|small");
        };
    }
}
