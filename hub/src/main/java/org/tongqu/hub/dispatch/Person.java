package org.tongqu.hub.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A technician as the plan knows her.
 *
 * @param grades for which she may be sent without a person saying why
 * @param skills product class and trade, as {@code CRANE|DESIGN}
 * @param away days she is not there
 * @param booked days she is promised, and to which dispatch
 */
record Person(
        String id,
        String name,
        @Nullable String login,
        int level,
        Set<String> grades,
        String region,
        int daysCap,
        Set<String> skills,
        Set<LocalDate> away,
        Map<LocalDate, String> booked) {
    static final Person NOBODY = new Person("", "", null, 0, Set.of(), "", 0, Set.of(), Set.of(), Map.of());

    /** Whether she knows the trade in the class or in one that holds it; a place without a class asks for the trade alone. */
    boolean knows(@Nullable String productClass, String trade) {
        if (productClass == null) {
            return skills.stream().anyMatch(skill -> skill.endsWith("|" + trade));
        }
        int dot = productClass.lastIndexOf('.');
        return skills.contains(productClass + "|" + trade) || (dot > 0 && knows(productClass.substring(0, dot), trade));
    }

    long bookedIn(YearMonth month) {
        return booked.keySet().stream()
                .filter(day -> YearMonth.from(day).equals(month))
                .count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && person.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
