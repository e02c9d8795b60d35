package org.tongqu.demo.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TradeTest {

    @Test
    void theCreditCodePrintedInTheStandardHoldsAndASlipInItDoesNot() {
        assertThat(Uscc.holds("91350100M000100Y43")).isTrue();
        assertThat(Uscc.holds("91350100M000100Y34")).isFalse();
        assertThat(Uscc.holds("91350100M000100I43")).isFalse();
    }

    @Test
    void everyFirmHasACreditCodeOfItsOwnThatHolds() {
        List<String> codes = Firm.all().stream().map(Firm::uscc).toList();

        assertThat(codes).allMatch(Uscc::holds).doesNotHaveDuplicates();
    }

    @Test
    void firmsComeFromAllThirtyOneProvincesAndSixRegions() {
        assertThat(names(Firm::province)).hasSize(31);
        assertThat(names(Firm::region)).containsExactlyInAnyOrder("NE", "N", "E", "CS", "SW", "NW");
        assertThat(names(Firm::name)).hasSameSizeAs(Firm.all());
    }

    @Test
    void whatIsMadeAndWhatIsAskedIsOfAKnownClass() {
        Set<String> classes =
                ProductClass.all().stream().map(ProductClass::code).collect(Collectors.toSet());

        assertThat(classes).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Product.all()).extracting(Product::productClass).allMatch(classes::contains);
        assertThat(Firm.all())
                .allSatisfy(firm -> assertThat(Request.of(firm))
                        .flatMap(Request::parts)
                        .allMatch(part -> classes.contains(part.productClass())));
    }

    @Test
    void luckFallsTheSameWayForTheSameName() {
        assertThat(Luck.of("dem-1").between(1, 1_000_000))
                .isEqualTo(Luck.of("dem-1").between(1, 1_000_000));
        assertThat(Luck.of("dem-1").falls(0)).isFalse();
        assertThat(Luck.of("dem-1").falls(1)).isTrue();
    }

    @Test
    void everyFactoryCutsTheCountryInItsOwnWay() {
        assertThat(Maker.all())
                .hasSize(6)
                .allMatch(maker -> !Zones.of(maker.code()).isEmpty());
        assertThat(Zones.of("factory-mt1")).hasSize(4);
        assertThat(Zones.of("factory-mt2")).hasSize(6);
        assertThat(Zones.of("factory-crane")).hasSize(8);
        assertThat(Zones.of("factory-switchgear")).hasSize(3);
        assertThat(Zones.of("factory-boiler"))
                .hasSize(4)
                .filteredOn(Zones.Cut::isExport)
                .hasSize(1);
        assertThat(Zones.of("factory-mt1", "辽宁省")).isEqualTo("北片");
        assertThat(Zones.of("factory-boiler", "辽宁省")).isEqualTo("一区");
        assertThat(Zones.of("factory-boiler", null)).isEqualTo("出口");
        assertThat(Zones.of("factory-crane", "上海市")).isEqualTo("上海市");
    }

    @Test
    void everyFirmsProvinceLiesInExactlyOneZoneOfEveryFactory() {
        for (Maker maker : Maker.all()) {
            assertThat(names(Firm::province))
                    .allSatisfy(province -> assertThat(Zones.of(maker.code()))
                            .filteredOn(cut -> cut.provinces().contains(province))
                            .as(maker.code() + " " + province)
                            .hasSize(1));
        }
    }

    @Test
    void everyClassWithoutAParentHasAFactoryThatAnswersForIt() {
        assertThat(Maker.all().stream().flatMap(maker -> maker.classes().stream()))
                .contains("MACHINE_TOOL", "CRANE", "SWITCHGEAR", "BOILER", "PRINTING", "ENVIRONMENTAL")
                .doesNotHaveDuplicates();
    }

    private static Set<String> names(java.util.function.Function<Firm, String> part) {
        return Firm.all().stream().map(part).collect(Collectors.toSet());
    }
}
