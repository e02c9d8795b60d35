package org.tongqu.hub.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Problem;

/** An analysis as an address asks for it; all may be left out, and then it is of the last ninety days. */
public record Question(
        @Nullable String from,
        @Nullable String until,
        @Nullable String by,
        @Nullable String region,
        @Nullable String productClass,
        @Nullable String factory,
        @Nullable String grade,
        @Nullable String stage,
        @Nullable String helped) {
    private static final int DAYS = 90;
    public static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW", "EXPORT");
    public static final List<String> GRADES = List.of("A", "B", "C");

    public Sought sought(Clock clock) {
        LocalDate last = day("until", until, LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE));
        String wanted = Asked.oneOf("stage", stage, names(Stage.values()));
        return new Sought(
                day("from", from, last.minusDays(DAYS - 1L)),
                last,
                Asked.oneOf("region", region, REGIONS),
                Asked.word("productClass", productClass),
                Asked.word("factory", factory),
                Asked.oneOf("grade", grade, GRADES),
                wanted == null ? null : Stage.valueOf(wanted),
                (helped == null || helped.isEmpty()) ? null : Asked.flag("helped", helped));
    }

    public Dimension dimension() {
        return Dimension.valueOf(
                Objects.requireNonNullElse(Asked.oneOf("by", by, names(Dimension.values())), Dimension.FACTORY.name()));
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static LocalDate day(String name, @Nullable String said, LocalDate otherwise) {
        if (said == null || said.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(said.strip());
        } catch (DateTimeParseException wrong) {
            throw Problem.badParameter(name, "日期请写成 2026-03-31。", "write the day as 2026-03-31.")
                    .said();
        }
    }
}
