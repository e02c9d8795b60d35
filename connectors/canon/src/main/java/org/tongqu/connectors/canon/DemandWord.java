package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What passes between hub and factory about one demand (询厂): asked, acknowledged, quoted or refused. */
public sealed interface DemandWord {
    String demandId();

    /**
     * The hub's question: the factory's share of a need, with as much of the customer as the factory needs to answer.
     *
     * @param copyTo RND where the factory's research and development should read it too, because something has no product code
     */
    record Asked(
            String demandId,
            String needId,
            String needNumber,
            String grade,
            String summary,
            @Nullable String functional,
            @Nullable LocalDate requiredBy,
            @Nullable Money budget,
            CustomerSaid customer,
            List<AskedPart> parts,
            OffsetDateTime askedAt,
            OffsetDateTime dueAt,
            @Nullable String copyTo)
            implements DemandWord {
        public Asked {
            requireNonNull(demandId, "demandId");
            parts = List.copyOf(parts);
        }
    }

    /** @param agent through whom business with this customer runs for this class (经由代理商), on the day it was asked; absent where it runs direct */
    record AskedPart(
            String partId,
            String productClass,
            @Nullable String productCode,
            BigDecimal qty,
            @Nullable AskedAgent agent) {}

    /** The agent who reads the same need under the same id. */
    record AskedAgent(String code, String name) {}

    /** 签收: the factory has it; {@code factoryRef} is the factory's own number for it. */
    record Acknowledged(String demandId, @Nullable String factoryRef, OffsetDateTime at) implements DemandWord {}

    /** 报价: the factory's price and lead time in days. */
    record Quoted(
            String demandId,
            Money price,
            int leadTimeDays,
            @Nullable LocalDate validUntil,
            @Nullable String note,
            OffsetDateTime at)
            implements DemandWord {}

    /** 回绝: the factory cannot do it, and why. */
    record Refused(String demandId, String reason, OffsetDateTime at) implements DemandWord {}
}
