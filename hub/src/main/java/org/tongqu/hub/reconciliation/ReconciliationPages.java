package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Differences as shown: with the customers' names, and which of the figures stands out. */
@Component
public final class ReconciliationPages {
    /** Asks for differences in whatever state. */
    public static final String ALL = "ALL";

    public static final List<String> STATES = List.of("OPEN", "DECIDED", "SETTLED", ALL);

    private final Discrepancies discrepancies;
    private final DiscrepancyStore store;
    private final Portfolios portfolios;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    ReconciliationPages(
            Discrepancies discrepancies,
            DiscrepancyStore store,
            Portfolios portfolios,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.discrepancies = discrepancies;
        this.store = store;
        this.portfolios = portfolios;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** What the address of a list asks for; one that names no state asks for open differences. */
    public static Discrepancies.Sought sought(
            @Nullable String state, @Nullable String agent, @Nullable String reading, @Nullable String owner) {
        String asked = Asked.oneOf("state", state, STATES);
        String stands = asked == null ? Discrepancies.State.OPEN.name() : asked;
        return new Discrepancies.Sought(
                stands.equals(ALL) ? null : Discrepancies.State.valueOf(stands),
                Asked.word("agent", agent),
                reading(reading),
                Asked.word("owner", owner));
    }

    /** The reading of that name; anything else is told to the asker. */
    public static @Nullable Reading reading(@Nullable String said) {
        List<String> known = Arrays.stream(Reading.values()).map(Reading::name).toList();
        String asked = Asked.oneOf("reading", said, known);
        return asked == null ? null : Reading.valueOf(asked);
    }

    /** Newest first. */
    public Slice<Row> list(Sender reader, Discrepancies.Sought sought, Window window) {
        Slice<Discrepancies.Line> found = discrepancies.list(reader, sought, window);
        Names names = names(
                reader,
                found.items().stream().map(Discrepancies.Line::customerId).toList());
        return found.map(line -> row(line, names));
    }

    /** Agents that have differences in sight. */
    public List<String> agents(Sender reader) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(Scope.of(reader), store::agents);
    }

    /** Open differences of one customer and of all that were merged into it; none for those who may not see differences. */
    public List<Row> openOf(Sender reader, String customerId) {
        if (!policy.allows(reader.role(), Act.SEE_DISCREPANCIES)) {
            return List.of();
        }
        List<Discrepancies.Line> open = wall.read(Scope.of(reader), () -> store.openOf(portfolios.kin(customerId)));
        Names names = names(reader, List.of(customerId));
        return open.stream().map(line -> row(line, names)).toList();
    }

    public Optional<Page> page(Sender reader, String id) {
        return discrepancies.find(reader, id).map(whole -> page(reader, whole));
    }

    private Page page(Sender reader, Discrepancies.Whole whole) {
        List<String> customers = new ArrayList<>(List.of(whole.line().customerId()));
        whole.places().forEach(place -> customers.add(place.customerId()));
        Names names = names(reader, customers);
        List<Spot> spots = whole.places().stream()
                .map(place -> Spot.of(place, names, whole.evidence()))
                .toList();
        return new Page(row(whole.line(), names), spots, whole.events(), whole.questions(), whole.mayDecide());
    }

    public boolean mayDecide(Sender reader) {
        return policy.allows(reader.role(), Act.DECIDE_DISCREPANCY);
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_RECONCILIATION);
    }

    private Row row(Discrepancies.Line line, Names names) {
        boolean late = line.state() == Discrepancies.State.OPEN && line.due().isBefore(today());
        return new Row(
                line,
                names.heir(line.customerId()),
                names.of(line.customerId()),
                Odd.one(line.sold(), line.shipped(), line.stated()),
                late);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    private Names names(Sender reader, Collection<String> customers) {
        return wall.read(Scope.of(reader), () -> {
            Map<String, String> heirs = portfolios.heirs(customers);
            Map<String, String> names = new HashMap<>();
            portfolios.lines(heirs.values()).forEach((id, line) -> names.put(id, line.name()));
            return new Names(heirs, names);
        });
    }

    /** Today's customers by the ids they were kept under. */
    private record Names(Map<String, String> heirs, Map<String, String> names) {
        @Nullable
        String heir(String id) {
            return heirs.get(id);
        }

        @Nullable
        String of(String id) {
            String heir = heirs.get(id);
            return heir == null ? null : names.get(heir);
        }
    }

    /** Which figure stands out. */
    public enum Odd {
        SOLD,
        SHIPPED,
        STATED,
        NONE;

        /** The one that two others speak against; between two, or where each says something else, the agent's. */
        static Odd one(@Nullable BigDecimal sold, @Nullable BigDecimal shipped, @Nullable BigDecimal stated) {
            boolean ship = same(sold, shipped);
            if (stated == null) {
                return ship ? NONE : SOLD;
            }
            boolean word = same(sold, stated);
            if (ship) {
                return word ? NONE : STATED;
            }
            return word ? SHIPPED : SOLD;
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return Cell.figure(one).compareTo(Cell.figure(other)) == 0;
        }
    }

    /**
     * A difference in a list.
     *
     * @param customerId today's; absent where the customer is out of the reader's sight
     * @param late open beyond its due day
     */
    public record Row(
            Discrepancies.Line line,
            @Nullable String customerId,
            @Nullable String customer,
            Odd odd,
            boolean late) {}

    /** A difference whole. */
    public record Page(
            Row row,
            List<Spot> spots,
            List<Discrepancies.Event> events,
            List<Discrepancies.Question> questions,
            boolean mayDecide) {
        public Page {
            spots = List.copyOf(spots);
            events = List.copyOf(events);
            questions = List.copyOf(questions);
        }
    }

    /** Where three figures meet, each with the facts behind it. */
    public record Spot(
            Discrepancies.Place place,
            @Nullable String customerId,
            @Nullable String customer,
            List<Side> sides) {
        static Spot of(Discrepancies.Place place, Names names, List<Discrepancies.Evidence> all) {
            List<Discrepancies.Evidence> here = all.stream()
                    .filter(each ->
                            (each.agent().equals(place.agent()) || each.agent().isEmpty())
                                    && each.product().equals(place.product())
                                    && each.month().equals(place.month())
                                    && each.customerId().equals(place.customerId()))
                    .toList();
            Odd odd = Odd.one(place.sold(), place.shipped(), place.stated());
            return new Spot(
                    place,
                    names.heir(place.customerId()),
                    names.of(place.customerId()),
                    List.of(
                            Side.of(Odd.SOLD, place.sold(), odd, here),
                            Side.of(Odd.SHIPPED, place.shipped(), odd, here),
                            Side.of(Odd.STATED, place.stated(), odd, here)));
        }
    }

    /** What one of the three says. */
    public record Side(Odd kind, @Nullable BigDecimal figure, boolean odd, List<Discrepancies.Evidence> facts) {
        static Side of(Odd kind, @Nullable BigDecimal figure, Odd odd, List<Discrepancies.Evidence> all) {
            return new Side(
                    kind,
                    figure,
                    kind == odd,
                    all.stream().filter(each -> each.kind().equals(kind.name())).toList());
        }
    }
}
