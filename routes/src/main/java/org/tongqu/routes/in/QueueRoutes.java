package org.tongqu.routes.in;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.RouteController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Directory.Kind;
import org.tongqu.connectors.canon.Directory.Partner;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.jms.Queues;
import org.tongqu.routes.RouteErrors;
import org.tongqu.routes.Stops;

/**
 * One road "queue of …" for each partner that has queues, put up and taken down while the hub runs: every branch, and every factory that is
 * reached by one. A broker that is away costs nothing but time; the roads are put up with the next look.
 */
public final class QueueRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(QueueRoutes.class);
    private static final String TEMPLATE = "take from a partner's queue";
    private static final String ROUTE = "queue of ";
    private static final long PARTING_SECONDS = 5;
    /** A code becomes the name of a queue. */
    private static final String SAFE_CODE = "[A-Za-z0-9][A-Za-z0-9-]{0,63}";

    private final Directory directory;
    private final ConnectionFactory broker;
    private final Function<String, Sender> senders;
    private final Map<String, LetterHandler> handlers;
    private final QueueKeeper keeper;
    private final Clock clock;
    private final Sluice sluice;
    private final Map<String, QueueInlet> roads = new ConcurrentHashMap<>();
    private @Nullable ProducerTemplate signals;

    /**
     * @param senders who a partner is, fresh from the store
     * @param handlers by the word in the letter's {@code kind}
     */
    public QueueRoutes(
            Directory directory,
            ConnectionFactory broker,
            QueueKeeper keeper,
            Function<String, Sender> senders,
            Map<String, LetterHandler> handlers,
            Clock clock,
            Sluice sluice) {
        this.directory = directory;
        this.broker = broker;
        this.keeper = keeper;
        this.senders = senders;
        this.handlers = Map.copyOf(handlers);
        this.clock = clock;
        this.sluice = sluice;
    }

    @Override
    public void configure() {
        getContext().addComponent(Stops.QUEUES, queues());
        RouteErrors.waitForNextSignal(this);
        routeTemplate(TEMPLATE)
                .templateParameter("queue")
                .from("{{queue}}")
                .errorHandler(noErrorHandler())
                .process(this::take);
        from(Stops.helped(Stops.LOOK_FOR_QUEUES, "1"))
                .routeId("look for partners with queues")
                .process(exchange -> lookAround());
        from(Stops.QUEUES_CLOCK).routeId("poll for partners with queues").to(Stops.LOOK_FOR_QUEUES);
        signals = getContext().createProducerTemplate();
        directory.onChange(this::signal);
        sluice.onChange(this::signal);
    }

    /** A message's own headers reach no route: the letter is opened by its connector, which knows the few it may look at. */
    private JmsComponent queues() {
        JmsComponent queues = JmsComponent.jmsComponent(broker);
        queues.setTransacted(true);
        queues.setLazyCreateTransactionManager(false);
        queues.setCacheLevelName("CACHE_CONSUMER");
        queues.setConcurrentConsumers(1);
        queues.setMapJmsMessage(false);
        queues.setDisableReplyTo(true);
        queues.setAcceptMessagesWhileStopping(false);
        queues.setHeaderFilterStrategy(new NoHeaders());
        return queues;
    }

    private void signal() {
        if (signals != null && isOpen()) {
            signals.sendBody(Stops.LOOK_FOR_QUEUES, "");
        }
    }

    private boolean isOpen() {
        return getContext().getStatus().isStarted();
    }

    private void take(Exchange arrived) throws JMSException {
        QueueInlet inlet = roads.get(arrived.getFromRouteId().substring(ROUTE.length()));
        if (inlet == null) {
            throw new Patience.StoppedWaiting();
        }
        inlet.process(arrived);
    }

    private void lookAround() throws Exception {
        keeper.look();
        Set<String> wanted = directory.partners().stream()
                .filter(QueueRoutes::hasQueues)
                .map(Partner::code)
                .collect(Collectors.toSet());
        for (String gone :
                roads.keySet().stream().filter(code -> !wanted.contains(code)).toList()) {
            takeDown(gone);
        }
        for (String code : wanted) {
            if (!roads.containsKey(code)) {
                putUp(code);
            }
        }
        followSluice();
    }

    /** Stopped and not merely suspended: a consumer that only rests would keep the letters that were sent ahead to it. */
    private void followSluice() throws Exception {
        boolean shut = sluice.state() instanceof Sluice.Shut;
        RouteController roadsOf = getContext().getRouteController();
        for (String code : roads.keySet()) {
            @Nullable ServiceStatus now = roadsOf.getRouteStatus(ROUTE + code);
            if (now == null) {
                LOG.debug("{} has no road yet: the context is still starting", code);
            } else if (shut && now.isStarted()) {
                roadsOf.stopRoute(ROUTE + code, PARTING_SECONDS, TimeUnit.SECONDS);
            } else if (!shut && now.isStopped()) {
                roadsOf.startRoute(ROUTE + code);
            }
        }
    }

    private static boolean hasQueues(Partner partner) {
        boolean has = partner.kind() == Kind.BRANCH
                || (partner.kind() == Kind.FACTORY && partner.endpoint() instanceof Endpoint.Queue);
        return has && partner.code().matches(SAFE_CODE);
    }

    private void putUp(String code) throws Exception {
        keeper.putUp(code);
        roads.put(
                code,
                new QueueInlet(code, keeper.hub(), handlers, senders, new Patience(clock, () -> isOpen(code)), sluice));
        try {
            getContext().addRouteFromTemplate(ROUTE + code, TEMPLATE, Map.of("queue", Stops.queue(Queues.in(code))));
        } catch (Exception notYet) {
            roads.remove(code);
            throw notYet;
        }
        LOG.info("{} has queues now", code);
    }

    private boolean isOpen(String code) {
        return isOpen() && roads.containsKey(code);
    }

    private void takeDown(String code) throws Exception {
        roads.remove(code);
        keeper.expel(code);
        getContext().getRouteController().stopRoute(ROUTE + code, PARTING_SECONDS, TimeUnit.SECONDS);
        getContext().removeRoute(ROUTE + code);
    }
}
