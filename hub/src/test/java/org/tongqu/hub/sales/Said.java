package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.connectors.canon.OrderReport.Line;
import org.tongqu.connectors.canon.OrderReport.Milestone;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;
import org.tongqu.connectors.canon.OrderReport.Payment;
import org.tongqu.connectors.canon.OrderReport.Shipment;
import org.tongqu.connectors.canon.OrderReport.ShippedLine;
import org.tongqu.connectors.canon.SalesLine;

/** What factories and agents say in these tests: two cranes at 400,000 for a customer in Shenyang unless said otherwise. */
final class Said {
    static final OffsetDateTime MARCH = OffsetDateTime.parse("2026-03-02T09:30:00+08:00");
    static final CustomerSaid SHENYANG = new CustomerSaid(
            "沈阳第一机床厂", null, "辽宁省", "沈阳市", null, new CustomerSaid.ContactSaid("王工", "13900000000", null));

    private Said() {}

    static OrderReport order(String orderNo) {
        return order(orderNo, head(1, "2"));
    }

    static OrderReport order(String orderNo, @Nullable Head head) {
        return new OrderReport(orderNo, head, List.of(), List.of(), List.of());
    }

    static Head head(int revision, String qty) {
        return head(revision, qty, "四区", null, null, "CNY");
    }

    static Head head(
            int revision,
            String qty,
            @Nullable String zone,
            @Nullable String agent,
            @Nullable String demandId,
            String currency) {
        Line cranes = new Line("1", "QD20", "CRANE", "QD20-22.5", new BigDecimal(qty), new BigDecimal("400000.00"));
        return new Head(revision, MARCH, zone, SHENYANG, agent, null, demandId, currency, List.of(cranes));
    }

    static OrderReport milestone(String orderNo, MilestoneKind kind) {
        return new OrderReport(orderNo, null, List.of(new Milestone(kind, MARCH)), List.of(), List.of());
    }

    static OrderReport shipment(String orderNo, String shipmentNo, String qty) {
        ShippedLine line = new ShippedLine("1", new BigDecimal(qty), "SN-" + shipmentNo);
        return new OrderReport(
                orderNo, null, List.of(), List.of(new Shipment(shipmentNo, MARCH, List.of(line))), List.of());
    }

    static OrderReport payment(String orderNo, String paymentNo, String amount) {
        return payment(orderNo, paymentNo, amount, "CNY");
    }

    static OrderReport payment(String orderNo, String paymentNo, String amount, String currency) {
        Payment payment = new Payment(paymentNo, new Money(new BigDecimal(amount), currency), MARCH);
        return new OrderReport(orderNo, null, List.of(), List.of(), List.of(payment));
    }

    static Row row(String qty) {
        return new Row(null, null, null, "沈阳重型锻造有限公司", "DL-2024-7001", qty, null, 0, null);
    }

    /** A row of an agent's file, changed step by step; its place in the file is given last. */
    record Row(
            @Nullable String reportNo,
            @Nullable String lineNo,
            @Nullable String agentName,
            String customer,
            @Nullable String contract,
            String qty,
            @Nullable String remark,
            long rowNo,
            @Nullable Long mends) {

        Row numbered(String newReportNo, String newLineNo) {
            return new Row(newReportNo, newLineNo, agentName, customer, contract, qty, remark, rowNo, mends);
        }

        Row agent(String name) {
            return new Row(reportNo, lineNo, name, customer, contract, qty, remark, rowNo, mends);
        }

        Row customer(String name) {
            return new Row(reportNo, lineNo, agentName, name, contract, qty, remark, rowNo, mends);
        }

        Row contract(@Nullable String no) {
            return new Row(reportNo, lineNo, agentName, customer, no, qty, remark, rowNo, mends);
        }

        Row mending(long row) {
            return new Row(reportNo, lineNo, agentName, customer, contract, qty, remark, rowNo, row);
        }

        Row at(long place) {
            return new Row(reportNo, lineNo, agentName, customer, contract, qty, remark, place, mends);
        }

        SalesLine line() {
            SortedMap<String, String> extras = new TreeMap<>();
            extras.put("发票号", "FP-1");
            return new SalesLine(
                    rowNo,
                    reportNo,
                    lineNo,
                    agentName,
                    LocalDate.of(2024, 6, 2),
                    new CustomerSaid(customer, null, null, null, null, null),
                    null,
                    "KYN28A-12",
                    "高压开关柜",
                    new BigDecimal(qty),
                    new BigDecimal("78500.00"),
                    new BigDecimal("78500.00").multiply(new BigDecimal(qty)),
                    contract,
                    null,
                    remark,
                    extras,
                    List.of("AMOUNT_WORKED_OUT"),
                    contentHash(),
                    mends);
        }

        /** As the files connector does, blind to the row's place. */
        private String contentHash() {
            return new Digest()
                    .add(reportNo)
                    .add(lineNo)
                    .add(agentName)
                    .add(customer)
                    .add(contract)
                    .add(qty)
                    .add(remark)
                    .hex();
        }
    }

    /** A file of rows, numbered from the second line on, the first being the heading. */
    static List<SalesLine> file(Row... rows) {
        return java.util.stream.IntStream.range(0, rows.length)
                .mapToObj(n -> rows[n].at(n + 2L).line())
                .toList();
    }
}
