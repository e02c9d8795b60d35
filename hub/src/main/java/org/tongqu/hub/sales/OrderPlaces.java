package org.tongqu.hub.sales;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.ZoneCut;
import org.tongqu.hub.partners.ZoneCut.Zone;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Columns;

/**
 * Places orders: what a factory sells abroad is export; else the customer's province speaks, and where nobody told it, the factory's zone by its
 * cut of the day of the order, as far as all of that zone lies in one region.
 */
@Component
class OrderPlaces {
    private final Partners partners;
    private final People people;

    OrderPlaces(Partners partners, People people) {
        this.partners = partners;
        this.people = people;
    }

    OrderPlace of(String factory, Head head) {
        LocalDate day = head.orderedAt().atZoneSameInstant(Columns.HOUSE_ZONE).toLocalDate();
        String said = head.zone();
        Optional<ZoneCut> cut = said == null ? Optional.empty() : partners.cutOf(factory, day);
        return cut.map(zones -> byCut(zones.named(String.valueOf(said)), head)).orElseGet(() -> byName(said, head));
    }

    private OrderPlace byCut(Optional<Zone> zone, Head head) {
        String province = head.customer().province();
        if (zone.isEmpty()) {
            return new OrderPlace(regionOf(province), List.of(OrderPlace.ZONE_UNKNOWN));
        }
        List<String> flags =
                contradict(zone.get(), province) ? List.of(OrderPlace.ZONE_CONTRADICTS_PROVINCE) : List.of();
        return new OrderPlace(region(zone.get(), province), flags);
    }

    private @Nullable String region(Zone zone, @Nullable String province) {
        if (zone.export()) {
            return OrderPlace.EXPORT;
        }
        String byProvince = regionOf(province);
        return byProvince == null ? onlyRegionOf(zone) : byProvince;
    }

    /** A province that is none of ours, e.g. one abroad, contradicts nothing. */
    private boolean contradict(Zone zone, @Nullable String province) {
        return people.fullProvince(province)
                .filter(full -> !zone.provinces().contains(full))
                .isPresent();
    }

    private @Nullable String onlyRegionOf(Zone zone) {
        Set<Optional<String>> regions =
                zone.provinces().stream().map(people::regionOfProvince).collect(Collectors.toSet());
        return regions.size() == 1 ? regions.iterator().next().orElse(null) : null;
    }

    private OrderPlace byName(@Nullable String zone, Head head) {
        String region =
                isExport(zone) ? OrderPlace.EXPORT : regionOf(head.customer().province());
        return new OrderPlace(region, List.of());
    }

    private @Nullable String regionOf(@Nullable String province) {
        return people.regionOfProvince(province).orElse(null);
    }

    /** Factories whose cut nobody entered write their export zone as EXPORT, Export Dept., 出口, 出口部 and the like. */
    static boolean isExport(@Nullable String zone) {
        return zone != null
                && (zone.strip().toUpperCase(Locale.ROOT).startsWith(OrderPlace.EXPORT)
                        || zone.strip().startsWith("出口"));
    }
}
