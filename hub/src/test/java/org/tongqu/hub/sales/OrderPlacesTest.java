package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.connectors.canon.OrderReport.Line;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.PartnerSettings;
import org.tongqu.hub.partners.ZoneCut;
import org.tongqu.hub.partners.ZoneCut.Zone;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

@DisplayName("Which branch an order belongs to")
class OrderPlacesTest extends SalesBed {
    private static final Zone ABROAD = new Zone("出口", true, List.of());
    private static final Zone NORTH = new Zone("北片", false, List.of("辽宁省", "吉林省", "黑龙江省", "河北省"));
    private static final Zone EAST = new Zone("东片", false, List.of("江苏省", "浙江省"));

    @Autowired
    private PartnerSettings settings;

    private String fourZones = "";
    private String threeAndExport = "";

    @BeforeEach
    void twoFactoriesThatCutTheCountryDifferently() {
        fourZones = partner("FACTORY", "一机床");
        threeAndExport = partner("FACTORY", "巴威锅炉");
        cut(fourZones, "2026-01-01", NORTH, EAST);
        cut(threeAndExport, "2026-01-01", new Zone("一区", false, List.of("辽宁省", "吉林省")), ABROAD);
    }

    private void cut(String factory, String validFrom, Zone... zones) {
        ZoneCut cut = new ZoneCut(LocalDate.parse(validFrom), List.of(zones));
        wall.run(Scope.WORKER, () -> settings.cut(factory, cut, "admin"));
    }

    @Test
    @Tag("S4-04")
    @DisplayName("orders for one province land in one branch, whatever zones their factories cut")
    void oneProvinceOneBranch() {
        SalesPages.Order lathe = taken(fourZones, "2026-03-02", "北片", "辽宁省");
        SalesPages.Order boiler = taken(threeAndExport, "2026-03-02", "一区", "辽宁");

        assertThat(lathe.region()).isEqualTo("NE").isEqualTo(boiler.region());
        assertThat(lathe.flags()).isEmpty();
        assertThat(boiler.flags()).isEmpty();
    }

    @Test
    @Tag("S4-04")
    @DisplayName("export lands in the export bucket, with a country for a province or with none, and is not lost")
    void exportIsExport() {
        assertThat(taken(threeAndExport, "2026-03-02", " 出口 ", null).region()).isEqualTo("EXPORT");
        assertThat(taken(threeAndExport, "2026-03-02", "出口", "East Java").flags())
                .isEmpty();
        assertThat(seenBy(new Sender("rep-ne-1", Sender.Role.REP, "NE", null), threeAndExport))
                .isZero();
        assertThat(seenBy(DESK, threeAndExport)).isEqualTo(2);
    }

    @Test
    @DisplayName("a zone that only sounds like export is none where the factory said what its zones are")
    void aCutOutweighsAName() {
        cut(fourZones, "2026-02-01", new Zone("出口加工区", false, List.of("辽宁省")));

        assertThat(taken(fourZones, "2026-03-02", "出口加工区", null).region()).isEqualTo("NE");
    }

    @Test
    @DisplayName("where nobody told the province the zone places the order, if all of it lies in one region")
    void theZoneHelpsOut() {
        assertThat(taken(fourZones, "2026-03-02", "东片", null).region()).isEqualTo("E");
        assertThat(taken(fourZones, "2026-03-02", "北片", null).region()).isNull();
        assertThat(seenBy(new Sender("rep-e-1", Sender.Role.REP, "E", null), fourZones))
                .isEqualTo(1);
        assertThat(seenBy(DESK, fourZones)).isEqualTo(2);
    }

    @Test
    @DisplayName("a zone redrawn counts for orders from its day on, by Beijing's calendar, and for none before")
    void redrawn() {
        cut(fourZones, "2026-07-01", new Zone("东片", false, List.of("四川省")), NORTH);

        assertThat(taken(fourZones, "2026-06-30", "东片", null).region()).isEqualTo("E");
        assertThat(taken(fourZones, "2026-07-01", "东片", null).region()).isEqualTo("SW");
        assertThat(takenAt(fourZones, "2026-06-30T16:00:00Z", "东片", null).region())
                .isEqualTo("SW");
        assertThat(taken(fourZones, "2025-12-31", "东片", null).region()).isNull();
    }

    @Test
    @DisplayName("a zone and a province that contradict each other: taken, placed by the province, and shown")
    void contradiction() {
        SalesPages.Order order = taken(fourZones, "2026-03-02", "东片", "辽宁省");

        assertThat(order.region()).isEqualTo("NE");
        assertThat(order.flags()).containsExactly("ZONE_CONTRADICTS_PROVINCE");
        assertThat(taken(threeAndExport, "2026-03-02", "出口", "辽宁省").flags())
                .containsExactly("ZONE_CONTRADICTS_PROVINCE");
    }

    @Test
    @DisplayName("a zone that the cut does not have: taken, placed by the province, and shown")
    void unknownZone() {
        SalesPages.Order order = taken(fourZones, "2026-03-02", "北偏", "辽宁省");

        assertThat(order.region()).isEqualTo("NE");
        assertThat(order.flags()).containsExactly("ZONE_UNKNOWN");
    }

    @Test
    @DisplayName("a higher revision is placed anew and takes its predecessor's flags away")
    void revisionPlacesAnew() {
        String no = orderNo();
        take(fourZones, Said.order(no, head(1, "2026-03-02T10:00:00+08:00", "东片", "辽宁省")));
        take(fourZones, Said.order(no, head(2, "2026-03-02T10:00:00+08:00", "北片", "辽宁省")));

        assertThat(order(fourZones, no).flags()).isEmpty();
    }

    private SalesPages.Order taken(String factory, String day, String zone, @Nullable String province) {
        return takenAt(factory, day + "T10:00:00+08:00", zone, province);
    }

    private SalesPages.Order takenAt(String factory, String at, String zone, @Nullable String province) {
        String no = orderNo();
        take(factory, Said.order(no, head(1, at, zone, province)));
        return order(factory, no);
    }

    private String orderNo() {
        return "Z-" + ids.next();
    }

    private static Head head(int revision, String at, String zone, @Nullable String province) {
        CustomerSaid customer = new CustomerSaid("片区试验厂", null, province, null, null, null);
        Line line = new Line("1", "CK6150", null, null, BigDecimal.ONE, BigDecimal.TEN);
        return new Head(revision, OffsetDateTime.parse(at), zone, customer, null, null, null, "CNY", List.of(line));
    }

    private int seenBy(Sender sender, String factory) {
        return pages.orders(sender, new SalesPages.OrdersAsked(null, factory, null, null), Window.first(50))
                .items()
                .size();
    }
}
