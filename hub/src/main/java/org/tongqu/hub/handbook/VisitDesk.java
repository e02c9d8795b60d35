package org.tongqu.hub.handbook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.RecordJson;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.keeping.VisitPlans;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 写拜访记录: takes a typed visit, and hands it to the journal's own door in the words REST uses, so that everything after it is the same. */
@Component
public class VisitDesk {
    static final int EMPTY_LINES = 2;

    private final Handbook handbook;
    private final HandbookStore store;
    private final Openings openings;
    private final KnownMachines machines;
    private final CustomersPages customers;
    private final Intake intake;
    private final Wording<VisitReport> wording;
    private final VisitPlans plans;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    VisitDesk(
            Handbook handbook,
            HandbookStore store,
            Openings openings,
            KnownMachines machines,
            CustomersPages customers,
            Intake intake,
            Wording<VisitReport> wording,
            VisitPlans plans,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.handbook = handbook;
        this.store = store;
        this.openings = openings;
        this.machines = machines;
        this.customers = customers;
        this.intake = intake;
        this.wording = wording;
        this.plans = plans;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    public boolean mayWrite(Sender by) {
        return policy.allows(by.role(), Act.SEND_VISIT) && handbook.mayRead(by);
    }

    /** A number that no visit of this person's branch has. */
    public String number(Sender by) {
        return openings.number(by);
    }

    /** The form in force for a class of those that have one. */
    public FormVersion chosen(Sender by, String productClass) {
        return handbook.today(by).stream()
                .filter(form -> form.productClass().equals(productClass))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
    }

    /** An empty form; without a class the one of the first class the customer asked for that has its own. */
    public Opened open(Sender by, String customerId, @Nullable String productClass, String number) {
        CustomersPages.Customer customer = customer(by, customerId);
        List<FormVersion> forms = handbook.today(by);
        FormVersion form = openings.form(by, customer, forms, productClass);
        List<Known> known = machines.of(by, customer);
        return new Opened(customer, form, forms, known, openings.sheet(customer, known, number));
    }

    /** The form as it was typed so far. */
    public Opened again(Sender by, String customerId, Sheet sheet) {
        CustomersPages.Customer customer = customer(by, customerId);
        return new Opened(customer, form(by, sheet), handbook.today(by), machines.of(by, customer), sheet);
    }

    /** Sends the sheet; what is wrong with it is told and nothing of it takes effect. */
    public Handed hand(Sender by, String customerId, Sheet sheet) {
        CustomersPages.Customer customer = customer(by, customerId);
        FormVersion form = form(by, sheet);
        Typed typed = Typed.of(sheet, customer, by.login());
        byte[] raw = RecordJson.write(typed.document());
        Reading<VisitReport> reading = wording.read(raw);
        List<Refusal> wrong = new ArrayList<>(Unfilled.of(
                form,
                typed,
                sheet,
                !machines.of(by, customer).isEmpty(),
                LocalDate.now(clock.withZone(Columns.HOUSE_ZONE))));
        if (!wrong.isEmpty()) {
            if (reading instanceof Reading.Refused<VisitReport>(List<Refusal> refusals)) {
                wrong.addAll(refusals);
            }
            return Handed.refused(typed, wrong);
        }
        Item<VisitReport> item = new Item<>(raw, wording.format(), reading);
        Receipt receipt = wall.within(Scope.of(by), () -> keep(by, form, sheet, item));
        if (receipt.status() == Receipt.Status.RECEIVED) {
            plan(by, customer, sheet);
        }
        return receipt.status() == Receipt.Status.REFUSED
                ? Handed.refused(
                        typed,
                        receipt.errors().stream().map(HandbookWords::onThePage).toList())
                : new Handed(receipt.messageId(), receipt.status() == Receipt.Status.DUPLICATE, List.of());
    }

    /** The message and its version of the form stand together or not at all. */
    private Receipt keep(Sender by, FormVersion form, Sheet sheet, Item<VisitReport> item) {
        Receipt receipt = intake.receive(by, Wire.PAGE, MessageKind.VISIT, Optional.of(sheet.at("no")), List.of(item))
                .getFirst();
        if (receipt.status() == Receipt.Status.RECEIVED) {
            store.written(receipt.messageId(), form, by);
        }
        return receipt;
    }

    /** Only the sending that was kept plans the next visit; a plan asks for colleagues beyond the sender's walls, so it comes after. */
    private void plan(Sender by, CustomersPages.Customer customer, Sheet sheet) {
        LocalDate day = Unfilled.day(sheet);
        if (day != null) {
            plan(by, new VisitPlans.Wanted(customer.id(), null, day, sheet.at("next.purpose")));
        }
    }

    private void plan(Sender by, VisitPlans.Wanted wanted) {
        plans.add(by, wanted).ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private CustomersPages.Customer customer(Sender by, String id) {
        policy.require(by, Act.SEND_VISIT);
        return customers.customer(by, id).orElseThrow(() -> Problem.notFound().said());
    }

    /** The version the page was opened with, though another may be in force by now. */
    private FormVersion form(Sender by, Sheet sheet) {
        String version = sheet.at("version");
        return handbook.version(by, sheet.at("form"), version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0)
                .orElseThrow(() -> Problem.notFound().said());
    }

    /**
     * A form with what stands on it.
     *
     * @param forms those one may choose from
     * @param known machines of the customer
     */
    public record Opened(
            CustomersPages.Customer customer,
            FormVersion form,
            List<FormVersion> forms,
            List<Known> known,
            Sheet sheet) {
        /** What was read of a machine last; absent where it is new. */
        public @Nullable Known known(String serial) {
            return known.stream()
                    .filter(each -> each.serial().equals(serial))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether a step stands on the page: it is asked, or something was typed into it. */
        public boolean shows(FormVersion.Step step) {
            return step.shown() || step.step().groups().stream().anyMatch(sheet::says);
        }
    }

    /** A machine, with what was read of it last. */
    public record Known(
            String serial,
            @Nullable String model,
            @Nullable BigDecimal hours,
            @Nullable Integer faults,
            @Nullable OffsetDateTime at) {}

    /** What is wrong, and with which field of the sheet; an empty field means the whole. */
    public record Wrong(String field, Refusal refusal) {}

    /**
     * What became of a sheet.
     *
     * @param messageId absent where it was refused before it reached the journal
     * @param again it had been handed in before
     */
    public record Handed(@Nullable String messageId, boolean again, List<Wrong> wrong) {
        static Handed refused(Typed typed, List<Refusal> refusals) {
            return new Handed(
                    null,
                    false,
                    refusals.stream()
                            .map(each -> new Wrong(typed.field(each.pointer()), each))
                            .toList());
        }
    }
}
