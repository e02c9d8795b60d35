package org.tongqu.hub.handbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/** What the form wants beyond the record's own rules: steps its version requires, and a plan that makes sense. */
final class Unfilled {
    private static final int LONGEST_PURPOSE = 200;
    private static final int FURTHEST_YEARS = 100;

    private Unfilled() {}

    static List<Refusal> of(FormVersion form, Typed typed, Sheet sheet, boolean machinesKnown, LocalDate today) {
        List<Refusal> wrong = new ArrayList<>();
        form.steps().stream()
                .filter(FormVersion.Step::must)
                .map(FormVersion.Step::step)
                .filter(step -> !filled(step, typed, sheet) && (step != VisitStep.MACHINES || machinesKnown))
                .forEach(step -> wrong.add(required(step, form)));
        plan(sheet, today).ifPresent(wrong::add);
        return wrong;
    }

    private static boolean filled(VisitStep step, Typed typed, Sheet sheet) {
        return switch (step) {
            case MEET -> sheet.has("customer.contact.name");
            case NEXT -> sheet.has("next.day");
            default -> step.groups().stream().anyMatch(typed::says);
        };
    }

    private static Refusal required(VisitStep step, FormVersion form) {
        String version = form.productClass() + " " + form.version();
        return new Refusal(
                "/step/" + step,
                "STEP_REQUIRED",
                "这一步必须填写（表单 " + version + "）；请按旁边的说明补上再交。",
                "This step must be filled (form " + version
                        + "); fill it in as the help beside it says, then send again.");
    }

    /** The plan as typed; absent where no day was agreed. */
    static @Nullable LocalDate day(Sheet sheet) {
        try {
            return sheet.has("next.day") ? LocalDate.parse(sheet.at("next.day")) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Optional<Refusal> plan(Sheet sheet, LocalDate today) {
        LocalDate day = day(sheet);
        int purpose = sheet.at("next.purpose").length();
        if (sheet.has("next.day")
                && (day == null || day.isBefore(today) || day.isAfter(today.plusYears(FURTHEST_YEARS)))) {
            return Optional.of(new Refusal(
                    "/next/day",
                    "DAY_PAST",
                    "下次的日子应是今天或以后，写成 2026-12-03。",
                    "The next day must be today or later, like 2026-12-03."));
        }
        if (purpose > 0 && day == null) {
            return Optional.of(new Refusal(
                    "/next/day", "REQUIRED", "写了目的，请也写下次的日子。", "A purpose needs its day; say when you will be there."));
        }
        return day != null && (purpose == 0 || purpose > LONGEST_PURPOSE)
                ? Optional.of(new Refusal(
                        "/next/purpose",
                        "BAD_PURPOSE",
                        "请写明下次的目的，1 到 200 个字。",
                        "Say the purpose of the next visit in 1 to 200 characters."))
                : Optional.empty();
    }
}
