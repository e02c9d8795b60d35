package org.tongqu.hub.channel;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Agents as shown: headquarters see all of them, an agent its own page alone. */
@Component
public final class ChannelPages {
    private static final int MOST_MOVES = 20;

    private final TreeStore places;
    private final CapabilityStore capabilities;
    private final AgentOfRecordStore records;
    private final AgentsOfRecord agentsOfRecord;
    private final MoveStore moves;
    private final Stock stock;
    private final Units units;
    private final Portfolios portfolios;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    ChannelPages(
            TreeStore places,
            CapabilityStore capabilities,
            AgentOfRecordStore records,
            AgentsOfRecord agentsOfRecord,
            MoveStore moves,
            Stock stock,
            Units units,
            Portfolios portfolios,
            Partners partners,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.places = places;
        this.capabilities = capabilities;
        this.records = records;
        this.agentsOfRecord = agentsOfRecord;
        this.moves = moves;
        this.stock = stock;
        this.units = units;
        this.portfolios = portfolios;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** All agents, each after the one above it, with what it has and what hangs below it. */
    public List<AgentLine> tree(Sender reader) {
        policy.require(reader, Act.READ_AGENTS);
        return wall.read(Scope.of(reader), this::lines);
    }

    private List<AgentLine> lines() {
        Map<String, Partners.Partner> agents = agents();
        Forest forest = Forest.of(agents.keySet(), places.on(today()));
        Map<String, List<Stock.Line>> stocks = stock.of(agents.keySet(), agents.values());
        Map<String, Long> held = records.held().stream()
                .collect(Collectors.toMap(AgentOfRecordStore.Held::agent, AgentOfRecordStore.Held::customers));
        Map<String, List<String>> kinds = new HashMap<>();
        capabilities
                .on(today())
                .forEach(each -> kinds.merge(each.agent(), List.of(each.kind()), ChannelPages::together));
        return forest.nodes().stream()
                .map(node -> new AgentLine(
                        node.agent(),
                        Objects.requireNonNull(agents.get(node.agent())).name(),
                        Objects.requireNonNull(agents.get(node.agent())).active(),
                        forest.above(node.agent()),
                        node.level(),
                        held.getOrDefault(node.agent(), 0L),
                        Goods.of(sum(List.of(node.agent()), stocks)),
                        Goods.of(sum(forest.under(node.agent()), stocks)),
                        kinds.getOrDefault(node.agent(), List.of())))
                .toList();
    }

    private static List<String> together(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .distinct()
                .toList();
    }

    private static Stock.Line sum(List<String> agents, Map<String, List<Stock.Line>> stocks) {
        return agents.stream()
                .flatMap(agent -> stocks.getOrDefault(agent, List.of()).stream())
                .reduce(Stock.Line.NONE, Stock.Line::plus);
    }

    /** One agent whole; to an agent there is no other than itself. */
    public Optional<Agent> agent(Sender reader, String code) {
        if (hidden(reader, code)) {
            return Optional.empty();
        }
        Map<String, Partners.Partner> all = wall.read(Scope.WORKER, this::agents);
        Partners.Partner one = all.get(code);
        if (one == null) {
            return Optional.empty();
        }
        boolean self = reader.role() == Sender.Role.AGENT;
        List<Stock.Line> lines = wall.read(self ? Scope.WORKER : Scope.of(reader), () -> goods(code, all, self));
        return Optional.of(wall.read(Scope.of(reader), () -> whole(one, all, lines)));
    }

    /** An agent does not see every order by which goods came to its own firm, so its own goods are counted by the hub. */
    private List<Stock.Line> goods(String code, Map<String, Partners.Partner> all, boolean self) {
        return self
                ? stock.own(code, all.values())
                : stock.of(List.of(code), all.values()).getOrDefault(code, List.of());
    }

    /** Whether to this reader there is no such agent; whoever may read none at all is told so. */
    public boolean hidden(Sender reader, String code) {
        if (reader.role() == Sender.Role.AGENT) {
            return !code.equals(reader.partner());
        }
        policy.require(reader, Act.READ_AGENTS);
        return false;
    }

    private Agent whole(Partners.Partner one, Map<String, Partners.Partner> all, List<Stock.Line> lines) {
        Forest forest = Forest.of(all.keySet(), places.on(today()));
        return new Agent(
                one.code(),
                one.name(),
                one.active(),
                named(forest.line(one.code()), all),
                named(
                        forest.nodes().stream()
                                .map(Forest.Node::agent)
                                .filter(each -> one.code().equals(forest.above(each)))
                                .toList(),
                        all),
                places.of(one.code()).stream()
                        .map(place -> Placed.of(place, all))
                        .toList(),
                capabilities.of(one.code()).stream()
                        .map(each -> Capability.of(each, today()))
                        .toList(),
                records.of(one.code()).stream()
                        .map(AgentOfRecordStore.Row::customerId)
                        .distinct()
                        .count(),
                Goods.of(lines.stream().reduce(Stock.Line.NONE, Stock.Line::plus)),
                lines.stream()
                        .map(line -> new ProductStock(line.product(), Goods.of(line)))
                        .toList(),
                units.of(one.code(), all.values()),
                moves.of(one.code(), MOST_MOVES).stream()
                        .map(head -> move(head, all))
                        .toList());
    }

    private Move move(MoveStore.Head head, Map<String, Partners.Partner> all) {
        String giver = head.giver();
        return new Move(
                head.id(),
                head.number(),
                giver == null ? null : Named.of(giver, all),
                Named.of(head.receiver(), all),
                head.productClass(),
                head.madeBy(),
                head.madeAt(),
                head.undoneBy(),
                head.undoneAt(),
                head.goneBack(),
                head.stayed(),
                moves.counts(head.id()));
    }

    /** A move with its counts, for those who may make one or look after them. */
    public Optional<Move> move(Sender reader, String id) {
        policy.require(reader, Act.READ_AGENTS);
        return wall.read(Scope.of(reader), () -> moves.find(id).map(head -> move(head, agents())));
    }

    /** Customers of an agent today, the newest number first. */
    public Slice<SignedCustomer> customers(Sender reader, String code, Window window) {
        if (hidden(reader, code)) {
            throw Problem.notFound().said();
        }
        return wall.read(Scope.of(reader), () -> {
            List<AgentOfRecordStore.Row> rows = records.of(code);
            Map<String, String> heirs = portfolios.heirs(
                    rows.stream().map(AgentOfRecordStore.Row::customerId).toList());
            Map<String, List<AgentOfRecordStore.Row>> byHeir = rows.stream()
                    .filter(row -> heirs.containsKey(row.customerId()))
                    .collect(Collectors.groupingBy(row -> Objects.requireNonNull(heirs.get(row.customerId()))));
            List<SignedCustomer> page = portfolios.lines(byHeir.keySet()).values().stream()
                    .filter(line -> line.number() < window.beforeNumber())
                    .sorted(Comparator.comparing(Portfolios.Line::number).reversed())
                    .limit(window.oneMore())
                    .map(line -> SignedCustomer.of(line, byHeir.getOrDefault(line.id(), List.of())))
                    .toList();
            return Slice.of(page, window, each -> String.valueOf(each.number()));
        });
    }

    /** Whose a customer is and was, newest first, for those who see agents; an agent sees itself in it alone. */
    public List<AgentsOfRecord.Signed> agentsOf(Sender reader, String customer) {
        if (reader.role() != Sender.Role.AGENT) {
            policy.require(reader, Act.READ_AGENTS);
        }
        return wall.read(Scope.of(reader), () -> agentsOfRecord.history(customer));
    }

    /** Whose a customer is, as its own page shows it; empty for those who see no agents. */
    public Optional<Corner> corner(Sender reader, String customer) {
        if (!policy.allows(reader.role(), Act.READ_AGENTS)) {
            return Optional.empty();
        }
        return Optional.of(wall.read(Scope.of(reader), () -> {
            Map<String, Partners.Partner> all = agents();
            Map<Boolean, List<CornerLine>> lines = agentsOfRecord.history(customer).stream()
                    .map(each -> CornerLine.of(each, all))
                    .collect(Collectors.partitioningBy(line -> line.until() == null));
            return new Corner(
                    customer,
                    lines.getOrDefault(true, List.of()),
                    lines.getOrDefault(false, List.of()),
                    names(all),
                    partners.classes().stream().map(Partners.ProductClass::code).toList(),
                    mayMove(reader));
        }));
    }

    /** Agents by code, with those switched off. */
    public Map<String, String> names(Sender reader) {
        policy.require(reader, Act.READ_AGENTS);
        return names(wall.read(Scope.of(reader), this::agents));
    }

    private static Map<String, String> names(Map<String, Partners.Partner> all) {
        return all.values().stream()
                .collect(Collectors.toMap(
                        Partners.Partner::code, Partners.Partner::name, (one, other) -> one, java.util.TreeMap::new));
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_AGENTS);
    }

