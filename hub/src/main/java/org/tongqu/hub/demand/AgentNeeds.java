package org.tongqu.hub.demand;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 经由代理商: the needs of an agent's own customers, under the ids their factories know them by, without a price, another's part or another's word. */
@Service
public class AgentNeeds {
    private static final int LONGEST = 2000;

    private final ServedStore store;
    private final DemandPagesStore demands;
    private final Needs needs;
    private final Customers customers;
    private final Partners partners;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    AgentNeeds(
            ServedStore store,
            DemandPagesStore demands,
            Needs needs,
            Customers customers,
            Partners partners,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.demands = demands;
        this.needs = needs;
        this.customers = customers;
        this.partners = partners;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Refuses whoever is no agent, before anything is written. */
    public void mayRead(Sender agent) {
        policy.require(agent, Act.SEE_AGENT_NEEDS);
    }

    /** What runs through the agent today, newest first. */
    public Slice<AgentNeed> list(Sender agent, Window window) {
        String code = code(agent);
        Slice<ServedStore.Seen> seen =
                wall.read(Scope.of(agent), () -> Slice.of(store.of(code, window), window, ServedStore.Seen::demandId));
        return new Slice<>(told(agent, seen.items()), seen.next());
    }

    /** One of them, by the id its factory knows it by. */
    public Optional<AgentNeed> one(Sender agent, String demandId) {
        String code = code(agent);
        List<ServedStore.Seen> seen = wall.read(Scope.of(agent), () -> store.one(code, demandId));
        return told(agent, seen).stream().findFirst();
    }

    /**
     * Says that the need has been seen, or more; the same words again are said once.
     *
     * @param words empty where it has been seen and no more
     */
    public Optional<Refusal> say(Sender agent, String demandId, String words) {
        policy.require(agent, Act.ANSWER_AGENT_NEED);
        String code = code(agent);
        if (words.length() > LONGEST) {
            return Optional.of(new Refusal("/words", "TOO_LONG", "最多写 2000 个字。", "Write at most 2,000 characters."));
        }
        wall.run(Scope.of(agent), () -> {
            if (store.one(code, demandId).isEmpty()) {
                throw Problem.notFound().said();
            }
            store.say(ids.next(), new ServedStore.Said(demandId, code, agent.login(), words.strip()), clock.instant());
        });
        return Optional.empty();
    }

    private String code(Sender agent) {
        policy.require(agent, Act.SEE_AGENT_NEEDS);
        return Objects.requireNonNull(agent.partner(), "an agent without a firm");
    }

    /** The wall has said which; the rest lies behind walls that know no agent, and of it no more is told than is written here. */
    private List<AgentNeed> told(Sender agent, List<ServedStore.Seen> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        List<String> ids = seen.stream().map(ServedStore.Seen::demandId).toList();
        Map<String, List<DemandPages.AgentWord>> words = wall.read(Scope.of(agent), () -> store.words(ids));
        return wall.read(Scope.WORKER, () -> {
            Map<String, DemandPages.Demand> byId = byId(ids);
            Around around = around(byId.values());
            return seen.stream()
                    .flatMap(one -> told(one, byId.get(one.demandId()), around, words))
                    .toList();
        });
    }

    private Map<String, DemandPages.Demand> byId(List<String> demandIds) {
        return demands.byIds(demandIds, clock.instant()).stream()
                .collect(Collectors.toMap(DemandPages.Demand::id, demand -> demand));
    }

    /** What a page of demands is told with, asked once for all of them. */
    private Around around(Collection<DemandPages.Demand> of) {
        Map<String, Needs.Asked> asked =
                needs.asked(of.stream().map(DemandPages.Demand::needId).collect(Collectors.toSet()));
        Set<String> records =
                asked.values().stream().map(Needs.Asked::sourceRecordId).collect(Collectors.toSet());
        Map<String, String> names =
                partners.all().stream().collect(Collectors.toMap(Partners.Partner::code, Partners.Partner::name));
        return new Around(asked, customers.customersOf(records), customers.saidBy(records), names);
    }

    private Stream<AgentNeed> told(
            ServedStore.Seen seen,
            DemandPages.@Nullable Demand demand,
            Around around,
            Map<String, List<DemandPages.AgentWord>> words) {
        Needs.Asked need = demand == null ? null : around.needs().get(demand.needId());
        return demand == null || need == null
                ? Stream.empty()
                : Stream.of(told(seen, demand, need, around, words.getOrDefault(demand.id(), List.of())));
    }

    private static AgentNeed told(
            ServedStore.Seen seen,
            DemandPages.Demand demand,
            Needs.Asked need,
            Around around,
            List<DemandPages.AgentWord> words) {
        return new AgentNeed(
                demand.id(),
                need.needId(),
                need.number(),
                need.said().summary(),
                need.said().functional(),
                need.said().requiredBy(),
                around.customer(need.sourceRecordId()),
                demand.factory(),
                around.names().getOrDefault(demand.factory(), demand.factory()),
                parts(need, seen.parts()),
                demand.state(),
                demand.askedAt(),
                orderedAt(demand),
                seen.since(),
                words);
    }

    private static List<Part> parts(Needs.Asked need, List<String> served) {
        return need.parts().stream()
                .filter(part -> served.contains(part.id()))
                .map(part -> new Part(part.id(), part.productClass(), part.productCode(), part.qty()))
                .toList();
    }

    private static @Nullable OffsetDateTime orderedAt(DemandPages.Demand demand) {
        return demand.hops().stream()
                .filter(hop -> hop.station().equals(Station.ORDERED.name()))
                .findFirst()
                .map(DemandPages.Hop::at)
                .orElse(null);
    }

    /** @param names of partners, by code */
    private record Around(
            Map<String, Needs.Asked> needs,
            Map<String, String> customers,
            Map<String, CustomerSaid> said,
            Map<String, String> names) {
        Whose customer(String record) {
            CustomerSaid words = Objects.requireNonNull(said.get(record));
            return new Whose(customers.get(record), words.name(), words.province(), words.city());
        }
    }

    /**
     * A need as its agent reads it.
     *
     * @param demandId the id its factory has it under
     * @param state of the demand; ORDERED once the factory's order names it
     * @param parts those the agent serves the customer for
     * @param since when it came into the agent's sight
     * @param words the agent's own, oldest first
     */
    public record AgentNeed(
            String demandId,
            String needId,
            String needNumber,
            String summary,
            @Nullable String functional,
            @Nullable LocalDate requiredBy,
            Whose customer,
            String factory,
            String factoryName,
            List<Part> parts,
            String state,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime orderedAt,
            OffsetDateTime since,
            List<DemandPages.AgentWord> words) {}

    /** Whose need it is. */
    public record Whose(
            @Nullable String id,
            String name,
            @Nullable String province,
            @Nullable String city) {}

    public record Part(
            String id,
            @Nullable String productClass,
            @Nullable String productCode,

            @com.fasterxml.jackson.annotation.JsonFormat(
                    shape = com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)
            BigDecimal qty) {}
}
