package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.customers.Stewardship;
import org.tongqu.hub.matching.Aliases;

/** The pair at hand, those that wait behind it, and what was decided last. */
record DoubtsList(
        @Nullable Pair pair,
        List<Line> lines,
        Stewardship.Progress progress,
        List<Said> words,
        List<Aliases.Alias> aliases) {
    static final int WORDS = 8;
    static final int LINES = 20;

    private static final List<String> FIELDS =
            List.of("name", "uscc", "province", "city", "address", "contactName", "contactPhone");

    /** How many of a hundred decisions the engine had leant to; absent before the first. */
    public @Nullable Long agreement() {
        return progress.decided() == 0 ? null : Math.round(100.0 * progress.agreed() / progress.decided());
    }

    /**
     * Two customers, field by field.
     *
     * @param lessons what deciding that they are one could teach of names
     */
    record Pair(
            Stewardship.Doubt doubt,
            CustomersPages.Customer one,
            CustomersPages.Customer two,
            List<Row> rows,
            List<Aliases.Lesson> lessons) {

        static Pair of(
                Stewardship.Doubt doubt,
                CustomersPages.Customer one,
                CustomersPages.Customer two,
                List<Aliases.Lesson> lessons) {
            Map<String, CustomersPages.Value> left = Objects.requireNonNullElse(one.provenance(), Map.of());
            Map<String, CustomersPages.Value> right = Objects.requireNonNullElse(two.provenance(), Map.of());
            return new Pair(
                    doubt,
                    one,
                    two,
                    FIELDS.stream()
                            .filter(field -> left.containsKey(field) || right.containsKey(field))
                            .map(field -> new Row(field, text(left, field), text(right, field)))
                            .toList(),
                    lessons);
        }

        private static @Nullable String text(Map<String, CustomersPages.Value> values, String field) {
            CustomersPages.Value value = values.get(field);
            return value == null ? null : value.value();
        }
    }

    /** One field of both. */
    record Row(
            String field, @Nullable String left, @Nullable String right) {
        public boolean same() {
            return left != null && left.equals(right);
        }

        public boolean differs() {
            return left != null && right != null && !left.equals(right);
        }
    }

    /** A pair that waits, with the names of both. */
    record Line(Stewardship.Doubt doubt, String name, String otherName) {
        /** Both records, as the boxes of the queue tell them. */
        public String pick() {
            return doubt.record() + "|" + doubt.other();
        }
    }

    /** A decision with the names of both as they are today. */
    record Said(Stewardship.Word word, String name, String otherName) {}
}
