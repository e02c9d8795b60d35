package org.tongqu.routes.out;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Directory.Kind;
import org.tongqu.connectors.canon.Directory.Partner;
import org.tongqu.connectors.canon.Outbox;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/**
 * One road "deliver to …" for each factory with a server, put up and taken down while the hub runs, so that a dead, slow or lying one delays
 * no other; files are written back to drop folders on one road for all, as a local disk is equally quick for everybody.
 * Signals carry no data and may be lost: what must leave is in the outbox, and a slow poll looks there too.
 */
public final class DeliveryRoutes extends RouteBuilder {
    private static final String TEMPLATE = "deliver to a partner";
    private static final String ROUTE = "deliver to ";
    private static final long PARTING_SECONDS = 5;

    private final Outbox outbox;
    private final Directory directory;
    private final Function<Parcel, Delivery> fileReports;
    private final ConnectionFactory broker;
    private final Clock clock;
    private final Duration poll;
    private final Map<String, Road> roads = new ConcurrentHashMap<>();
    private final Road folderRoad;
    private volatile Set<String> folderPartners = Set.of();
    private @Nullable ProducerTemplate signals;

    /**
     * @param fileReports delivers {@link Parcel.Load.FileDone}
     * @param broker for factories that have a queue
     * @param poll how often to look without being told, e.g. 2 s
     */
    public DeliveryRoutes(
            Outbox outbox,
            Directory directory,
            Function<Parcel, Delivery> fileReports,
            ConnectionFactory broker,
            Clock clock,
            Duration poll) {
        this.outbox = outbox;
        this.directory = directory;
        this.fileReports = fileReports;
        this.broker = broker;
        this.clock = clock;
        this.poll = poll;
        this.folderRoad = new Road(new Partner("drop folders", Kind.AGENT, null), fileReports, broker, clock);
    }

    @Override
    public void configure() throws Exception {
        RouteErrors.waitForNextSignal(this);
        routeTemplate(TEMPLATE)
                .templateParameter("stop")
                .templateParameter("helpers")
                .from(Stops.helped("{{stop}}", "{{helpers}}"))
                .process(this::carryAllOfRoute);
        from(Stops.helped(Stops.FILES_BACK, "2"))
                .routeId("write files back")
                .process(exchange -> carryAll(exchange.getMessage().getBody(String.class), folderRoad));
        from(Stops.helped(Stops.LOOK_AROUND, "1")).routeId("look around").process(exchange -> lookAround());
        from(Stops.poll(poll.toMillis())).routeId("poll for parcels").to(Stops.LOOK_AROUND);
        signals = getContext().createProducerTemplate();
        getContext().addStartupListener((context, started) -> listen());
        getContext().addService(new Parting(roads));
    }

    private void listen() {
        outbox.onWaiting(this::wake);
        directory.onChange(() -> signal(Stops.LOOK_AROUND));
        signal(Stops.LOOK_AROUND);
    }

    private void wake(String partner) {
        if (roads.containsKey(partner)) {
            signal(Stops.deliver(partner));
        } else if (folderPartners.contains(partner) && signals != null && isOpen()) {
            signals.sendBody(Stops.FILES_BACK, partner);
        }
    }

    private void signal(String stop) {
        if (signals != null && isOpen()) {
            signals.sendBody(stop, "");
        }
    }

    private boolean isOpen() {
        return !getContext().isStopping() && !getContext().isStopped();
    }

    private void lookAround() throws Exception {
        List<Partner> partners = directory.partners();
        Map<String, Partner> reachable = new HashMap<>();
        partners.stream().filter(DeliveryRoutes::hasServer).forEach(p -> reachable.put(p.code(), p));
        folderPartners = partners.stream()
                .filter(partner -> partner.kind() != Kind.FACTORY)
                .map(Partner::code)
                .collect(Collectors.toUnmodifiableSet());
        for (Road road : List.copyOf(roads.values())) {
            if (!road.partner().equals(reachable.get(road.partner().code()))) {
                takeDown(road);
            }
        }
        for (Partner partner : reachable.values()) {
            if (!roads.containsKey(partner.code())) {
                putUp(new Road(partner, fileReports, broker, clock));
            }
        }
        outbox.due().forEach(this::wake);
    }

    /** A factory without a server fetches its demands itself. */
    private static boolean hasServer(Partner partner) {
        return partner.endpoint() != null && partner.code().matches("[A-Za-z0-9._-]{1,64}");
    }

    private void putUp(Road road) throws Exception {
        String code = road.partner().code();
        getContext()
                .addRouteFromTemplate(
                        ROUTE + code,
                        TEMPLATE,
                        Map.of("stop", Stops.deliver(code), "helpers", String.valueOf(road.helpers())));
        roads.put(code, road);
    }

    private void takeDown(Road road) throws Exception {
        String code = road.partner().code();
        roads.remove(code);
        getContext().getRouteController().stopRoute(ROUTE + code, PARTING_SECONDS, TimeUnit.SECONDS);
        getContext().removeRoute(ROUTE + code);
        road.close();
    }

    private void carryAllOfRoute(Exchange signal) {
        String code = signal.getFromRouteId().substring(ROUTE.length());
        Road road = roads.get(code);
        if (road != null) {
            carryAll(code, road);
        }
    }

    private void carryAll(String code, Road road) {
        while (road == roads.getOrDefault(code, folderRoad)
                && getContext().getStatus().isStarted()) {
            List<Parcel> claimed = outbox.claim(code, 1);
            if (claimed.isEmpty()) {
                return;
            }
            // Where one parcel was there may be another: call one more helper before this one gets busy.
            wake(code);
            Parcel parcel = claimed.getFirst();
            outbox.settle(parcel, road.deliver(parcel), road.wire(parcel));
        }
    }
}
