package org.tongqu.hub.customers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Ids;

/** Keeps what sources say and groups anew what it touches. */
@Service
class CustomerBook implements Customers {
    private final SourceRecordStore records;
    private final CustomerStore customers;
    private final Portfolios portfolios;
    private final MembershipStore memberships;
    private final Regrouping regrouping;
    private final AgentSightStore agentSight;
    private final LookStore looks;
    private final FindingStore finding;
    private final CareStore care;
    private final SaidAgainStore repeated;
    private final Withdrawing withdrawing;
    private final Foreseeing foreseeing;
    private final Matching matching;
    private final Effects effects;
    private final Places places;
    private final Ids ids;
    private final Clock clock;
    private final Timer taking;

    CustomerBook(
            SourceRecordStore records,
            CustomerStore customers,
            Portfolios portfolios,
            MembershipStore memberships,
            Regrouping regrouping,
            AgentSightStore agentSight,
            LookStore looks,
            FindingStore finding,
            CareStore care,
            SaidAgainStore repeated,
            Withdrawing withdrawing,
            Foreseeing foreseeing,
            Matching matching,
            Effects effects,
            Places places,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.records = records;
        this.customers = customers;
        this.portfolios = portfolios;
        this.memberships = memberships;
        this.regrouping = regrouping;
        this.agentSight = agentSight;
        this.looks = looks;
        this.finding = finding;
        this.care = care;
        this.repeated = repeated;
        this.withdrawing = withdrawing;
        this.foreseeing = foreseeing;
        this.matching = matching;
        this.effects = effects;
        this.places = places;
        this.ids = ids;
        this.clock = clock;
        this.taking = Timer.builder("tongqu.customers.observed")
                .description("Keeping, matching and grouping what one message or one bite of a file says of customers")
                .register(meters);
    }

    @Override
    public String observe(Observation observation) {
        return observeAll(List.of(observation)).getFirst();
    }

    @Override
    public List<String> observeAll(List<Observation> observations) {
        long began = System.nanoTime();
        List<String> records = keepAll(observations);
        taking.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return records;
    }

    private List<String> keepAll(List<Observation> observations) {
        Map<String, SourceRecord> wanted = new LinkedHashMap<>();
        List<String> keys =
                observations.stream().map(each -> remember(wanted, each)).toList();
        Map<String, String> idByKey = records.keep(wanted.values());
        List<SourceRecord> fresh = wanted.values().stream()
                .filter(record -> record.id().equals(idByKey.get(record.key())))
                .toList();
        if (!fresh.isEmpty()) {
            group(fresh);
        }
        saidAgain(wanted, idByKey);
        backAgain(wanted, idByKey);
        return keys.stream()
                .map(key -> Objects.requireNonNull(idByKey.get(key)))
                .toList();
    }

    /** What says what was known makes no record, and is its source's newest word all the same. */
    private void saidAgain(Map<String, SourceRecord> wanted, Map<String, String> idByKey) {
        List<SourceRecord> again = wanted.values().stream()
                .filter(record -> !record.id().equals(idByKey.get(record.key())))
                .toList();
        if (!again.isEmpty()) {
            repeated.keep(again.stream()
                    .map(record -> new SaidAgainStore.Again(
                            Objects.requireNonNull(idByKey.get(record.key())), record.observedAt()))
                    .toList());
            visitedAgain(again, idByKey);
        }
    }

    /** A visit is upkeep also where it says nothing new. */
    private void visitedAgain(List<SourceRecord> repeated, Map<String, String> idByKey) {
        List<SourceRecord> again = repeated.stream()
                .filter(record -> record.kind() == SourceKind.VISIT)
                .toList();
        if (again.isEmpty()) {
            return;
        }
        List<String> known = again.stream()
                .map(record -> Objects.requireNonNull(idByKey.get(record.key())))
                .toList();
        for (int i = 0; i < again.size(); i++) {
            care.saidAgain(known.get(i), again.get(i).source(), again.get(i).observedAt());
        }
        care.settle(Set.copyOf(memberships.customersOf(known).values()), clock.instant());
    }

    /** What an address book says again after it was taken back counts again. */
    private void backAgain(Map<String, SourceRecord> wanted, Map<String, String> idByKey) {
        List<SourceRecord> books = wanted.values().stream()
                .filter(record -> record.kind() == SourceKind.BOOK)
                .filter(record -> !record.id().equals(idByKey.get(record.key())))
                .toList();
        if (!books.isEmpty()) {
            withdrawing.restore(
                    books.stream()
                            .map(record -> Objects.requireNonNull(idByKey.get(record.key())))
                            .toList(),
                    "hub");
        }
    }