    public boolean mayMove(Sender reader) {
        return policy.allows(reader.role(), Act.MOVE_AGENT);
    }

    private static List<Named> named(List<String> codes, Map<String, Partners.Partner> all) {
        return codes.stream().map(code -> Named.of(code, all)).toList();
    }

    private Map<String, Partners.Partner> agents() {
        return partners.all().stream()
                .filter(each -> each.kind().equals("AGENT"))
                .collect(Collectors.toMap(Partners.Partner::code, Function.identity()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /** What stands on a customer's page: whose it is, whose it was, and to whom it may be given. */
    public record Corner(
            String customerId,
            List<CornerLine> today,
            List<CornerLine> past,
            Map<String, String> agents,
            List<String> classes,
            boolean mayMove) {}

    /** A line of it; the class is absent for every class, the end while it stands. */
    public record CornerLine(
            Named agent,
            @Nullable String productClass,
            OffsetDateTime since,
            @Nullable OffsetDateTime until) {
        static CornerLine of(AgentsOfRecord.Signed each, Map<String, Partners.Partner> all) {
            java.time.Instant until = each.until();
            return new CornerLine(
                    Named.of(each.agent(), all),
                    each.productClass(),
                    each.since().atZone(Columns.HOUSE_ZONE).toOffsetDateTime(),
                    until == null ? null : until.atZone(Columns.HOUSE_ZONE).toOffsetDateTime());
        }
    }

    /** A code and its name. */
    public record Named(String code, String name) {
        static Named of(String code, Map<String, Partners.Partner> all) {
            Partners.Partner known = all.get(code);
            return new Named(code, known == null ? code : known.name());
        }
    }

    /**
     * What came and what went, all products summed or of one.
     *
     * @param in all that came
     * @param toStock shipped by factories to the agent itself
     * @param direct shipped by factories through the agent to an end user
     * @param fromAgents what other agents say they sold to it
     * @param through what it says it sold on
     * @param stock what came less what went; below nothing where more was told as sold than ever came
     */
    public record Goods(
            BigDecimal in,
            BigDecimal toStock,
            BigDecimal direct,
            BigDecimal fromAgents,
            BigDecimal through,
            BigDecimal stock) {
        static Goods of(Stock.Line line) {
            return new Goods(line.in(), line.toStock(), line.direct(), line.fromAgents(), line.through(), line.stock());
        }

        public boolean negative() {
            return stock.signum() < 0;
        }
    }

    /**
     * An agent in the tree.
     *
     * @param level 1 for the top
     * @param own its own goods
     * @param below its own and all below it
     * @param kinds what it takes on today
     */
    public record AgentLine(
            String code,
            String name,
            boolean active,
            @Nullable String above,
            int level,
            long customers,
            Goods own,
            Goods below,
            List<String> kinds) {}

    /** @param above those above it, the top first */
    public record Agent(
            String code,
            String name,
            boolean active,
            List<Named> above,
            List<Named> below,
            List<Placed> places,
            List<Capability> capabilities,
            long customers,
            Goods goods,
            List<ProductStock> products,
            List<Unit> units,
            List<Move> moves) {}

    /** Where it stood, from a day and until before a day. */
    public record Placed(
            @Nullable Named above, LocalDate from, @Nullable LocalDate until, String by) {
        static Placed of(TreeStore.Place place, Map<String, Partners.Partner> all) {
            String above = place.above();
            return new Placed(
                    above == null ? null : Named.of(above, all), place.from(), place.until(), place.enteredBy());
        }
    }

    /** What it takes on. */
    public record Capability(
            String id,
            String kind,
            @Nullable String region,
            @Nullable String province,
            @Nullable String productClass,
            LocalDate from,
            @Nullable LocalDate until,
            boolean now) {
        static Capability of(CapabilityStore.Capability each, LocalDate today) {
            boolean now = !each.from().isAfter(today)
                    && (each.until() == null || each.until().isAfter(today));
            return new Capability(
                    each.id(),
                    each.kind(),
                    each.region(),
                    each.province(),
                    each.productClass(),
                    each.from(),
                    each.until(),
                    now);
        }
    }

    public record ProductStock(String product, Goods goods) {}

    /**
     * One machine by its number.
     *
     * @param customerId who has it, where that may be seen
     * @param how SEEN on a visit, DIRECT where the order went to the end user, AGENT where it went to another agent, STOCK where nobody knows yet
     */
    public record Unit(
            String machine,
            String serial,
            String product,
            @Nullable String model,
            String orderId,
            String orderNo,
            OffsetDateTime shippedAt,
            @Nullable String customerId,
            @Nullable String customer,
            String how) {}

    /** A customer and what the agent has it for; absent classes mean all. */
    public record SignedCustomer(
            String id,
            long number,
            String name,
            @Nullable String region,
            long contacts,
            Set<String> classes,
            boolean all,
            OffsetDateTime since) {
        static SignedCustomer of(Portfolios.Line line, List<AgentOfRecordStore.Row> rows) {
            return new SignedCustomer(
                    line.id(),
                    line.number(),
                    line.name(),
                    line.region(),
                    line.contacts(),
                    rows.stream()
                            .map(AgentOfRecordStore.Row::productClass)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toCollection(java.util.TreeSet::new)),
                    rows.stream().anyMatch(row -> row.productClass() == null),
                    rows.stream()
                            .map(AgentOfRecordStore.Row::since)
                            .min(Comparator.naturalOrder())
                            .orElse(java.time.Instant.EPOCH)
                            .atZone(Columns.HOUSE_ZONE)
                            .toOffsetDateTime());
        }
    }

    /**
     * A move and what became of it.
     *
     * @param goneBack how many went back when it was undone; absent while it stands
     * @param stayed how many had gone on to somebody else by then
     */
    public record Move(
            String id,
            long number,
            @Nullable Named giver,
            Named receiver,
            @Nullable String productClass,
            String madeBy,
            OffsetDateTime madeAt,
            @Nullable String undoneBy,
            @Nullable OffsetDateTime undoneAt,
            @Nullable Integer goneBack,
            @Nullable Integer stayed,
            List<Count> counts) {}

    /** How much of a kind there was before and is after. */
    public record Count(String kind, long was, long became) {
        static List<Count> of(Hanging.Counts counts) {
            return List.of(
                    new Count("CUSTOMERS", counts.customers(), counts.customers()),
                    new Count("CONTACTS", counts.contacts(), counts.contacts()),
                    new Count("VISITS", counts.visits(), counts.visits()),
                    new Count("ORDERS", counts.orders(), counts.orders()),
                    new Count("MACHINES", counts.machines(), counts.machines()));
        }
    }
}
