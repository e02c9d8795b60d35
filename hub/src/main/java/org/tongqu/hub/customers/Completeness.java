package org.tongqu.hub.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 完整度: how much of a customer's file is filled in with what counts, by the weights of its fields.
 *
 * @param percent 0 to 100
 * @param missing fields without a value, the heaviest first
 * @param doubtful fields with a value that does not count, e.g. a telephone of seven noughts
 */
public record Completeness(int percent, List<String> missing, List<String> doubtful) {

    static Completeness of(Map<String, CustomersPages.Value> values) {
        int percent = fields().filter(field -> field.counts(text(values, field)))
                .mapToInt(GoldenField::weight)
                .sum();
        List<String> missing = fields().filter(field -> text(values, field) == null)
                .map(GoldenField::shown)
                .toList();
        List<String> doubtful = fields().filter(field -> text(values, field) != null)
                .filter(field -> !field.counts(text(values, field)))
                .map(GoldenField::shown)
                .toList();
        return new Completeness(percent, missing, doubtful);
    }

    private static Stream<GoldenField> fields() {
        return Arrays.stream(GoldenField.values());
    }

    private static @Nullable String text(Map<String, CustomersPages.Value> values, GoldenField field) {
        CustomersPages.Value value = values.get(field.shown());
        return value == null ? null : value.value();
    }
}
