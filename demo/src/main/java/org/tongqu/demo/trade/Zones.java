package org.tongqu.demo.trade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each factory cuts the country for itself: four zones, six, six with two cities, three offices, three with export, agents' areas. */
public final class Zones {
    private static final String ABROAD = "EXPORT";
    private static final List<Cut> ALL =
            Table.rows("zones.tsv").stream().map(Cut::of).toList();

    private Zones() {}

    /**
     * One zone of one factory.
     *
     * @param provinces full names; none for the zone of everything abroad
     */
    public record Cut(String factory, String zone, List<String> provinces) {
        static Cut of(String[] row) {
            return new Cut(row[0], row[1], row[2].equals(ABROAD) ? List.of() : List.of(row[2].split(",", -1)));
        }

        public boolean isExport() {
            return provinces.isEmpty();
        }

        private boolean holds(@Nullable String province) {
            return province == null ? isExport() : provinces.contains(province);
        }
    }

    public static List<Cut> of(String factory) {
        return ALL.stream().filter(cut -> cut.factory.equals(factory)).toList();
    }

    /** The zone a factory writes on an order for that province; a customer without a province is abroad. Nothing where the cut has none for it. */
    public static @Nullable String of(String factory, @Nullable String province) {
        return of(factory).stream()
                .filter(cut -> cut.holds(province))
                .map(Cut::zone)
                .findFirst()
                .orElse(null);
    }
}
