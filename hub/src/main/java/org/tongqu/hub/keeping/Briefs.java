package org.tongqu.hub.keeping;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.Lessons;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.visits.MachineSeries;
import org.tongqu.hub.visits.VisitsPages;

/** 拜访前简报: what somebody who is about to visit a customer must know, on one page; each reader is told what it may see anyway. */
@Component
public class Briefs {
    private static final int RIVALS = 8;
    private static final int PEERS = 6;
    private static final int LOOKED_AT = 200;
    private static final int LESSONS = 3;

    private final CustomersPages customers;
    private final VisitsPages visits;
    private final KeepingPages keeping;
    private final Portfolios portfolios;
    private final OpenNeeds needs;
    private final Lessons lessons;
    private final Policy policy;
    private final Wall wall;

    Briefs(
            CustomersPages customers,
            VisitsPages visits,
            KeepingPages keeping,
            Portfolios portfolios,
            OpenNeeds needs,
            Lessons lessons,
            Policy policy,
            Wall wall) {
        this.customers = customers;
        this.visits = visits;
        this.keeping = keeping;
        this.portfolios = portfolios;
        this.needs = needs;
        this.lessons = lessons;
        this.policy = policy;
        this.wall = wall;
    }

    /** Empty where there is no such customer in sight. */
    public Optional<Brief> of(Sender reader, String id) {
        policy.require(reader, Act.READ_BRIEF);
        return customers.customer(reader, id).map(customer -> brief(reader, customer));
    }

    /** The machines of a customer over all visits. */
    public Optional<List<MachineSeries>> machines(Sender reader, String id) {
        policy.require(reader, Act.READ_BRIEF);
        return customers.customer(reader, id).map(customer -> visits.series(reader, customer.recordIds()));
    }

    private Brief brief(Sender reader, CustomersPages.Customer customer) {
        List<String> records = customer.recordIds();
        List<VisitsPages.Visit> been = visits.byRecords(reader, records);
        KeepingPages.Corner corner = keeping.corner(reader, customer.id());
        List<OpenNeeds.Wish> wishes = wall.read(Scope.of(reader), () -> needs.wishes(records));
        List<String> classes = classes(wishes.stream());
        List<String> open = classes(wishes.stream().filter(wish -> wish.grade() != null));
        return new Brief(
                customer,
                corner.keeper(),
                been.isEmpty() ? null : been.getFirst(),
                corner.plans(),
                wall.read(Scope.of(reader), () -> needs.of(records)),
                visits.series(reader, records),
                rivals(been),
                classes,
                peers(reader, customer, classes),
                wall.read(Scope.of(reader), () -> lessons.of(open, LESSONS)));
    }

    /** The top classes that are wished for. */
    private static List<String> classes(Stream<OpenNeeds.Wish> wishes) {
        return wishes.map(OpenNeeds.Wish::productClass)
                .filter(Objects::nonNull)
                .map(each -> each.replaceFirst("[.].*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Rival> rivals(List<VisitsPages.Visit> been) {
        return been.stream()
                .flatMap(visit ->
                        visit.competitors().stream().map(each -> new Rival(each, visit.visitNo(), visit.visitedAt())))
                .limit(RIVALS)
                .toList();
    }

    /** Others who asked for the same classes and had something to say; those of the same kind of customer first, then the latest. */
    private List<Peer> peers(Sender reader, CustomersPages.Customer own, List<String> classes) {
        List<String> asking = wall.read(Scope.of(reader), () -> needs.askers(classes, LOOKED_AT)).stream()
                .filter(record -> !own.recordIds().contains(record))
                .toList();
        List<VisitsPages.Visit> said =
                visits.byRecords(reader, asking).stream().filter(Briefs::speaks).toList();
        Map<String, CustomersPages.Named> names = customers.namesOf(
                reader, said.stream().map(VisitsPages.Visit::sourceRecordId).collect(Collectors.toSet()));
        Map<String, Portfolios.Head> heads = wall.read(
                Scope.of(reader),
                () -> portfolios.heads(names.values().stream()
                        .map(CustomersPages.Named::customerId)
                        .collect(Collectors.toSet())));
        return said.stream()
                .filter(visit -> names.containsKey(visit.sourceRecordId()))
                .map(visit -> peer(visit, Objects.requireNonNull(names.get(visit.sourceRecordId())), heads))
                .sorted(Comparator.comparing((Peer peer) -> !own.lifeState().equals(peer.lifeState()))
                        .thenComparing(Peer::at, Comparator.reverseOrder()))
                .limit(PEERS)
                .toList();
    }

    private static boolean speaks(VisitsPages.Visit visit) {
        return !visit.opinions().isEmpty()
                || !visit.suggestions().isEmpty()
                || !visit.usage().isEmpty();
    }

    private static Peer peer(VisitsPages.Visit visit, CustomersPages.Named named, Map<String, Portfolios.Head> heads) {
        Portfolios.Head head = heads.get(named.customerId());
        return new Peer(
                named.customerId(),
                named.name(),
                head == null ? null : head.lifeState(),
                visit.visitedAt(),
                visit.opinions(),
                visit.suggestions(),
                visit.usage());
    }

    /**
     * One page.
     *
     * @param lastVisit absent where nobody in sight was there yet
     * @param plans promises to come again: open plans, those past among them
     * @param classes product classes by which the peers were found
     * @param lessons what was learnt of the classes that are asked for now, newest first
     */
    public record Brief(
            CustomersPages.Customer customer,
            @Nullable String keeper,
            VisitsPages.@Nullable Visit lastVisit,
            List<KeepingPages.PlanLine> plans,
            List<OpenNeeds.Open> needs,
            List<MachineSeries> machines,
            List<Rival> rivals,
            List<String> classes,
            List<Peer> peers,
            List<Lessons.Lesson> lessons) {}

    /** A rival's offer that the customer told of on a visit. */
    public record Rival(VisitsPages.Competitor fact, String visitNo, OffsetDateTime at) {}

    /**
     * What another customer of the same product class said.
     *
     * @param lifeState absent where its group of customers is out of sight
     */
    public record Peer(
            String customerId,
            String customer,
            @Nullable String lifeState,
            OffsetDateTime at,
            List<String> opinions,
            List<String> suggestions,
            List<VisitsPages.Reading> usage) {}
}
