package org.tongqu.hub.partners;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 片区对照: how one factory cuts the country from a day on, until its next cut; the bridge from its zones to provinces, and so to our regions. */
public record ZoneCut(LocalDate validFrom, List<Zone> zones) {
    public ZoneCut {
        zones = List.copyOf(zones);
    }

    /** The zone of that name; blanks around it do not count. */
    public Optional<Zone> named(String name) {
        return zones.stream().filter(zone -> zone.zone().equals(name.strip())).findFirst();
    }

    /**
     * One zone of a cut.
     *
     * @param export the zone of everything abroad; it has no provinces, every other has some
     * @param provinces full names, e.g. 辽宁省
     */
    public record Zone(String zone, boolean export, List<String> provinces) {
        public Zone {
            provinces = List.copyOf(provinces);
        }
    }
}
