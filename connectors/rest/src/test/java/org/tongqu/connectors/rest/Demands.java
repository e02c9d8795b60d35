package org.tongqu.connectors.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.DemandWord.AskedPart;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Parcel;

/** A demand to carry in tests. */
final class Demands {
    private Demands() {}

    static Asked asked(String demandId) {
        return new Asked(
                demandId,
                "N-1",
                "NE-2026-000123/1",
                "A",
                "车间行车一台",
                null,
                LocalDate.of(2026, 9, 1),
                new Money(new BigDecimal("1200000.00"), "CNY"),
                new CustomerSaid("沈阳第一机床厂", null, "辽宁省", "沈阳市", null, null),
                List.of(new AskedPart("P-1", "CRANE", null, new BigDecimal("1"), null)),
                OffsetDateTime.parse("2026-03-02T10:00:00+08:00"),
                OffsetDateTime.parse("2026-03-05T10:00:00+08:00"),
                null);
    }

    static Parcel parcel(String demandId) {
        return new Parcel("K-" + demandId, "factory-crane", new Parcel.Load.Demand(asked(demandId)), 1, 1);
    }
}
