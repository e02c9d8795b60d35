package org.tongqu.hub.channel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.partners.Partners;

/** 签约代理: whose customer it is, within the scope at hand; an id that was merged away answers for its heir. */
@Component
public class AgentsOfRecord {
    private final AgentOfRecordStore store;
    private final Portfolios portfolios;
    private final Partners partners;

    AgentsOfRecord(AgentOfRecordStore store, Portfolios portfolios, Partners partners) {
        this.store = store;
        this.portfolios = portfolios;
        this.partners = partners;
    }

    /** Who has these customers today, by the ids asked for, whoever came first first; customers that are nobody's are missing. */
    public Map<String, List<Signed>> today(Collection<String> customers) {
        Map<String, String> heirs = portfolios.heirs(customers);
        Map<String, String> heirByKin = portfolios.kins(Set.copyOf(heirs.values()));
        Map<String, List<Signed>> byHeir = new HashMap<>();
        store.today(heirByKin.keySet())
                .forEach(row -> byHeir.computeIfAbsent(
                                Objects.requireNonNull(heirByKin.get(row.customerId())), heir -> new ArrayList<>())
                        .add(Signed.of(row)));
        Map<String, List<Signed>> found = new HashMap<>();
        heirs.forEach(
                (asked, heir) -> Optional.ofNullable(byHeir.get(heir)).ifPresent(signed -> found.put(asked, signed)));
        return found;
    }

    /** Whose it is for a product class: who has just that class before who has a wider one, before who has all of them. */
    public Optional<Signed> of(String customer, @Nullable String productClass) {
        return among(today(List.of(customer)).getOrDefault(customer, List.of()), productClass);
    }

    /** As {@link #of} among those who have a customer today. */
    public Optional<Signed> among(List<Signed> signed, @Nullable String productClass) {
        List<@Nullable String> line =
                new ArrayList<>(productClass == null ? List.of() : partners.classAndAncestors(productClass));
        line.add(null);
        return line.stream()
                .flatMap(each -> signed.stream().filter(one -> Objects.equals(one.productClass(), each)))
                .findFirst();
    }

    /** All who ever had a customer, newest first. */
    public List<Signed> history(String customer) {
        return store.ever(portfolios.kin(customer)).stream().map(Signed::of).toList();
    }

    /**
     * One agent of record.
     *
     * @param id of the row, which stands or is ended
     * @param productClass absent for every class
     * @param until absent while it stands
     */
    public record Signed(
            @JsonIgnore String id,
            @JsonIgnore String customerId,
            String agent,
            @Nullable String productClass,
            Instant since,
            @Nullable Instant until) {
        static Signed of(AgentOfRecordStore.Row row) {
            return new Signed(row.id(), row.customerId(), row.agent(), row.productClass(), row.since(), row.until());
        }
    }
}
