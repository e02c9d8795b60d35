package org.tongqu.hub.console.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;

/**
 * A customer on a day beside the same today.
 *
 * @param records that were grouped under the id on that day, none where nothing was
 * @param since how many records came to it since
 */
record Then(
        String id,
        LocalDate day,
        LocalDate latest,
        CustomersPages.Customer today,
        List<Fact> facts,
        List<Member> records,
        long since) {
    private static final List<String> FIELDS =
            List.of("name", "uscc", "province", "city", "address", "contactName", "contactPhone", "contactTitle");

    static Then of(
            String id,
            LocalDate day,
            LocalDate latest,
            CustomersPages.Customer today,
            Optional<CustomersPages.Customer> then,
            Map<String, CustomersPages.Named> now) {
        List<Member> members = then.map(CustomersPages.Customer::sources).orElse(List.of()).stream()
                .map(source -> new Member(source, elsewhere(today, now.get(source.id()))))
                .toList();
        List<String> before =
                members.stream().map(member -> member.source().id()).toList();
        return new Then(
                id,
                day,
                latest,
                today,
                then.map(found -> facts(found, today)).orElse(List.of()),
                members,
                today.recordIds().stream()
                        .filter(record -> !before.contains(record))
                        .count());
    }

    private static CustomersPages.@Nullable Named elsewhere(
            CustomersPages.Customer today, CustomersPages.@Nullable Named now) {
        return now == null || now.customerId().equals(today.id()) ? null : now;
    }

    private static List<Fact> facts(CustomersPages.Customer then, CustomersPages.Customer today) {
        return FIELDS.stream()
                .map(field -> new Fact(field, text(then, field), text(today, field)))
                .filter(fact -> fact.then() != null || fact.today() != null)
                .toList();
    }

    private static @Nullable String text(CustomersPages.Customer customer, String field) {
        CustomersPages.Value value = Objects.requireNonNullElse(
                        customer.provenance(), Map.<String, CustomersPages.Value>of())
                .get(field);
        return value == null ? null : value.value();
    }

    /** One field, then and today. */
    record Fact(
            String field, @Nullable String then, @Nullable String today) {
        public boolean differs() {
            return !Objects.equals(then, today);
        }
    }

    /** @param elsewhere the customer it belongs to today, where that is another */
    record Member(CustomersPages.Source source, CustomersPages.@Nullable Named elsewhere) {}
}
