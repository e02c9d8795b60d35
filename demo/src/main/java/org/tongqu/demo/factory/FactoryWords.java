package org.tongqu.demo.factory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Words.Acknowledgement;
import org.tongqu.demo.line.Words.Answer;
import org.tongqu.demo.line.Words.Asked;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Money;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Payment;
import org.tongqu.demo.line.Words.Quote;
import org.tongqu.demo.line.Words.Refusal;
import org.tongqu.demo.line.Words.Shipment;
import org.tongqu.demo.line.Words.ShippedLine;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Zones;

/** Puts each step of a factory's part of the road into the words of the contract. */
final class FactoryWords {
    private static final BigDecimal DEPOSIT_SHARE = new BigDecimal("0.30");
    private static final List<String> REASONS =
            List.of("本季度产能已满，无法按期交货", "所需规格超出本厂产品范围", "预算低于成本，无法报价", "该行业用户须由代理商报价，本厂不直接受理");
    private static final List<String> NOTES = List.of("含税含运，现场安装调试另计", "含安装调试及操作培训", "预付三成，发货前付清", "按招标文件技术协议执行");

    private final String factory;
    private final Asked asked;
    private final String factoryRef;
    private final String orderNo;
    private final String at;
    private final Optional<Backlog> backlog;

    FactoryWords(String factory, Asked asked, String factoryRef, Optional<Backlog> backlog, OffsetDateTime at) {
        this.factory = factory;
        this.asked = asked;
        this.factoryRef = factoryRef;
        this.orderNo = "HT-" + factoryRef;
        this.at = BeijingTime.written(at);
        this.backlog = backlog;
    }

    Object words(Step step, boolean refuses) {
        return switch (step) {
            case ACKNOWLEDGEMENT -> new Acknowledgement(asked.demandId(), factoryRef, at);
            case ANSWER -> refuses ? refusal() : quote();
            case ORDER -> order();
            case DEPOSIT -> paid("1", deposit());
            case SCHEDULED, MADE, INSTALLED, CUSTOMER_ACCEPTED -> reached(step.name());
            case SHIPPED -> shipped();
            case BALANCE -> paid("2", balance());
        };
    }

    private Answer quote() {
        Pricing pricing = new Pricing(asked);
        String note = Luck.of("note " + asked.demandId()).oneOf(NOTES);
        String validUntil =
                OffsetDateTime.parse(answeredAt()).toLocalDate().plusDays(30).toString();
        Quote quote = new Quote(Money.yuan(pricing.total()), pricing.leadTimeDays(), validUntil, note);
        return new Answer(asked.demandId(), answeredAt(), quote, null);
    }

    private Answer refusal() {
        String reason = Luck.of("reason " + asked.demandId()).oneOf(REASONS);
        return new Answer(asked.demandId(), answeredAt(), null, new Refusal(reason));
    }

    private String answeredAt() {
        return backlog.map(Backlog::answered).map(BeijingTime::written).orElse(at);
    }

    private Order order() {
        String province = asked.customer() == null ? null : asked.customer().province();
        return new Order(
                orderNo,
                null,
                backlog.map(Backlog::ordered).map(BeijingTime::written).orElse(at),
                Zones.of(factory, province),
                asked.customer(),
                null,
                asked.needId(),
                asked.demandId(),
                "CNY",
                new Pricing(asked).lines(),
                milestones(),
                taken(Step.SHIPPED).map(day -> List.of(shipment(day))).orElse(null),
                payments());
    }

    /** Those there were by now; of an order of today that it was accepted. */
    private List<Milestone> milestones() {
        String accepted =
                backlog.map(Backlog::ordered).map(BeijingTime::written).orElse(at);
        Stream<Milestone> later = Stream.of(
                        Step.SCHEDULED, Step.MADE, Step.SHIPPED, Step.INSTALLED, Step.CUSTOMER_ACCEPTED)
                .flatMap(step -> taken(step).map(day -> new Milestone(step.name(), day)).stream());
        return Stream.concat(Stream.of(new Milestone("ACCEPTED", accepted)), later)
                .toList();
    }

    private @Nullable List<Payment> payments() {
        List<Payment> received = Stream.concat(
                        taken(Step.DEPOSIT).map(day -> payment("1", deposit(), day)).stream(),
                        taken(Step.BALANCE).map(day -> payment("2", balance(), day)).stream())
                .toList();
        return received.isEmpty() ? null : received;
    }

    private Optional<String> taken(Step step) {
        return backlog.flatMap(known -> known.taken(step)).map(BeijingTime::written);
    }

    private Order reached(String milestone) {
        return Order.later(orderNo, List.of(new Milestone(milestone, at)), null, null);
    }

    private Order shipped() {
        return Order.later(orderNo, List.of(new Milestone("SHIPPED", at)), List.of(shipment(at)), null);
    }

    private Shipment shipment(String day) {
        List<ShippedLine> goods =
                new Pricing(asked).lines().stream().map(this::shippedLine).toList();
        return new Shipment(orderNo + "-F1", day, goods);
    }

    private ShippedLine shippedLine(Line line) {
        String serial = line.qty().equals("1") ? line.model() + "-" + orderNo.substring(orderNo.length() - 5) : null;
        return new ShippedLine(line.lineNo(), line.qty(), serial);
    }

    private Order paid(String number, BigDecimal amount) {
        return Order.later(orderNo, null, null, List.of(payment(number, amount, at)));
    }

    private Payment payment(String number, BigDecimal amount, String day) {
        return new Payment(orderNo + "-S" + number, Money.yuan(amount), day);
    }

    private BigDecimal balance() {
        return new Pricing(asked).total().subtract(deposit());
    }

    private BigDecimal deposit() {
        return new Pricing(asked).total().multiply(DEPOSIT_SHARE).setScale(2, RoundingMode.HALF_UP);
    }
}
