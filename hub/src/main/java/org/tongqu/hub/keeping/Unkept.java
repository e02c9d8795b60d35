package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.coverage.Covering;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 无人负责: customers that business runs with and nobody keeps, who covers them, and the press that gives one to such a person. */
@Component
public class Unkept {
    private final Strays strays;
    private final KeeperStore keepers;
    private final Portfolios portfolios;
    private final Covering covering;
    private final Colleagues colleagues;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Unkept(
            Strays strays,
            KeeperStore keepers,
            Portfolios portfolios,
            Covering covering,
            Colleagues colleagues,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.strays = strays;
        this.keepers = keepers;
        this.portfolios = portfolios;
        this.covering = covering;
        this.colleagues = colleagues;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whoever waits longest first; a representative is told those that fall to it by coverage. */
    public List<Row> all(Sender reader) {
        policy.require(reader, Act.SEE_CADENCE);
        Covering.Today today = covering.today();
        Map<String, String> names = colleagues.of(reader).stream()
                .collect(Collectors.toMap(People.User::login, People.User::name, (one, other) -> one));
        return wall.read(Scope.of(reader), strays::all).stream()
                .sorted(Strays.Stray.OLDEST_FIRST)
                .map(stray -> Row.of(stray, today, names, mayGive(reader, stray.customer())))
                .filter(row -> reader.role() != Sender.Role.REP || row.fallsTo(reader.login()))
                .toList();
    }

    public Slice<Row> page(Sender reader, Window window) {
        return Cadence.page(all(reader), window);
    }

    private boolean mayGive(Sender by, Portfolios.Head customer) {
        return policy.allows(by.role(), Act.HAND_OVER) && !isOthers(by, customer);
    }

    private static boolean isOthers(Sender by, Portfolios.Head customer) {
        return by.role() == Sender.Role.MANAGER && !Objects.equals(customer.region(), by.region());
    }

    /** Gives a customer of nobody to somebody who covers it, or says why not; of two at once the first gives. */
    public Optional<Refusal> give(Sender by, String customerId, String login) {
        policy.require(by, Act.HAND_OVER);
        Covering.Today today = covering.today();
        return wall.within(Scope.of(by), () -> {
            Portfolios.Head customer = seen(customerId);
            Optional<Strays.Stray> stray = strays.one(customer.id());
            if (isOthers(by, customer)) {
                return Optional.of(UnkeptWords.OTHER_REGION);
            }
            return stray.isEmpty() ? Optional.of(UnkeptWords.KEPT_ALREADY) : give(stray.get(), login, today);
        });
    }

    private Portfolios.Head seen(String customerId) {
        return portfolios.heirs(List.of(customerId)).values().stream()
                .findFirst()
                .map(heir -> portfolios.heads(List.of(heir)).get(heir))
                .orElseThrow(() -> Problem.notFound().said());
    }

    private Optional<Refusal> give(Strays.Stray stray, String login, Covering.Today today) {
        Portfolios.Head customer = stray.customer();
        Optional<Offer> offer = Offer.of(customer, stray.classes(), today).stream()
                .filter(each -> each.login().equals(login))
                .findFirst();
        if (offer.isEmpty()) {
            return Optional.of(today.knows(login) ? UnkeptWords.NOT_COVERING : UnkeptWords.UNKNOWN_PERSON);
        }
        return offer.get().opens() ? given(customer, offer.get()) : Optional.of(UnkeptWords.OUT_OF_SIGHT);
    }

    private Optional<Refusal> given(Portfolios.Head customer, Offer to) {
        strays.end(customer.id());
        KeeperStore.Kept kept =
                new KeeperStore.Kept(customer.id(), to.login(), customer.region(), to.region(), clock.instant());
        if (!keepers.begin(ids.next(), kept, "GIVEN")) {
            return Optional.of(UnkeptWords.KEPT_ALREADY);
        }
        trail.note(Act.HAND_OVER.name(), customer.id(), to.login());
        return Optional.empty();
    }

    /**
     * A customer that nobody keeps.
     *
     * @param classes what it asked for or ordered, as far as known
     * @param lastContact the last visit, call, sample or quote; absent where there was none
     * @param since how long it waits: from that day, or where there was none from the first day of what runs with it
     * @param leftBy name of who kept it and was switched off; absent where nobody ever did
     * @param covering who covers it today; empty where nobody does
     * @param mayGive whether the reader may give it to one of them
     */
    public record Row(
            String customerId,
            long number,
            String customer,
            @Nullable String region,
            String lifeState,
            Collection<String> classes,
            @Nullable LocalDate lastContact,
            LocalDate since,
            @Nullable String leftBy,
            List<Offer> covering,
            boolean mayGive) {
        static Row of(Strays.Stray of, Covering.Today today, Map<String, String> names, boolean mayGive) {
            Portfolios.Head customer = of.customer();
            return new Row(
                    customer.id(),
                    customer.number(),
                    customer.name(),
                    customer.region(),
                    customer.lifeState(),
                    of.classes(),
                    of.lastContact(),
                    of.since(),
                    of.left() == null ? null : names.getOrDefault(of.left(), of.left()),
                    Offer.of(customer, of.classes(), today),
                    mayGive);
        }

        boolean fallsTo(String login) {
            return covering.stream().anyMatch(each -> each.login().equals(login));
        }
    }

    /**
     * Somebody who covers a customer today.
     *
     * @param insteadOf name of who is away, where this is a stand-in
     * @param classes which of what it asked for; empty where nothing is known of that
     * @param opens whether this person could open the customer; a stand-in of another region could not, and gets none
     */
    public record Offer(
            String login,
            String name,
            @Nullable String region,
            @Nullable String insteadOf,
            List<String> classes,
            boolean opens) {
        static List<Offer> of(Portfolios.Head customer, Collection<String> classes, Covering.Today today) {
            String region = customer.region();
            return today.of(region, classes).stream()
                    .map(each -> new Offer(
                            each.user().login(),
                            each.user().name(),
                            each.user().region(),
                            each.insteadOf(),
                            each.classes(),
                            each.user().region() == null || each.user().region().equals(region)))
                    .toList();
        }
    }
}
