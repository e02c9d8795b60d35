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
import org.apache.camel.ExtendedStartupListener;
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
        from(Stops.DROP_PARTNERS).routeId("watch-partners").process(exchange -> follow());

        routeTemplate(Stops.DROP_FOLDER)
                .templateParameter(PARTNER)
                .from(Stops.dropClock("{{" + PARTNER + "}}"))
                .setProperty(PARTNER, constant("{{" + PARTNER + "}}"))
                .process(this::takeWhatLiesStill);

        getContext().addStartupListener(new OnceStarted());
        directory.onChange(this::follow);
    }

    /** Nothing gets past here: an error in one folder must not stop its route, and the next look may find it mended. */
    private void takeWhatLiesStill(Exchange exchange) {
        String partner = exchange.getProperty(PARTNER, String.class);
        DropFolder folder = folders.get(partner);
        try {
            if (folder != null) {
                folder.look(() -> getContext().getStatus().isStarted());
            }
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("The drop folder of {} could not be read; it is tried again: {}", partner, trouble.toString());
        }
    }

    /** Routes added to a context that is still starting are not started, and Camel calls listeners again with each route. */
    private final class OnceStarted implements ExtendedStartupListener {
        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            if (alreadyStarted) {
                begin();
            }
        }

        @Override
        public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
            begin();
        }
    }

    private synchronized void begin() {
        if (!open) {
            open = true;
            follow();
        }
    }

    private synchronized void follow() {
        if (open) {
            try {
                follow(directory.partners().stream()
                        .map(Directory.Partner::code)
                        .collect(Collectors.toSet()));
            } catch (RuntimeException trouble) {
                LOG.warn("The partners cannot be asked for; they are asked for again: {}", trouble.toString());
            }
        }
    }

    private void follow(Set<String> wanted) {
        folders.keySet().stream()
                .filter(code -> !wanted.contains(code))
                .toList()
                .forEach(this::remove);
        wanted.stream().filter(code -> !folders.containsKey(code)).sorted().forEach(this::add);
    }

    private void add(String partner) {
        if (!partner.matches(SAFE_CODE)) {
            LOG.error("Partner code {} cannot be a folder's name; it gets no drop folder", partner);
            return;
        }
        try {
            DropFolder folder = new DropFolder(partner, drop.resolve(partner), intake, clock, ids);
            folders.put(partner, folder);
            makeFolders(partner, folder);
            getContext().addRouteFromTemplate(Stops.dropRoute(partner), Stops.DROP_FOLDER, Map.of(PARTNER, partner));
        } catch (Exception trouble) {
            folders.remove(partner);
            LOG.error("The drop folder of {} is not watched", partner, trouble);
        }
    }

    /** At once, so that a partner just told of its folder finds it; where it fails, each look tries again. */
    private static void makeFolders(String partner, DropFolder folder) {
        try {
            folder.makeFolders();
        } catch (IOException trouble) {
            LOG.warn("The drop folder of {} could not be made; it is tried again: {}", partner, trouble.toString());
        }
    }

    /** Stop, then remove, under one lock: a partner who comes back gets one route, not two. */
    private void remove(String partner) {
        try {
            getContext().getRouteController().stopRoute(Stops.dropRoute(partner));
            getContext().removeRoute(Stops.dropRoute(partner));
            folders.remove(partner);
        } catch (Exception trouble) {
            LOG.error("The drop folder of {} is still watched", partner, trouble);
        }
    }
}
