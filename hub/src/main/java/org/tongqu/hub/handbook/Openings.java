package org.tongqu.hub.handbook;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What stands on a form before anything is typed: its number, the fitting version, whom one will meet, the machines. */
@Component
class Openings {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LAST = 10;

    private final OpenNeeds needs;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Openings(OpenNeeds needs, Wall wall, Ids ids, Clock clock) {
        this.needs = needs;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    String number(Sender by) {
        String id = ids.next().replace("-", "").toUpperCase(Locale.ROOT);
        return Objects.requireNonNullElse(by.region(), "HQ")
                + "-W-"
                + DAY.format(now())
                + "-"
                + id.substring(id.length() - LAST);
    }

    FormVersion form(
            Sender by, CustomersPages.Customer customer, List<FormVersion> forms, @Nullable String productClass) {
        if (productClass != null) {
            return forms.stream()
                    .filter(form -> form.productClass().equals(productClass))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound().said());
        }
        List<String> asked = wall.read(Scope.of(by), () -> needs.wishes(customer.recordIds())).stream()
                .map(OpenNeeds.Wish::productClass)
                .filter(Objects::nonNull)
                .toList();
        return forms.stream()
                .filter(form -> asked.stream().anyMatch(each -> isOf(each, form)))
                .max(Comparator.comparing(form -> form.productClass().length()))
                .orElseGet(() -> general(forms));
    }

    private static boolean isOf(String productClass, FormVersion form) {
        return (productClass + ".").startsWith(form.productClass() + ".");
    }

    private static FormVersion general(List<FormVersion> forms) {
        return forms.stream()
                .filter(FormVersion::isGeneral)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
    }

    Sheet sheet(CustomersPages.Customer customer, List<VisitDesk.Known> known, String number) {
        Map<String, String> said = new HashMap<>();
        said.put("no", number);
        said.put("visitedAt", now().toString());
        CustomersPages.Contact contact = customer.contact();
        if (contact != null) {
            put(said, "customer.contact.name", contact.name());
            put(said, "customer.contact.phone", contact.phone());
            put(said, "customer.contact.title", contact.title());
        }
        for (int n = 0; n < known.size(); n++) {
            said.put("usage." + n + ".known", "1");
            said.put("usage." + n + ".serial", known.get(n).serial());
            put(said, "usage." + n + ".model", known.get(n).model());
        }
        return new Sheet(said)
                .longer("usage", 1)
                .longer("needs", 1)
                .longer("competitors", 1)
                .longer("salesStatements", VisitDesk.EMPTY_LINES);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Columns.HOUSE_ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void put(Map<String, String> into, String name, @Nullable String word) {
        if (word != null) {
            into.put(name, word);
        }
    }
}
