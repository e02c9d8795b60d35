package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.visits.VisitFiled;

/** 工时: takes the hours that a visit read over into the record of the machine, and reckons anew when it is due. */
@Component
class Meter {
    private static final int PLACES = 4;

    private final EquipmentStore store;
    private final Customers customers;
    private final Portfolios portfolios;

    Meter(EquipmentStore store, Customers customers, Portfolios portfolios) {
        this.store = store;
        this.customers = customers;
        this.portfolios = portfolios;
    }

    @EventListener
    void on(VisitFiled visit) {
        List<VisitReport.UsageSaid> counted = visit.report().usage().stream()
                .filter(usage -> usage.runningHours() != null)
                .toList();
        if (!counted.isEmpty()) {
            customers.customerOf(visit.sourceRecordId()).ifPresent(customer -> {
                List<String> kin = portfolios.kin(customer);
                Instant at = visit.report().visitedAt().toInstant();
                counted.forEach(usage -> read(kin, usage, at));
            });
        }
    }

    private void read(List<String> kin, VisitReport.UsageSaid usage, Instant at) {
        store.find(kin, usage.serial()).ifPresent(machine -> {
            read(machine.id(), usage.runningHours(), at);
            reckon(machine.id());
        });
    }

    /** One that is older than what is known, or tells no hours, changes nothing. */
    void read(String id, @Nullable BigDecimal hours, Instant at) {
        EquipmentStore.Machine machine = store.find(id).orElseThrow();
        if (hours != null && (machine.hoursAt() == null || machine.hoursAt().isBefore(at))) {
            store.read(id, hours, at, pace(machine, hours, at));
        }
    }

    /** Hours a day since the reading before, where a day lies between and the counter went on; else as it was. */
    private static @Nullable BigDecimal pace(EquipmentStore.Machine machine, BigDecimal hours, Instant at) {
        BigDecimal before = machine.hours();
        Instant since = machine.hoursAt();
        if (before == null || since == null) {
            return machine.hoursADay();
        }
        long days = Duration.between(since, at).toDays();
        return days < 1 || hours.compareTo(before) < 0
                ? machine.hoursADay()
                : hours.subtract(before).divide(BigDecimal.valueOf(days), PLACES, RoundingMode.HALF_UP);
    }

    void reckon(String id) {
        store.find(id)
                .ifPresent(machine -> store.due(id, Due.of(machine.basis()).orElse(null)));
    }
}