    @Override
    public List<Foreseen> foresee(List<Observation> observations) {
        return foreseeing.foresee(observations);
    }

    @Override
    public List<List<Integer>> together(List<Observation> observations) {
        return foreseeing.together(observations);
    }

    @Override
    public Withdrawn withdraw(Collection<String> sourceRecordIds, String who, String why) {
        return withdrawing.withdraw(sourceRecordIds, who, why);
    }

    @Override
    public void restore(Collection<String> sourceRecordIds, String who) {
        withdrawing.restore(sourceRecordIds, who);
    }

    private String remember(Map<String, SourceRecord> wanted, Observation each) {
        SourceRecord record = SourceRecord.of(ids.next(), each, places);
        wanted.putIfAbsent(record.key(), record);
        return record.key();
    }

    private void group(List<SourceRecord> fresh) {
        Map<String, SourceRecord> byId = new LinkedHashMap<>();
        fresh.forEach(record -> byId.put(record.id(), record));
        Matching.Remembered remembered =
                matching.remember(fresh.stream().map(SourceRecord::told).toList());
        if (remembered.crowded()) {
            looks.add(byId.keySet());
        }
        Map<String, String> messages = new HashMap<>();
        fresh.forEach(record -> messages.put(record.id(), record.messageId()));
        tellEffects(fresh, regrouping.regroup(remembered.touched(), messages, "hub"));
        finding.keep(fresh.stream()
                .map(record -> FoundBy.of(record.id(), record.said()))
                .toList());
    }

    /** Ids made in this transaction: nobody can have taken their keys. */
    private void tellEffects(List<SourceRecord> fresh, Regrouped done) {
        List<Effects.Effect> told = new ArrayList<>();
        fresh.forEach(record -> told.add(made("source-record", record.id(), record.messageId())));
        Map<String, String> messages = new HashMap<>();
        fresh.forEach(record -> messages.put(record.id(), record.messageId()));
        String because = fresh.getFirst().messageId();
        done.founders()
                .forEach((customer, record) ->
                        told.add(made("customer", customer, messages.getOrDefault(record, because))));
        done.events()
                .forEach(event -> told.add(new Effects.Effect(
                        "regrouping|" + event.id(),
                        Objects.requireNonNullElse(event.messageId(), because),
                        "customers",
                        event.kind().toLowerCase(Locale.ROOT),
                        event.customer())));
        effects.firstAll(told);
    }

    private static Effects.Effect made(String what, String id, String message) {
        return new Effects.Effect(what + "|" + id, message, "customers", what, id);
    }

    @Override
    public Optional<String> customerOf(String sourceRecordId) {
        return Optional.ofNullable(
                memberships.customersOf(List.of(sourceRecordId)).get(sourceRecordId));
    }

    @Override
    public Map<String, String> customersOf(Collection<String> sourceRecordIds) {
        return memberships.customersOf(sourceRecordIds);
    }

    @Override
    public List<String> recordsOf(String customerId) {
        return memberships.recordsOf(List.of(customers.heirOf(customerId)));
    }

    @Override
    public CustomerSaid said(String sourceRecordId) {
        return Objects.requireNonNull(records.said(List.of(sourceRecordId)).get(sourceRecordId));
    }

    @Override
    public Map<String, CustomerSaid> saidBy(Collection<String> sourceRecordIds) {
        return records.said(sourceRecordIds);
    }

    @Override
    public Optional<String> regionOf(String sourceRecordId) {
        return Optional.ofNullable(records.regionsOf(List.of(sourceRecordId)).get(sourceRecordId));
    }

    @Override
    public Map<String, String> regionsOf(Collection<String> sourceRecordIds) {
        return records.regionsOf(sourceRecordIds);
    }

    @Override
    public void ordered(String sourceRecordId, String messageId) {
        Instant now = clock.instant();
        customers.buys(sourceRecordId, now);
        customerOf(sourceRecordId)
                .ifPresent(customer -> customers
                        .settleLifeStates(List.of(customer), now)
                        .forEach(actual ->
                                effects.first("actual|" + actual, messageId, "customers", "life-state", actual)));
    }

    @Override
    public void hold(String sourceRecordId) {
        portfolios.hold(() -> Set.copyOf(customersOf(List.of(sourceRecordId)).values()));
    }

    @Override
    public void share(String sourceRecordId, String partner) {
        records.share(sourceRecordId, partner);
    }

    @Override
    public void agentSight(Collection<String> customersSeen, Collection<AgentSight> sights) {
        agentSight.forget(customersSeen, sights);
        if (!sights.isEmpty()) {
            agentSight.keep(sights);
        }
    }
}
