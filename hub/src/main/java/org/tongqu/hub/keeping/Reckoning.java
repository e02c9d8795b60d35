package org.tongqu.hub.keeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.visits.LastVisits;

/** Puts every kept customer beside its cadence, within the scope at hand; told from today's facts, so nothing has to be kept in step. */
@Component
class Reckoning {
    /** More than a house of this size keeps; who asks for more names a branch or a person. */
    private static final int MOST = 20_000;

    private final KeeperStore keepers;
    private final VisitPlanStore plans;
    private final Portfolios portfolios;
    private final LastVisits visits;
    private final OpenNeeds needs;
    private final CadenceRules rules;

    Reckoning(
            KeeperStore keepers,
            VisitPlanStore plans,
            Portfolios portfolios,
            LastVisits visits,
            OpenNeeds needs,
            CadenceRules rules) {
        this.keepers = keepers;
        this.plans = plans;
        this.portfolios = portfolios;
        this.visits = visits;
        this.needs = needs;
        this.rules = rules;
    }

    List<Standing> of(@Nullable String person, @Nullable String branch) {
        List<KeeperStore.Kept> kept = keepers.inSight(person, branch, MOST + 1);
        if (kept.size() > MOST) {
            throw tooMany().said();
        }
        Map<String, String> heirs =
                portfolios.heirs(kept.stream().map(KeeperStore.Kept::customerId).toList());
        Map<String, KeeperStore.Kept> byCustomer = byCustomer(kept, heirs);
        Facts facts = facts(byCustomer.keySet(), heirs);
        List<CadenceRules.Rule> today = rules.standing();
        return portfolios.heads(byCustomer.keySet()).values().stream()
                .map(head -> facts.standing(head, Objects.requireNonNull(byCustomer.get(head.id())), today))
                .toList();
    }

    /** Of customers that were merged the keeper of the one that stayed keeps it. */
    private static Map<String, KeeperStore.Kept> byCustomer(List<KeeperStore.Kept> kept, Map<String, String> heirs) {
        Map<String, KeeperStore.Kept> byCustomer = new LinkedHashMap<>();
        kept.stream().filter(each -> heirs.containsKey(each.customerId())).forEach(each -> {
            String heir = Objects.requireNonNull(heirs.get(each.customerId()));
            if (heir.equals(each.customerId())) {
                byCustomer.put(heir, each);
            } else {
                byCustomer.putIfAbsent(heir, each);
            }
        });
        return byCustomer;
    }

    private Facts facts(Collection<String> customers, Map<String, String> heirs) {
        Map<String, String> customerByRecord = portfolios.customerByRecord(customers);
        Facts facts = new Facts(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        visits.days(customerByRecord.keySet())
                .forEach((record, days) -> facts.visited(Objects.requireNonNull(customerByRecord.get(record)), days));
        needs.wishes(customerByRecord.keySet())
                .forEach(wish ->
                        facts.wished(Objects.requireNonNull(customerByRecord.get(wish.sourceRecordId())), wish));
        plans.openFor(heirs.keySet())
                .forEach(plan -> facts.planned().putIfAbsent(heirs.get(plan.customerId()), plan.day()));
        return facts;
    }

    private static Problem tooMany() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "TOO_MANY_CUSTOMERS",
                "超过 2 万家客户，请选定大区或人员。",
                "There are more than 20,000 customers; name a branch or a person.");
    }

    /** What was gathered, by customer. */
    private record Facts(
            Map<String, List<LocalDate>> visits,
            Map<String, Set<String>> classes,
            Map<String, String> grades,
            Map<String, LocalDate> planned) {
        void visited(String customer, List<LocalDate> days) {
            visits.merge(
                    customer,
                    days,
                    (one, other) ->
                            Stream.concat(one.stream(), other.stream()).sorted().toList());
        }

        void wished(String customer, OpenNeeds.Wish wish) {
            String asked = wish.productClass();
            String grade = wish.grade();
            if (asked != null) {
                classes.computeIfAbsent(customer, none -> new HashSet<>()).add(asked);
            }
            if (grade != null) {
                grades.merge(customer, grade, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }

        Standing standing(Portfolios.Head head, KeeperStore.Kept keeper, List<CadenceRules.Rule> shortestFirst) {
            Set<String> asked = classes.getOrDefault(head.id(), Set.of());
            CadenceRules.Rule rule = shortestFirst.stream()
                    .filter(each -> each.fits(head.lifeState(), asked, grades.get(head.id())))
                    .findFirst()
                    .orElse(null);
            return new Standing(
                    head,
                    keeper,
                    rule,
                    new ArrayList<>(visits.getOrDefault(head.id(), List.of())),
                    planned.get(head.id()));
        }
    }
}
