package org.tongqu.demo.line;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the hub's contract, version 1, as partners write them: decimals and times are text, so nothing is rounded on the way. */
public interface Words {

    record Money(String amount, String currency) {
        public static Money yuan(BigDecimal amount) {
            return new Money(amount.toPlainString(), "CNY");
        }
    }

    record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String title) {}

    record Customer(
            String name,
            @Nullable String uscc,
            @Nullable String province,
            @Nullable String city,
            @Nullable String address,
            @Nullable Contact contact) {}

    record Visit(
            int formatVersion,
            String visitNo,
            String rep,
            String visitedAt,
            Customer customer,
            List<Need> needs,
            List<Usage> usage,
            List<String> opinions,
            List<String> suggestions,
            List<Competitor> competitors,
            List<SalesStatement> salesStatements) {}

    record Need(
            String needNo,
            String summary,
            @Nullable String functional,
            @Nullable String requiredBy,
            @Nullable Money budget,
            List<Part> parts) {}

    record Part(String productClass, @Nullable String productCode, String qty) {}

    record Usage(
            String serial,
            String model,
            String runningHours,
            int faults,
            @Nullable String note) {}

    record Competitor(
            String name,
            @Nullable String product,
            @Nullable Money price,
            @Nullable Integer leadTimeDays) {}

    record SalesStatement(String productCode, String qty, String boughtFrom, String month) {}

    /** A demand as it comes to the factory. */
    record Asked(
            String demandId,
            @Nullable String needId,
            @Nullable String needNumber,
            @Nullable String grade,
            @Nullable String summary,
            @Nullable String requiredBy,
            @Nullable Customer customer,
            @Nullable List<AskedPart> parts) {}

    record AskedPart(
            @Nullable String partId,
            String productClass,
            @Nullable String productCode,
            @Nullable String qty) {}

    record Acknowledgement(String demandId, String factoryRef, String at) {}

    record Answer(
            String demandId,
            String at,
            @Nullable Quote quote,
            @Nullable Refusal refusal) {}

    record Quote(Money price, int leadTimeDays, String validUntil, String note) {}

    record Refusal(String reason) {}

    /** An order with its head, or later facts only where {@code orderedAt} is absent. */
    record Order(
            String orderNo,
            @Nullable Integer revision,
            @Nullable String orderedAt,
            @Nullable String zone,
            @Nullable Customer customer,
            @Nullable String agent,
            @Nullable String needId,
            @Nullable String demandId,
            @Nullable String currency,
            @Nullable List<Line> lines,
            @Nullable List<Milestone> milestones,
            @Nullable List<Shipment> shipments,
            @Nullable List<Payment> payments) {
        public static Order later(
                String orderNo,
                @Nullable List<Milestone> milestones,
                @Nullable List<Shipment> shipments,
                @Nullable List<Payment> payments) {
            return new Order(
                    orderNo, null, null, null, null, null, null, null, null, null, milestones, shipments, payments);
        }
    }

    record Line(String lineNo, String productCode, String productClass, String model, String qty, String unitPrice) {}

    record Milestone(String kind, String at) {}

    record Shipment(String shipmentNo, String shippedAt, List<ShippedLine> lines) {}

    record ShippedLine(String lineNo, String qty, @Nullable String serial) {}

    record Payment(String paymentNo, Money amount, String receivedAt) {}
}
