package org.tongqu.routes.in;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.routes.Stops;

/**
 * Looks into every partner's drop folder twice a second. A few hands share the folders, and a folder that is being looked into is passed over,
 * so that a large file or a broken folder delays no other.
 */
public final class DropRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(DropRoutes.class);
    /** A code becomes a folder. */
    private static final String SAFE_CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    /** Looks between two questions to the directory, unless it rings. */
    private static final int LOOKS_PER_QUESTION = 20;

    private final Directory directory;
    private final FileIntake intake;
    private final Path drop;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Sluice sluice;
    private final Map<String, DropFolder> folders = new ConcurrentHashMap<>();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looksLeft = new AtomicInteger();

    /**
     * @param drop folder of all partners' folders, {@code $TONGQU_HOME/drop}
     * @param ids gives names that are unique for ever and hold no {@code ~}
     */
    public DropRoutes(
            Directory directory, FileIntake intake, Path drop, Clock clock, Supplier<String> ids, Sluice sluice) {
        this.directory = directory;
        this.intake = intake;
        this.drop = drop;
        this.clock = clock;
        this.ids = ids;
        this.sluice = sluice;
    }

    @Override
    public void configure() {
        from(Stops.DROP_CLOCK)
                .routeId("look into the drop folders")
                .process(exchange -> exchange.getMessage().setBody(idleFolders()))
                .split(body())
                .to(Stops.DROP_FOLDERS);

        from(Stops.DROP_HANDS).routeId("take what lies still").process(this::takeWhatLiesStill);

        directory.onChange(() -> looksLeft.set(0));
    }

    /** The folders nobody is looking into, marked as in hand. */
    private List<String> idleFolders() {
        if (looksLeft.getAndDecrement() <= 0) {
            looksLeft.set(LOOKS_PER_QUESTION);
            follow();
        }
        return folders.keySet().stream().sorted().filter(inHand::add).toList();
    }

    /** Nothing gets past here: an error in one folder must not stop the route, and the next look may find it mended. */
    private void takeWhatLiesStill(Exchange exchange) {
        String partner = exchange.getMessage().getBody(String.class);
        try {
            DropFolder folder = folders.get(partner);
            if (folder != null) {
                folder.look(mayTake(new AtomicInteger()));
            }
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("The drop folder of {} could not be read; it is tried again: {}", partner, trouble.toString());
        } finally {
            inHand.remove(partner);
        }
    }

    /** Asked before each file. At a shut sluice a file stays where it lies; at a slow one a look takes one file and no more. */
    private BooleanSupplier mayTake(AtomicInteger asked) {
        return () -> getContext().getStatus().isStarted()
                && switch (sluice.state()) {
                    case Sluice.Open open -> true;
                    case Sluice.Slow slow -> asked.getAndIncrement() == 0;
                    case Sluice.Shut shut -> false;
                };
    }

    private void follow() {
        try {
            Set<String> wanted = directory.partners().stream()
                    .map(Directory.Partner::code)
                    .filter(code -> code.matches(SAFE_CODE))
                    .collect(Collectors.toSet());
            folders.keySet().retainAll(wanted);
            wanted.forEach(code -> folders.computeIfAbsent(code, this::folder));
        } catch (RuntimeException trouble) {
            LOG.warn("The partners cannot be asked for; they are asked for again: {}", trouble.toString());
        }
    }

    private DropFolder folder(String partner) {
        return new DropFolder(partner, drop.resolve(partner), intake, clock, ids);
    }
}
