package org.tongqu.hub.keeping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.platform.Scope;

/**
 * The one place where a look-up is cut to what its asker may know. Of a customer out of sight a person of the house is told whose it is, a
 * partner that it is known and no more, how many there are included.
 */
final class Masking {
    private Masking() {}

    /** What is said, and for each line of it what stands behind, in the same order. */
    record Masked(Lookups.Answer said, List<Lookups.Found> behind) {}

    static Masked tooLittle() {
        return new Masked(new Lookups.Answer(Lookups.Outcome.TOO_LITTLE, List.of()), List.of());
    }

    static Masked of(
            Sender by, List<Lookups.Found> found, Map<String, CustomersPages.CustomerLine> inSight, boolean mayClaim) {
        Map<Lookups.Known, Lookups.Found> lines = new LinkedHashMap<>();
        found.forEach(each -> lines.putIfAbsent(known(by, each, inSight.get(each.customer()), mayClaim), each));
        if (isPartner(by)) {
            keepTheLikeliestOutOfSight(lines);
        }
        Lookups.Outcome outcome = lines.keySet().stream()
                .map(Lookups.Known::outcome)
                .min(Lookups.Outcome::compareTo)
                .orElse(Lookups.Outcome.NEW);
        return new Masked(new Lookups.Answer(outcome, List.copyOf(lines.keySet())), new ArrayList<>(lines.values()));
    }

    private static void keepTheLikeliestOutOfSight(Map<Lookups.Known, Lookups.Found> lines) {
        List<Lookups.Known> masked =
                lines.keySet().stream().filter(each -> each.customer() == null).toList();
        masked.stream().skip(1).forEach(lines::remove);
    }

    private static Lookups.Known known(
            Sender by, Lookups.Found found, CustomersPages.@Nullable CustomerLine inSight, boolean mayClaim) {
        Lookups.Outcome outcome = found.near().same() ? Lookups.Outcome.SAME : Lookups.Outcome.PERHAPS;
        Lookups.Customer customer = inSight == null ? null : new Lookups.Customer(inSight.id(), inSight.name());
        if (isPartner(by)) {
            return new Lookups.Known(outcome, null, null, customer, false);
        }
        KeeperStore.Kept keeper = found.keeper();
        return new Lookups.Known(
                outcome,
                found.region(),
                keeper == null ? null : keeper.branch(),
                customer,
                mayClaim && keeper != null && !keeper.person().equals(by.login()));
    }

    private static boolean isPartner(Sender by) {
        return Scope.of(by).kind() == Scope.Kind.PARTNER;
    }
}
