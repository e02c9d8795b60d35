package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Ids;

/** Keeps what sources say, asks matching who it is, and chooses anew the values of each customer it touched. */
@Service
class CustomerBook implements Customers {
    private final SourceRecordStore records;
    private final CustomerStore customers;
    private final GoldenStore golden;
    private final CareStore care;
    private final Matching matching;
    private final Effects effects;
    private final Places places;
    private final Ids ids;
    private final Clock clock;

    CustomerBook(
            SourceRecordStore records,
            CustomerStore customers,
            GoldenStore golden,
            CareStore care,
            Matching matching,
            Effects effects,
            Places places,
            Ids ids,
            Clock clock) {
        this.records = records;
        this.customers = customers;
        this.golden = golden;
        this.care = care;
        this.matching = matching;
        this.effects = effects;
        this.places = places;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String observe(Observation observation) {
        return observeAll(List.of(observation)).getFirst();
    }

    @Override
    public List<String> observeAll(List<Observation> observations) {
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
        return keys.stream()
                .map(key -> Objects.requireNonNull(idByKey.get(key)))
                .toList();
    }

    /** A visit that says what was known makes no record, and is upkeep all the same. */
    private void saidAgain(Map<String, SourceRecord> wanted, Map<String, String> idByKey) {
        List<SourceRecord> again = wanted.values().stream()
                .filter(record -> record.kind() == SourceKind.VISIT)
                .filter(record -> !record.id().equals(idByKey.get(record.key())))
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
        care.settle(Set.copyOf(customers.customersOf(known).values()), clock.instant());
    }

    private String remember(Map<String, SourceRecord> wanted, Observation each) {
        SourceRecord record = SourceRecord.of(ids.next(), each, places);
        wanted.putIfAbsent(record.key(), record);
        return record.key();
    }

    private void group(List<SourceRecord> fresh) {
        Instant now = clock.instant();
        List<Matching.Candidate> candidates =
                fresh.stream().map(record -> record.candidate(ids.next())).toList();
        List<Matching.Verdict> verdicts = matching.identify(candidates);
        List<CustomerStore.Joining> joinings = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            joinings.add(new CustomerStore.Joining(fresh.get(i), verdicts.get(i)));
        }
        customers.add(joinings, now);
        customers.hold(touched(joinings));
        customers.join(joinings, now);
        joinings.forEach(joining -> absorb(joining, now));
        tellEffects(joinings);
        chooseAnew(touched(joinings), now);
    }

    private void absorb(CustomerStore.Joining joining, Instant now) {
        for (String other : joining.verdict().absorbed()) {
            customers.merge(
                    other,
                    joining.verdict().customerId(),
                    joining.verdict().reason(),
                    joining.verdict().rule(),
                    now);
            effects.first(
                    "merge|" + other + "|" + joining.record().id(),
                    joining.record().messageId(),
                    "customers",
                    "merge",
                    joining.verdict().customerId());
        }
    }

    /** Ids made in this transaction: nobody can have taken their keys. */
    private void tellEffects(List<CustomerStore.Joining> joinings) {
        List<Effects.Effect> told = new ArrayList<>();
        for (CustomerStore.Joining joining : joinings) {
            told.add(made("source-record", joining.record().id(), joining.record()));
            if (joining.verdict().isNew()) {
                told.add(made("customer", joining.verdict().customerId(), joining.record()));
            }
        }
        effects.firstAll(told);
    }

    private static Effects.Effect made(String what, String id, SourceRecord because) {
        return new Effects.Effect(what + "|" + id, because.messageId(), "customers", what, id);
    }

    private static Set<String> touched(List<CustomerStore.Joining> joinings) {
        Set<String> touched = new LinkedHashSet<>();
        joinings.forEach(joining -> touched.add(joining.verdict().customerId()));
        return touched;
    }

    private void chooseAnew(Set<String> touched, Instant now) {
        golden.choose(touched, now);
        customers.settleRegions(touched);
        care.settle(touched, now);
    }

    @Override
    public Optional<String> customerOf(String sourceRecordId) {
        return Optional.ofNullable(
                customers.customersOf(List.of(sourceRecordId)).get(sourceRecordId));
    }

    @Override
    public Map<String, String> customersOf(Collection<String> sourceRecordIds) {
        return customers.customersOf(sourceRecordIds);
    }

    @Override
    public List<String> recordsOf(String customerId) {
        return customers.recordsOf(customers.heirOf(customerId));
    }

    @Override
    public CustomerSaid said(String sourceRecordId) {
        return records.said(sourceRecordId);
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
        customers
                .activate(sourceRecordId, clock.instant())
                .ifPresent(customer ->
                        effects.first("actual|" + customer, messageId, "customers", "life-state", customer));
    }

    @Override
    public void share(String sourceRecordId, String partner) {
        records.share(sourceRecordId, partner);
    }
}
