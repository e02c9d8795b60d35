package org.tongqu.routes.in;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.FileIntake;
import org.tongqu.routes.Stops;

/** One route a partner watches its drop folder; routes come and go with the partners while the hub runs. */
public final class DropRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(DropRoutes.class);
    private static final String PARTNER = "partner";
    /** A code becomes a folder and part of an address. */
    private static final String SAFE_CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Directory directory;
    private final FileIntake intake;
    private final Path drop;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<String, DropFolder> folders = new ConcurrentHashMap<>();
    private boolean open;

    /**
     * @param drop folder of all partners' folders, {@code $TONGQU_HOME/drop}
     * @param ids gives names that are unique for ever and hold no {@code ~}
     */
    public DropRoutes(Directory directory, FileIntake intake, Path drop, Clock clock, Supplier<String> ids) {
        this.directory = directory;
        this.intake = intake;
        this.drop = drop;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void configure() throws Exception {
        routeTemplate(Stops.DROP_FOLDER)
                .templateParameter(PARTNER)
                .from(Stops.dropClock("{{" + PARTNER + "}}"))
                .setProperty(PARTNER, constant("{{" + PARTNER + "}}"))
                .process(this::takeWhatLiesStill);

        getContext().addStartupListener(this::begin);
        directory.onChange(this::follow);
    }

    /** Nothing gets past here: an error in one folder must not stop its route, and the next look may find it mended. */
    private void takeWhatLiesStill(Exchange exchange) {
        String partner = exchange.getProperty(PARTNER, String.class);
        DropFolder folder = folders.get(partner);
        try {
            if (folder != null) {
                folder.look();
            }
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("The drop folder of {} could not be read; it is tried again: {}", partner, trouble.toString());
        }
    }

    private void begin(CamelContext context, boolean alreadyStarted) {
        synchronized (this) {
            open = true;
        }
        follow();
    }

    private synchronized void follow() {
        if (open) {
            Set<String> wanted =
                    directory.partners().stream().map(Directory.Partner::code).collect(Collectors.toSet());
            folders.keySet().stream()
                    .filter(code -> !wanted.contains(code))
                    .toList()
                    .forEach(this::remove);
            wanted.stream().filter(code -> !folders.containsKey(code)).sorted().forEach(this::add);
        }
    }

    private void add(String partner) {
        if (!partner.matches(SAFE_CODE)) {
            LOG.error("Partner code {} cannot be a folder's name; it gets no drop folder", partner);
            return;
        }
        try {
            folders.put(partner, new DropFolder(partner, drop.resolve(partner), intake, clock, ids));
            getContext().addRouteFromTemplate(Stops.dropRoute(partner), Stops.DROP_FOLDER, Map.of(PARTNER, partner));
        } catch (Exception trouble) {
            folders.remove(partner);
            LOG.error("The drop folder of {} is not watched", partner, trouble);
        }
    }

    /** Stop, remove route, remove endpoint: a partner who comes back gets one route, not two. */
    private void remove(String partner) {
        try {
            getContext().getRouteController().stopRoute(Stops.dropRoute(partner));
            getContext().removeRoute(Stops.dropRoute(partner));
            getContext().removeEndpoints(Stops.dropClock(partner));
            folders.remove(partner);
        } catch (Exception trouble) {
            LOG.error("The drop folder of {} is still watched", partner, trouble);
        }
    }
}
