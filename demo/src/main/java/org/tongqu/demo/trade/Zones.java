package org.tongqu.demo.trade;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How each factory cuts the country for itself today: four zones, six with two cities, three offices, three with export. */
public final class Zones {
    private static final Map<String, String> REGION_NAMES =
            Map.of("NE", "东北区", "N", "华北区", "E", "华东区", "CS", "中南区", "SW", "西南区", "NW", "西北区");
    private static final Set<String> OWN_OFFICE = Set.of("北京市", "上海市");

    private Zones() {}

    /** The zone a factory writes on an order for that province; a customer without a province is abroad. */
    public static String of(String factory, @Nullable String province) {
        String region = regionOf(province);
        return switch (factory) {
            case "factory-mt1" -> fourZones(region);
            case "factory-crane" ->
                province != null && OWN_OFFICE.contains(province) ? province : REGION_NAMES.getOrDefault(region, "直销");
            case "factory-switchgear" -> threeOffices(region);
            case "factory-boiler" -> province == null ? "出口" : threeZones(region);
            default -> REGION_NAMES.getOrDefault(region, "其他");
        };
    }

    private static String regionOf(@Nullable String province) {
        return Firm.all().stream()
                .filter(firm -> firm.province().equals(province))
                .map(Firm::region)
                .findFirst()
                .orElse("");
    }

    private static String fourZones(String region) {
        return switch (region) {
            case "NE", "N" -> "北片";
            case "E" -> "东片";
            case "CS" -> "南片";
            default -> "西片";
        };
    }

    private static String threeOffices(String region) {
        return switch (region) {
            case "NE", "N" -> "销售一处";
            case "E", "CS" -> "销售二处";
            default -> "销售三处";
        };
    }

    private static String threeZones(String region) {
        return switch (region) {
            case "NE", "N", "NW" -> "一区";
            case "E" -> "二区";
            default -> "三区";
        };
    }
}
