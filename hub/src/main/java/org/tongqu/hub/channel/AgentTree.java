package org.tongqu.hub.channel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 代理商树: places agents under one another and says what each takes on, from a day and until a day. */
@Component
public class AgentTree {
    private final TreeStore places;
    private final CapabilityStore capabilities;
    private final Partners partners;
    private final People people;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    AgentTree(
            TreeStore places,
            CapabilityStore capabilities,
            Partners partners,
            People people,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.places = places;
        this.capabilities = capabilities;
        this.partners = partners;
        this.people = people;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** From that day on the agent stands there; where it stood without an end before, that ends. */
    public Optional<Refusal> place(Sender by, String agent, PlaceWanted wanted) {
        policy.require(by, Act.EDIT_AGENTS);
        LocalDate from = Objects.requireNonNullElse(wanted.from(), today());
        return wall.within(Scope.of(by), () -> {
            places.hold();
            Optional<Refusal> wrong = misplaced(agent, wanted, from);
            if (wrong.isEmpty()) {
                places.of(agent).stream()
                        .flatMap(place -> place.overlapping(from, wanted.until()).stream())
                        .forEach(place -> places.end(place.id(), from, by.login(), clock.instant()));
                places.begin(
                        new TreeStore.Place(ids.next(), agent, wanted.above(), from, wanted.until(), by.login(), null),
                        clock.instant());
                trail.note(Act.EDIT_AGENTS.name(), agent, "under " + wanted.above() + " from " + from);
            }
            return wrong;
        });
    }

    private Optional<Refusal> misplaced(String agent, PlaceWanted wanted, LocalDate from) {
        String above = wanted.above();
        if (!MoveWrongs.isAgent(agent, partners)) {
            return MoveWrongs.unknownAgent("/agent", agent);
        }
        if (above != null && !MoveWrongs.isAgent(above, partners)) {
            return MoveWrongs.unknownAgent("/above", above);
        }
        if (!inOrder(from, wanted.until())) {
            return Optional.of(TreeWrongs.ORDER);
        }
        if (agent.equals(above) || (above != null && places.circle(agent, above, from, wanted.until()))) {
            return Optional.of(TreeWrongs.circle(agent, above));
        }
        return places.of(agent).stream()
                .flatMap(place -> place.overlapping(from, wanted.until()).stream())
                .filter(place -> place.until() != null || place.from().isAfter(from) || wanted.until() != null)
                .findFirst()
                .map(TreeWrongs::overlaps);
    }

    /** The id of what was entered, or why it was not. */
    public Answer add(Sender by, String agent, CapabilityWanted wanted) {
        policy.require(by, Act.EDIT_AGENTS);
        CapabilityStore.Capability added = new CapabilityStore.Capability(
                ids.next(),
                agent,
                wanted.kind(),
                wanted.region(),
                wanted.province(),
                wanted.productClass(),
                Objects.requireNonNullElse(wanted.from(), today()),
                wanted.until(),
                by.login());
        return wall.within(Scope.of(by), () -> {
            places.hold();
            Optional<Refusal> wrong = misfit(added);
            if (wrong.isPresent()) {
                return new Answer(null, wrong.get());
            }
            capabilities.begin(added, clock.instant());
            trail.note(Act.EDIT_AGENTS.name(), agent, added.kind() + " from " + added.from());
            return new Answer(added.id(), null);
        });
    }

    private Optional<Refusal> misfit(CapabilityStore.Capability added) {
        if (!MoveWrongs.isAgent(added.agent(), partners)) {
            return MoveWrongs.unknownAgent("/agent", added.agent());
        }
        return TreeWrongs.of(added, partners, people)
                .or(() -> inOrder(added.from(), added.until()) ? Optional.empty() : Optional.of(TreeWrongs.ORDER))
                .or(() -> capabilities.of(added.agent()).stream()
                        .filter(added::clashes)
                        .findFirst()
                        .map(TreeWrongs::overlaps));
    }

    /** From that day on the agent takes it on no more. */
    public Optional<Refusal> end(Sender by, String agent, String id, @Nullable LocalDate until) {
        policy.require(by, Act.EDIT_AGENTS);
        LocalDate last = Objects.requireNonNullElse(until, today());
        return wall.within(Scope.of(by), () -> {
            CapabilityStore.Capability found = capabilities
                    .find(agent, id)
                    .orElseThrow(() -> Problem.notFound().said());
            if (last.isBefore(found.from())
                    || (found.until() != null && found.until().isBefore(last))) {
                return Optional.of(TreeWrongs.ORDER);
            }
            capabilities.end(id, last, by.login(), clock.instant());
            trail.note(Act.EDIT_AGENTS.name(), agent, found.kind() + " until " + last);
            return Optional.empty();
        });
    }

    /** Agents that take repair in a region today, each once, with the province where it takes but one; for whom the region is unknown, all. */
    public List<Repairer> repairers(@Nullable String region) {
        return capabilities.on(today()).stream()
                .filter(each -> each.kind().equals("REPAIR") && takes(each, region))
                .map(each -> new Repairer(each.agent(), each.province(), each.productClass()))
                .distinct()
                .toList();
    }

    private boolean takes(CapabilityStore.Capability each, @Nullable String region) {
        String where =
                each.region() == null ? people.regionOfProvince(each.province()).orElse(null) : each.region();
        return where == null || region == null || where.equals(region);
    }

    private static boolean inOrder(LocalDate from, @Nullable LocalDate until) {
        return until == null || until.isAfter(from);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * Where an agent is to stand.
     *
     * @param above absent for the top
     * @param from absent for today
     * @param until the first day it holds no more; absent for no end
     */
    public record PlaceWanted(
            @Nullable String above,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * What an agent is to take on.
     *
     * @param kind one of {@link #KINDS}
     * @param region absent for everywhere, or where a province says it
     */
    public record CapabilityWanted(
            String kind,
            @Nullable String region,
            @Nullable String province,
            @Nullable String productClass,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public static final List<String> KINDS = List.of("SALES", "REPAIR", "EXCLUSIVE");
    }

    /** Who repairs; of one province or class alone where they are there. */
    public record Repairer(
            String agent,
            @Nullable String province,
            @Nullable String productClass) {}

    /** Exactly one of the two is there. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {}
}
