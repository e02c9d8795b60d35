package org.tongqu.hub.partners.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.ZoneCut;

/**
 * How a factory cuts the country, as asked for.
 *
 * @param validFrom first day it holds for, by the day of the order in the group's own time zone
 * @param zones at most 100, each with a name of its own
 */
record NewCut(@Nullable String validFrom, @Nullable List<@Nullable NewZone> zones) {
    private static final int MOST_ZONES = 100;

    /** One zone as asked for: provinces by full or short name, or export. */
    record NewZone(
            @Nullable String zone,
            @Nullable Boolean export,
            @Nullable List<@Nullable String> provinces) {
        private static final int LONGEST_NAME = 100;

        boolean isNamed() {
            return zone != null && !zone.isBlank() && zone.length() <= LONGEST_NAME;
        }

        String name() {
            return String.valueOf(zone).strip();
        }

        boolean isExport() {
            return Boolean.TRUE.equals(export);
        }

        List<String> places() {
            return provinces == null
                    ? List.of()
                    : provinces.stream().map(String::valueOf).toList();
        }

        ZoneCut.Zone zone(UnaryOperator<String> fullName) {
            return new ZoneCut.Zone(
                    name(), isExport(), places().stream().map(fullName).toList());
        }
    }

    /** @param fullName of a province; blank where it is none */
    Optional<Refusal> wrong(UnaryOperator<String> fullName) {
        if (day().isEmpty()) {
            return Optional.of(SettingWords.badDay());
        }
        if (zones == null || zones.isEmpty() || zones.size() > MOST_ZONES) {
            return Optional.of(SettingWords.noZones());
        }
        Set<String> names = new HashSet<>();
        for (int n = 0; n < zones.size(); n++) {
            Optional<Refusal> wrong = wrong(n, zones.get(n), names, fullName);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> wrong(
            int n, @Nullable NewZone zone, Set<String> names, UnaryOperator<String> fullName) {
        if (zone == null || !zone.isNamed() || !names.add(zone.name())) {
            return Optional.of(SettingWords.badZoneName(n));
        }
        if (zone.isExport() != zone.places().isEmpty()) {
            return Optional.of(SettingWords.zoneNowhere(n, zone.name()));
        }
        Set<String> seen = new HashSet<>();
        return zone.places().stream()
                .filter(place -> fullName.apply(place).isEmpty() || !seen.add(fullName.apply(place)))
                .findFirst()
                .map(place -> SettingWords.badProvince(n, place));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(validFrom).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Only of one with nothing wrong. */
    ZoneCut cut(UnaryOperator<String> fullName) {
        List<@Nullable NewZone> all = zones == null ? List.of() : zones;
        return new ZoneCut(
                day().orElseThrow(),
                all.stream()
                        .map(zone -> Objects.requireNonNull(zone).zone(fullName))
                        .toList());
    }
}
