package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.visits.VisitsPages;

/** 设备档案: install, commissioning, warranty and preventive plan of a machine at a customer, and its maintenance as it is done. */
@Component
public class EquipmentBook {
    private static final int LONGEST_SERIAL = 60;
    private static final int LONGEST = 1000;
    private static final int MOST_MONTHS = 120;

    private final EquipmentStore store;
    private final Meter meter;
    private final VisitsPages visits;
    private final Portfolios portfolios;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    EquipmentBook(
            EquipmentStore store,
            Meter meter,
            VisitsPages visits,
            Portfolios portfolios,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.meter = meter;
        this.visits = visits;
        this.portfolios = portfolios;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Enters the record of a machine, or says it anew; hours that visits read before count from now on. */
    public ServiceCases.Answer keep(Sender by, Wanted wanted) {
        policy.require(by, Act.KEEP_EQUIPMENT);
        Optional<Refusal> wrong = misfit(wanted);
        if (wrong.isPresent()) {
            return ServiceCases.Answer.no(wrong);
        }
        return wall.within(Scope.of(by), () -> {
            List<String> kin = portfolios.kin(wanted.customerId());
            if (kin.isEmpty()) {
                throw Problem.notFound().said();
            }
            Optional<EquipmentStore.Machine> known = store.find(kin, wanted.serial());
            EquipmentStore.Machine machine = wanted.over(known.orElseGet(() -> bare(kin.getFirst(), wanted.serial())));
            store.enter(machine, by.region(), by.login(), clock.instant());
            if (known.isEmpty()) {
                readBefore(by, machine);
            }
            meter.reckon(machine.id());
            trail.note(Act.KEEP_EQUIPMENT.name(), machine.id(), wanted.serial());
            return new ServiceCases.Answer(machine.id(), null);
        });
    }

    private EquipmentStore.Machine bare(String customer, String serial) {
        Portfolios.Line line = portfolios.lines(List.of(customer)).get(customer);
        return EquipmentStore.Machine.bare(ids.next(), customer, line == null ? null : line.region(), serial.strip());
    }

    private void readBefore(Sender by, EquipmentStore.Machine entered) {
        String machine = store.find(entered.id()).orElseThrow().machine();
        visits
                .readings(
                        by,
                        portfolios
                                .customerByRecord(List.of(entered.customerId()))
                                .keySet())
                .stream()
                .filter(each -> each.machine().equals(machine))
                .forEach(each -> meter.read(
                        entered.id(), each.runningHours(), each.readAt().toInstant()));
    }

    private static Optional<Refusal> misfit(Wanted wanted) {
        if (wanted.serial().isBlank() || wanted.serial().length() > LONGEST_SERIAL) {
            return Optional.of(ServiceWords.noSuchMachine());
        }
        Integer months = wanted.planMonths();
        BigDecimal every = wanted.planHours();
        if ((months != null && (months < 1 || months > MOST_MONTHS)) || (every != null && every.signum() <= 0)) {
            return Optional.of(ServiceWords.badPlan());
        }
        LocalDate installed = wanted.installedOn();
        LocalDate commissioned = wanted.commissionedOn();
        return installed != null && commissioned != null && commissioned.isBefore(installed)
                ? Optional.of(ServiceWords.badDays())
                : Optional.empty();
    }

    /** Looked after on a day; without hours the last that were read count. */
    public Optional<Refusal> maintained(Sender by, String id, Done done) {
        policy.require(by, Act.KEEP_EQUIPMENT);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        if (done.on().isAfter(today)) {
            return Optional.of(ServiceWords.future(today));
        }
        if (done.words().length() > LONGEST) {
            return ServiceWords.badWords("/words");
        }
        wall.run(Scope.of(by), () -> {
            EquipmentStore.Machine machine =
                    store.find(id).orElseThrow(() -> Problem.notFound().said());
            Done counted = done.hours() == null ? new Done(done.on(), machine.hours(), done.words()) : done;
            store.maintained(ids.next(), id, counted, by.login(), clock.instant());
            meter.reckon(id);
            trail.note("MAINTAINED", id, done.on().toString());
        });
        return Optional.empty();
    }

    /** What the record of a machine is to say. */
    public record Wanted(
            String customerId,
            String serial,
            @Nullable String model,
            @Nullable LocalDate installedOn,
            @Nullable LocalDate commissionedOn,
            @Nullable LocalDate warrantyUntil,
            @Nullable Integer planMonths,
            @Nullable BigDecimal planHours) {
        EquipmentStore.Machine over(EquipmentStore.Machine known) {
            return new EquipmentStore.Machine(
                    known.id(),
                    known.customerId(),
                    known.region(),
                    known.serial(),
                    known.machine(),
                    model == null ? known.model() : model,
                    installedOn,
                    commissionedOn,
                    warrantyUntil,
                    planMonths,
                    planHours,
                    known.doneOn(),
                    known.doneHours(),
                    known.hours(),
                    known.hoursAt(),
                    known.hoursADay(),
                    null,
                    null);
        }
    }

    /** Maintenance that was done. */
    public record Done(LocalDate on, @Nullable BigDecimal hours, String words) {}
}
