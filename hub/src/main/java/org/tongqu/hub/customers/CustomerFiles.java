package org.tongqu.hub.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 客户档案: how well a customer's file is kept, how each of its values came to be, who its people are, and what a message changed in it. */
@Component
public final class CustomerFiles {
    /** Changes of one message that a page tells; a file of many rows may have made more. */
    public static final int MOST_CHANGES = 100;

    private final FilesStore store;
    private final CustomersPages pages;
    private final CustomerStore customers;
    private final CustomerCare care;
    private final UpkeepPeriods periods;
    private final Wall wall;

    CustomerFiles(
            FilesStore store,
            CustomersPages pages,
            CustomerStore customers,
            CustomerCare care,
            UpkeepPeriods periods,
            Wall wall) {
        this.store = store;
        this.pages = pages;
        this.customers = customers;
        this.care = care;
        this.periods = periods;
        this.wall = wall;
    }

    /** The file of a customer as this person sees it. */
    public File file(Sender sender, CustomersPages.Customer customer) {
        return new File(
                upkeep(sender, customer),
                Completeness.of(Objects.requireNonNullElse(customer.provenance(), Map.of())),
                contacts(sender, customer.id()),
                care.may(sender, customer.region()));
    }

    /** Upkeep is the service company's own business. */
    private @Nullable Upkeep upkeep(Sender sender, CustomersPages.Customer customer) {
        if (Scope.of(sender).kind() == Scope.Kind.PARTNER) {
            return null;
        }
        OffsetDateTime kept = customer.keptAt();
        return new Upkeep(
                kept,
                periods.days(kept),
                periods.period(customer.lifeState()).toDays(),
                periods.over(customer.lifeState(), kept));
    }

    /** People at a customer, each once; whoever was heard of at another firm in the asker's sight is shown as moved. */
    public List<Contact> contacts(Sender sender, String customerId) {
        return wall.read(Scope.of(sender), () -> {
            String heir = customers.heirOf(customerId);
            Contacts found = Contacts.of(store.contactWords(heir));
            return found.shown(store.elsewhere(heir, found.phones()));
        });
    }

    /** How a field came to its value; empty where the customer is not to be seen or the field is none of a golden record. */
    public Optional<Values> values(Sender sender, String id, String field) {
        return GoldenField.called(field)
                .flatMap(which -> pages.customer(sender, id).map(customer -> values(sender, customer, which)));
    }

    private Values values(Sender sender, CustomersPages.Customer customer, GoldenField field) {
        List<CustomersPages.PastValue> past = wall.read(Scope.of(sender), () -> store.values(customer.id(), field));
        return new Values(
                customer.id(),
                field.shown(),
                Objects.requireNonNullElse(customer.provenance(), Map.<String, CustomersPages.Value>of())
                        .get(field.shown()),
                past,
                customer,
                care.may(sender, customer.region()));
    }

    /** Every golden value a message changed, at most one more than {@link #MOST_CHANGES}; partners see none. */
    public List<Change> changes(Sender sender, String messageId) {
        return wall.read(Scope.of(sender), () -> store.changes(messageId, MOST_CHANGES + 1));
    }

    /** @param upkeep absent for partners */
    public record File(@Nullable Upkeep upkeep, Completeness completeness, List<Contact> contacts, boolean mayKeep) {}

    /**
     * @param keptAt when a person last held the file against the customer: a visit, a pin, a verification, or its making
     * @param days whole days since then
     * @param period days a file of this kind of customer may go without
     * @param over whether it asks for upkeep now
     */
    public record Upkeep(OffsetDateTime keptAt, long days, long period, boolean over) {}

    /**
     * One person at a firm.
     *
     * @param name absent where only a telephone was said
     * @param said each word on this person, newest first
     */
    public record Contact(
            @Nullable String name,
            @Nullable String title,
            List<String> phones,
            List<SaidBy> said,
            OffsetDateTime lastAt,
            List<Move> moves) {}

    /** Where a word was said. */
    public record SaidBy(
            String source,
            String kind,
            String messageId,
            @Nullable Long rowNo,
            OffsetDateTime observedAt) {}

    /**
     * The same person at another firm.
     *
     * @param how MOVED_TO, CAME_FROM or, where the two times overlap, ALSO_AT
     */
    public record Move(String how, String customerId, String firm, OffsetDateTime lastAt) {}

    /**
     * A field's value today and all it ever had.
     *
     * @param today absent where no source and no person says anything that counts
     */
    public record Values(
            String customerId,
            String field,
            CustomersPages.@Nullable Value today,
            List<CustomersPages.PastValue> history,
            @JsonIgnore CustomersPages.Customer customer,
            @JsonIgnore boolean mayKeep) {

        /** Whether a person's word stands over all feeds. */
        @JsonIgnore
        public boolean pinned() {
            return today != null && today.pin() != null;
        }
    }

    /**
     * One golden value before and after a message.
     *
     * @param rowNo line of the message's file that said it; absent where another record's word came to stand
     */
    public record Change(
            String customerId,
            long number,
            @Nullable String name,
            String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable Long rowNo) {}
}
