package org.tongqu.hub.demand;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.visits.VisitsPages;

/** What is asked of factories, as shown: lists, the road of a need, and who waits for whom; a factory sees its own demands alone. */
@Component
public final class DemandPages {
    public static final List<String> STATES =
            List.of("WAITING", "SENT", "ACKNOWLEDGED", "QUOTED", "REFUSED", "ORDERED");

    private final DemandPagesStore store;
    private final NeedsPages needs;
    private final JournalPages journal;
    private final VisitsPages visits;
    private final OutboxPages outbox;
    private final Wall wall;
    private final Combining combining;
    private final Clock clock;

    DemandPages(
            DemandPagesStore store,
            NeedsPages needs,
            JournalPages journal,
            VisitsPages visits,
            OutboxPages outbox,
            Wall wall,
            Combining combining,
            Clock clock) {
        this.store = store;
        this.needs = needs;
        this.journal = journal;
        this.visits = visits;
        this.outbox = outbox;
        this.wall = wall;
        this.combining = combining;
        this.clock = clock;
    }

    /** Demands, newest first, with the need each belongs to. */
    public Slice<DemandLine> demands(Sender sender, @Nullable String state, Window window) {
        return wall.read(Scope.of(sender), () -> {
            Slice<Demand> page = Slice.of(store.demands(state, window, clock.instant()), window, Demand::id);
            return new Slice<>(lines(sender, page.items()), page.next());
        });
    }

    public Optional<DemandLine> demand(Sender sender, String id) {
        return wall.read(
                Scope.of(sender),
                () -> lines(sender, store.demand(id, clock.instant())).stream().findFirst());
    }

    /** The demands of a need, by factory. */
    public List<Demand> ofNeed(Sender sender, String needId) {
        return wall.read(Scope.of(sender), () -> seen(sender, store.ofNeed(needId, clock.instant())));
    }

    /** The demands of many needs, for lists that say whom each waits for. */
    public List<Demand> ofNeeds(Sender sender, Collection<String> needIds) {
        return wall.read(Scope.of(sender), () -> seen(sender, store.ofNeeds(needIds, clock.instant())));
    }

    /** Demands by their ids, as far as the asker may see them: for orders that say which demand they answer. */
    public Map<String, Demand> byIds(Sender sender, Collection<String> ids) {
        return wall.read(
                Scope.of(sender),
                () -> seen(sender, store.byIds(ids, clock.instant())).stream()
                        .collect(Collectors.toMap(Demand::id, Function.identity())));
    }

    /** The need with its demands, as {@code GET /api/v1/needs/{id}} tells it. */
    public Optional<NeedWithDemands> need(Sender sender, String id) {
        return wall.read(
                Scope.of(sender),
                () -> needs.need(sender, id).map(need -> {
                    List<Demand> demands = ofNeed(sender, id);
                    return new NeedWithDemands(
                            need,
                            demands,
                            combining.combined(sender, need, demands).orElse(null));
                }));
    }

    /** The road a need has gone and has still to go. */
    public Optional<Road> road(Sender sender, String needId) {
        return wall.read(Scope.of(sender), () -> needs.need(sender, needId).map(need -> road(sender, need)));
    }

    private Road road(Sender sender, NeedsPages.Need need) {
        List<Demand> demands = ofNeed(sender, need.id());
        Optional<VisitsPages.Visit> visit = visits.visit(sender, need.visitId());
        return new Road(
                need,
                RoadLayout.trunk(need, visit, demands),
                tracks(sender, demands),
                combining.combined(sender, need, demands).orElse(null));
    }

    private List<Track> tracks(Sender sender, List<Demand> demands) {
        Map<String, OutboxPages.Item> parcels =
                outbox
                        .openInLanes(
                                sender, demands.stream().map(DemandPages::lane).toList())
                        .stream()
                        .collect(Collectors.toMap(OutboxPages.Item::lane, Function.identity(), (head, later) -> head));
        return demands.stream()
                .map(demand -> new Track(demand, RoadLayout.stopsOf(demand), parcels.get(lane(demand))))
                .toList();
    }

    private static String lane(Demand demand) {
        return Asking.lane(demand.factory(), demand.id());
    }

    /** Demands no factory has answered yet, the most overdue first. */
    public List<DemandLine> waiting(Sender sender, int most) {
        return wall.read(Scope.of(sender), () -> lines(sender, store.waiting(most, clock.instant())));
    }

    /** What factories answered since then, newest first. */
    public List<DemandLine> answers(Sender sender, Instant since, int most) {
        return wall.read(Scope.of(sender), () -> lines(sender, store.answered(since, most, clock.instant())));
    }

    /** For whom how many demands wait, those with most late ones first. */
    public List<WaitingFor> waitingByFactory(Sender sender) {
        return wall.read(Scope.of(sender), () -> store.waitingByFactory(clock.instant()));
    }

