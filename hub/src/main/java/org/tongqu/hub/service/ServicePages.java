package org.tongqu.hub.service;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentTree;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Cases, machines and due maintenance as shown. */
@Component
public final class ServicePages {
    public static final List<String> STATES = CaseState.names();
    /** Due maintenance is listed so many days ahead where nothing else is asked for. */
    public static final int AHEAD = 30;

    private static final String LONGEST_AHEAD = "1000";

    private final ServiceCaseStore cases;
    private final EquipmentStore equipment;
    private final Actions actions;
    private final AgentTree agents;
    private final Portfolios portfolios;
    private final KeepingPages keeping;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    ServicePages(
            ServiceCaseStore cases,
            EquipmentStore equipment,
            Actions actions,
            AgentTree agents,
            Portfolios portfolios,
            KeepingPages keeping,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.cases = cases;
        this.equipment = equipment;
        this.actions = actions;
        this.agents = agents;
        this.portfolios = portfolios;
        this.keeping = keeping;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Cases in sight, newest first. */
    public Slice<CaseLine> cases(Sender reader, @Nullable String state, @Nullable String region, Window window) {
        policy.require(reader, Act.SEE_SERVICE);
        return wall.read(
                Scope.of(reader),
                () -> Slice.of(
                        cases.list(state, region, window),
                        window,
                        line -> line.number().substring(2)));
    }

    public CaseFigures figures(Sender reader) {
        policy.require(reader, Act.SEE_SERVICE);
        return wall.read(Scope.of(reader), cases::figures);
    }

    /** A case whole, with its steps, and who could repair for whoever sends. */
    public Optional<CaseWhole> find(Sender reader, String id) {
        policy.require(reader, Act.SEE_SERVICE);
        boolean sends = policy.allows(reader.role(), Act.SEND_SERVICE);
        return wall.read(
                Scope.of(reader),
                () -> cases.find(id)
                        .map(line -> new CaseWhole(
                                line,
                                cases.steps(id),
                                sends ? agents.repairers(line.region()) : List.of(),
                                may(reader))));
    }

    public May may(Sender reader) {
        return new May(
                policy.allows(reader.role(), Act.OPEN_SERVICE),
                policy.allows(reader.role(), Act.SEND_SERVICE),
                policy.allows(reader.role(), Act.REPORT_SERVICE),
                policy.allows(reader.role(), Act.CLOSE_SERVICE),
                policy.allows(reader.role(), Act.KEEP_EQUIPMENT),
                policy.allows(reader.role(), Act.DISMISS_ACTION));
    }

    /** What this room knows of one customer; absent for those who see none of it. */
    public Optional<Corner> corner(Sender reader, String customerId) {
        if (!policy.allows(reader.role(), Act.SEE_ACTIONS)) {
            return Optional.empty();
        }
        return Optional.of(wall.read(
                Scope.of(reader),
                () -> new Corner(
                        customerId,
                        actions.of(reader, customerId),
                        cases.of(portfolios.kin(customerId)),
                        machines(equipment.of(portfolios.kin(customerId))),
                        may(reader))));
    }

    /** Records of the machines of one customer. */
    public List<EquipmentLine> equipment(Sender reader, String customerId) {
        policy.require(reader, Act.SEE_ACTIONS);
        return wall.read(Scope.of(reader), () -> machines(equipment.of(portfolios.kin(customerId))));
    }

    /** What is due until a day so many days from now, the first due first. */
    public List<EquipmentLine> due(Sender reader, DueAsked asked) {
        policy.require(reader, Act.SEE_ACTIONS);
        return wall.read(Scope.of(reader), () -> {
            String person = asked.person();
            Collection<String> kept = person == null
                    ? null
                    : portfolios.kins(keeping.keptBy(person)).keySet();
            return machines(equipment.due(today().plusDays(asked.days()), asked.region(), kept));
        });
    }

    private List<EquipmentLine> machines(List<EquipmentStore.Machine> machines) {
        List<String> ids = machines.stream()
                .map(EquipmentStore.Machine::customerId)
                .distinct()
                .toList();
        Map<String, String> heirs = portfolios.heirs(ids);
        Map<String, Portfolios.Line> lines = portfolios.lines(heirs.values());
        Map<String, String> keepers = keepers(heirs);
        LocalDate today = today();
        return machines.stream()
                .map(machine -> {
                    String heir = heirs.getOrDefault(machine.customerId(), machine.customerId());
                    Portfolios.Line line = lines.get(heir);
                    return EquipmentLine.of(machine, heir, line == null ? "?" : line.name(), keepers.get(heir), today);
                })
                .toList();
    }

    private Map<String, String> keepers(Map<String, String> heirs) {
        Map<String, String> kins = portfolios.kins(heirs.values());
        Map<String, String> keepers = new HashMap<>();
        keeping.keepersOf(kins.keySet())
                .forEach((kept, person) -> keepers.merge(
                        kins.getOrDefault(kept, kept), person, (one, other) -> kins.containsValue(kept) ? other : one));
        return keepers;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /** Reads what is asked of the list of cases. */
    public static @Nullable String state(@Nullable String raw) {
        return Asked.oneOf("state", raw, STATES);
    }

    /**
     * What of due maintenance is asked for.
     *
     * @param days ahead of today
     * @param person who keeps the customers; absent for everybody in sight
     */
    public record DueAsked(
            int days, @Nullable String region, @Nullable String person) {
        public static DueAsked of(@Nullable String days, @Nullable String region, @Nullable String person) {
            String word = Asked.word("days", days);
            if (word != null
                    && (!word.matches("[0-9]{1,4}") || Integer.parseInt(word) > Integer.parseInt(LONGEST_AHEAD))) {
                throw org.tongqu.hub.platform.Problem.badParameter(
                                "days", "应为 0 到 1000 的整数。", "it must be a whole number from 0 to 1000.")
                        .said();
            }
            return new DueAsked(
                    word == null ? AHEAD : Integer.parseInt(word),
                    Asked.word("region", region),
                    Asked.word("person", person));
        }
    }

    /** What the reader may do here. */
    public record May(boolean open, boolean send, boolean report, boolean close, boolean keep, boolean dismiss) {}

    /** What stands on a customer's page. */
    public record Corner(
            String customerId,
            List<Actions.Action> actions,
            List<CaseLine> cases,
            List<EquipmentLine> machines,
            May may) {
        /** The record of a machine, by its number in the one writing; absent where there is none. */
        public @Nullable EquipmentLine record(String number) {
            return machines.stream()
                    .filter(each -> each.machine().equals(number))
                    .findFirst()
                    .orElse(null);
        }

        /** Records of machines that are not among those. */
        public List<EquipmentLine> beside(Collection<String> numbers) {
            return machines.stream()
                    .filter(each -> !numbers.contains(each.machine()))
                    .toList();
        }
    }

    /** @param asking open ones that ask for a technician */
    public record CaseFigures(long open, long asking, long underWay, long solved) {}

    /**
     * A case in a list.
     *
     * @param customer its name on the day the case was opened
     * @param reopened how often
     */
    public record CaseLine(
            String id,
            String number,
            String customerId,
            String customer,
            @Nullable String region,
            @Nullable String serial,
            @Nullable String visitId,
            String trouble,
            boolean wantsTechnician,
            String state,
            String openedBy,
            OffsetDateTime openedAt,
            @Nullable String agent,
            @Nullable String technician,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime arrivedAt,
            @Nullable OffsetDateTime solvedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable String outcome,
            int reopened) {
        /** Whether an act may follow how it stands. */
        public boolean goesTo(String next) {
            return CaseState.valueOf(state).goesTo(CaseState.valueOf(next));
        }
    }

    /** One step of a case: who did it when, in which words. */
    public record Step(String kind, String words, String who, OffsetDateTime at) {}

    /** @param repairers agents that take repair there, for those who send */
    public record CaseWhole(CaseLine line, List<Step> steps, List<AgentTree.Repairer> repairers, May may) {}

    /**
     * The record of a machine.
     *
     * @param machine its number in the one writing
     * @param late the maintenance should have been
     */
    public record EquipmentLine(
            String id,
            String customerId,
            String customer,
            @Nullable String keeper,
            @Nullable String region,
            String serial,
            String machine,
            @Nullable String model,
            @Nullable LocalDate installedOn,
            @Nullable LocalDate commissionedOn,
            @Nullable LocalDate warrantyUntil,
            @Nullable Integer planMonths,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal planHours,

            @Nullable LocalDate doneOn,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal hours,

            @Nullable LocalDate dueOn,
            @Nullable String dueWhy,
            boolean late) {
        static EquipmentLine of(
                EquipmentStore.Machine machine,
                String customer,
                String name,
                @Nullable String keeper,
                LocalDate today) {
            return new EquipmentLine(
                    machine.id(),
                    customer,
                    name,
                    keeper,
                    machine.region(),
                    machine.serial(),
                    machine.machine(),
                    machine.model(),
                    machine.installedOn(),
                    machine.commissionedOn(),
                    machine.warrantyUntil(),
                    machine.planMonths(),
                    machine.planHours(),
                    machine.doneOn(),
                    machine.hours(),
                    machine.dueOn(),
                    machine.dueWhy(),
                    machine.dueOn() != null
                            && Objects.requireNonNull(machine.dueOn()).isBefore(today));
        }
    }
}