    private List<DemandLine> lines(Sender sender, Collection<Demand> demands) {
        Map<String, NeedsPages.NeedLine> byId = needs.byIds(
                sender, demands.stream().map(Demand::needId).distinct().toList());
        return seen(sender, demands).stream()
                .map(demand -> DemandLine.of(demand, byId.get(demand.needId())))
                .toList();
    }

    /** A hop shows the message behind it to those alone who may read that message. */
    private List<Demand> seen(Sender sender, Collection<Demand> demands) {
        List<String> behind = demands.stream()
                .flatMap(demand -> demand.hops().stream())
                .flatMap(hop -> Stream.ofNullable(hop.messageId()))
                .distinct()
                .toList();
        Set<String> visible = journal.visible(sender, behind);
        return demands.stream().map(demand -> demand.seen(visible)).toList();
    }

    /**
     * What is asked of one factory.
     *
     * @param late the answer is overdue; a flag beside the state
     * @param hops every station it passed, oldest first
     * @param copyTo RND where research and development reads it too, because something has no product code
     * @param after what led to this asking besides the rule for the whole need: a refused demand, or a part a person sent; not for partners
     * @param agents through whom it runs today (经由代理商); none where no agent serves the customer for the class
     */
    public record Demand(
            String id,
            @JsonIgnore String needId,
            String factory,
            String state,
            boolean late,
            OffsetDateTime dueAt,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable Quote quote,
            @Nullable String refusalReason,
            @Nullable String orderNo,
            List<Hop> hops,
            @JsonIgnore @Nullable String factoryRef,
            @Nullable String copyTo,
            @Nullable String after,
            List<Served> agents) {
        Demand seen(Set<String> visible) {
            return passed(hops.stream().map(hop -> hop.seen(visible)).toList(), agents);
        }

        Demand passed(List<Hop> stations, List<Served> through) {
            return new Demand(
                    id,
                    needId,
                    factory,
                    state,
                    late,
                    dueAt,
                    askedAt,
                    sentAt,
                    acknowledgedAt,
                    answeredAt,
                    quote,
                    refusalReason,
                    orderNo,
                    stations,
                    factoryRef,
                    copyTo,
                    after,
                    through);
        }
    }

    /**
     * An agent through whom a demand runs.
     *
     * @param partIds the parts it serves the customer for
     * @param words what it said, oldest first; a word without text says that it has seen the need
     */
    public record Served(String agent, String name, List<String> partIds, List<AgentWord> words) {
        public boolean acknowledged() {
            return !words.isEmpty();
        }
    }

    /** What an agent said once. */
    public record AgentWord(@JsonIgnore String agent, String by, String words, OffsetDateTime at) {}

    public record Quote(
            Amount price,
            int leadTimeDays,
            @Nullable LocalDate validUntil,
            @Nullable String note) {}

    /** @param messageId that made it pass, where the asker may see it */
    public record Hop(
            String station, OffsetDateTime at, @Nullable String messageId) {
        Hop seen(Set<String> visible) {
            return messageId == null || visible.contains(messageId) ? this : new Hop(station, at, null);
        }
    }

    /**
     * A demand in a list.
     *
     * @param summary of its need
     */
    public record DemandLine(
            @JsonUnwrapped Demand demand,
            String needId,
            @Nullable String summary,
            @JsonIgnore NeedsPages.@Nullable NeedLine need) {
        static DemandLine of(Demand demand, NeedsPages.@Nullable NeedLine need) {
            return new DemandLine(demand, demand.needId(), need == null ? null : need.summary(), need);
        }
    }

    /** A need, what was asked for it, and what that comes to; a partner is told its own share alone. */
    public record NeedWithDemands(
            @JsonUnwrapped NeedsPages.Need need,
            List<Demand> demands,
            @Nullable Combined combined) {}

    /**
     * The road of one need.
     *
     * @param trunk VISITED RECEIVED GRADED ASKED, before the road parts
     * @param tracks one a demand
     * @param combined what the shares come to; absent for a partner
     */
    public record Road(
            NeedsPages.Need need,
            List<Stop> trunk,
            List<Track> tracks,
            @Nullable Combined combined) {
        public Stream<Track> waiting() {
            return tracks.stream()
                    .filter(track -> List.of("WAITING", "SENT", "ACKNOWLEDGED")
                            .contains(track.demand().state()));
        }
    }

    /**
     * A station of the road.
     *
     * @param station VISITED RECEIVED GRADED ASKED, or the name of a {@link Station}
     * @param at when it was passed; absent while it lies ahead
     */
    public record Stop(
            String station,
            @Nullable OffsetDateTime at,
            @Nullable String messageId) {
        public boolean passed() {
            return at != null;
        }
    }

    /**
     * One factory's track.
     *
     * @param stops ASKED SENT ACKNOWLEDGED, then QUOTED ORDERED DELIVERED PAID, or REFUSED and no more
     * @param parcel what is still on its way to the factory or stands parked, with its tries
     */
    public record Track(Demand demand, List<Stop> stops, OutboxPages.@Nullable Item parcel) {}

    /** @param since when the oldest of them was asked */
    public record WaitingFor(String factory, long waiting, long late, OffsetDateTime since) {}
}
