package org.tongqu.demo.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Uscc;

@DisplayName("What the demo group brings along")
class SeedTest {
    private static final LocalDate FOUNDED = LocalDate.of(2026, 11, 22);
    private static final Size FULL = Size.FULL;
    private final Seasons seasons = new Seasons(FOUNDED.minusDays(1), FULL.months());
    private final Sales sales = new Sales(FULL, seasons);

    @Test
    @DisplayName("is thousands of firms of all six regions, each with a credit code that holds and no one else has")
    void thousandsOfFirms() {
        assertThat(Firm.all()).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(Firm.all()).extracting(Firm::uscc).allMatch(Uscc::holds).doesNotHaveDuplicates();
        assertThat(Branch.ALL)
                .allSatisfy(branch -> assertThat(Firm.in(branch.region())).hasSizeGreaterThan(300));
        assertThat(Firm.all()).extracting(Firm::kind).contains("group", "branch", "numbered", "near");
    }

    @Test
    @DisplayName("spells a good part of the firms differently by rep, order system and agent")
    void spellings() {
        assertThat(Firm.all())
                .filteredOn(firm ->
                        Stream.of(firm.asVisited().name(), firm.asOrdered().name(), firm.asTyped())
                                        .distinct()
                                        .count()
                                > 1)
                .hasSizeGreaterThan(1_500);
    }

    @Test
    @DisplayName(
            "is some twenty thousand lines of agents, with spoilt ones, twins and totals, in files of unique names")
    void agentsFiles() {
        List<AgentFile> files = Seed.files(FOUNDED, FULL, sales, seasons);

        assertThat(files.stream().mapToLong(AgentFile::rows).sum()).isGreaterThan(18_000);
        assertThat(files).extracting(file -> file.agent() + "/" + file.name()).doesNotHaveDuplicates();
        assertThat(files).extracting(AgentFile::agent).doesNotContain("agent-a001", "agent-a060");
        AgentFile clumsy = files.stream()
                .filter(file -> file.agent().equals("agent-a005"))
                .findFirst()
                .orElseThrow();
        List<String> lines =
                new String(clumsy.bytes(), Charset.forName("GB18030")).lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("合计"))
                .anyMatch(line -> line.contains("-32,"))
                .anyMatch(line -> line.contains("若干"));
        assertThat(lines).hasSizeGreaterThan((int) lines.stream().distinct().count());
    }

    @Test
    @DisplayName(
            "is hundreds of orders of all factories over two and a half years, more from year to year, some changed, all of it in the past")
    void orders() {
        Map<String, Order> newest = new HashMap<>();
        all().forEach(order -> newest.put(order.orderNo(), order));
        Map<Integer, Long> byYear = newest.values().stream()
                .collect(Collectors.groupingBy(
                        order -> (int) (FOUNDED.toEpochDay()
                                        - day(String.valueOf(order.orderedAt())).toEpochDay())
                                / 365,
                        Collectors.counting()));

        assertThat(newest).hasSize(396);
        assertThat(byYear.get(0)).isGreaterThan(byYear.get(1));
        assertThat(byYear.get(1)).isGreaterThan(byYear.get(2));
        assertThat(all())
                .filteredOn(order -> Integer.valueOf(2).equals(order.revision()))
                .hasSizeGreaterThan(20);
        assertThat(newest.values().stream().flatMap(order -> times(order).stream()))
                .allMatch(time -> day(time).isBefore(FOUNDED));
    }

    @Test
    @DisplayName(
            "is factories' shipments of last month that are what agents report of it, but for about one line in twelve")
    void agentsAndFactoriesTellTheSame() {
        YearMonth last = YearMonth.from(FOUNDED).minusMonths(1);
        List<Agent> agents = Agent.ours().stream().limit(FULL.monthly()).toList();
        AgentOrders goods = new AgentOrders(last, agents, sales);
        Map<String, Integer> shipped = new HashMap<>();
        Works.CODES.stream().flatMap(factory -> goods.of(factory).stream()).forEach(order -> {
            assertThat(day(String.valueOf(order.orderedAt()))).isBetween(last.atDay(1), last.atEndOfMonth());
            Optional.ofNullable(order.lines())
                    .orElseThrow()
                    .forEach(line -> shipped.merge(
                            order.agent() + line.productCode(), Integer.valueOf(line.qty()), Integer::sum));
        });
        Map<String, Integer> sold = new HashMap<>();
        agents.forEach(agent -> sales.of(agent, last)
                .forEach(sale -> sold.merge(agent.code() + sale.product().code(), sale.quantity(), Integer::sum)));

        long same = sold.entrySet().stream()
                .filter(each -> each.getValue().equals(shipped.get(each.getKey())))
                .count();
        assertThat(sold).hasSizeGreaterThan(100);
        assertThat((double) same / sold.size()).isBetween(0.8, 0.97);
    }

    /** Held to the schema by {@code EnvelopeTest}'s own means: an order that the public schema refuses would not be written. */
    @Test
    @DisplayName("is orders whose payments never exceed what was ordered and whose shipments ship what was ordered")
    void paymentsAndShipments() {
        assertThat(all()).allSatisfy(order -> {
            JsonNode words = Json.tree(order);
            java.math.BigDecimal total = sum(words.path("lines"));
            java.math.BigDecimal paid = java.math.BigDecimal.ZERO;
            for (JsonNode payment : words.path("payments")) {
                paid = paid.add(
                        new java.math.BigDecimal(payment.at("/amount/amount").asText()));
            }
            assertThat(paid).isLessThanOrEqualTo(total);
            words.path("shipments")
                    .forEach(shipment -> assertThat(shipment.path("lines").size())
                            .isEqualTo(words.path("lines").size()));
        });
    }

    @Test
    @DisplayName(
            "is hundreds of visits of the last year under unique numbers, on working days, with hours that only grow and varied words")
    void visits() {
        List<Visit> visits = visitsOfAll();
        Map<String, Integer> hours = new HashMap<>();
        visits.stream()
                .sorted((one, other) -> one.visitedAt().compareTo(other.visitedAt()))
                .flatMap(visit -> visit.usage().stream())
                .forEach(usage -> assertThat(Integer.parseInt(usage.runningHours()))
                        .isGreaterThanOrEqualTo(
                                Optional.ofNullable(hours.put(usage.serial(), Integer.valueOf(usage.runningHours())))
                                        .orElse(0)));

        assertThat(visits).hasSizeGreaterThanOrEqualTo(280);
        assertThat(visits).extracting(Visit::visitNo).doesNotHaveDuplicates();
        assertThat(visits).extracting(Visit::rep).contains("rep-ne-1", "rep-ne-2");
        assertThat(visits)
                .allMatch(visit -> day(visit.visitedAt()).getDayOfWeek().getValue() <= 5);
        assertThat(visits.stream()
                        .flatMap(visit -> visit.needs().stream())
                        .map(need -> need.summary())
                        .distinct())
                .hasSizeGreaterThan(40);
        assertThat(visits.stream().flatMap(visit -> visit.opinions().stream()).distinct())
                .hasSizeGreaterThan(25);
    }

    @Test
    @DisplayName(
            "has customers who remember what their agent reported, who remember another quantity, and who bought what no report holds")
    void conflicts() {
        Map<Boolean, Long> remembered = visitsOfAll().stream()
                .flatMap(visit -> visit.salesStatements().stream()
                        .map(said -> Agent.all().stream()
                                .filter(agent -> agent.code().equals(said.boughtFrom()))
                                .flatMap(agent -> sales.of(agent, java.time.YearMonth.parse(said.month())).stream())
                                .anyMatch(sale -> sale.product().code().equals(said.productCode())
                                        && sale.quantity() == Integer.parseInt(said.qty())
                                        && sale.firm()
                                                .asVisited()
                                                .name()
                                                .equals(visit.customer().name()))))
                .collect(Collectors.groupingBy(agrees -> agrees, Collectors.counting()));

        assertThat(remembered.get(true)).isGreaterThan(20);
        assertThat(remembered.get(false)).isGreaterThan(20);
    }

    @Test
    @DisplayName(
            "goes on by number: the same number on the same day is the same thing, and a later fact of an order is told once")
    void theDay() {
        Day day = new Day(FOUNDED, FULL);
        OffsetDateTime now = OffsetDateTime.parse("2026-11-22T10:00:00+08:00");
        List<String> told = new ArrayList<>();
        for (int number = 1; number <= 300; number++) {
            Diary.Page page = day.page(number, now);
            assertThat(Json.write(new Day(FOUNDED, FULL).page(number, now))).isEqualTo(Json.write(page));
            if (page.told() != null) {
                told.add(Json.write(page.told().order()));
            }
        }

        assertThat(told).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("asks for goods so early that a factory can make them in time")
    void needsInTime() {
        assertThat(visitsOfAll().stream()
                        .flatMap(visit -> visit.needs().stream().map(need -> Map.entry(visit, need))))
                .allSatisfy(asked -> {
                    int lead = asked.getValue().parts().stream()
                            .mapToInt(part -> org.tongqu.demo.trade.Product.fitting(
                                            part.productClass(), part.productCode())
                                    .leadTimeDays())
                            .max()
                            .orElse(0);
                    LocalDate by =
                            LocalDate.parse(String.valueOf(asked.getValue().requiredBy()));
                    assertThat(by.minusDays(lead))
                            .as(asked.getValue().summary())
                            .isAfter(day(asked.getKey().visitedAt()));
                });
    }

    private List<Visit> visitsOfAll() {
        VisitBook book = new VisitBook(FOUNDED, FULL, sales);
        return Branch.ALL.stream().flatMap(branch -> book.seed(branch).stream()).toList();
    }

    private static List<Order> all() {
        OrderBook book = new OrderBook(FOUNDED, FULL);
        return Works.CODES.stream()
                .flatMap(factory -> book.of(factory).stream())
                .toList();
    }

    private static List<String> times(Order order) {
        List<String> times = new ArrayList<>();
        Optional.ofNullable(order.milestones()).orElse(List.of()).stream()
                .map(Milestone::at)
                .forEach(times::add);
        Optional.ofNullable(order.payments()).orElse(List.of()).forEach(payment -> times.add(payment.receivedAt()));
        Optional.ofNullable(order.shipments()).orElse(List.of()).forEach(shipment -> times.add(shipment.shippedAt()));
        return times;
    }

    private static java.math.BigDecimal sum(JsonNode lines) {
        java.math.BigDecimal total = java.math.BigDecimal.ZERO;
        for (JsonNode line : lines) {
            total = total.add(new java.math.BigDecimal(line.path("qty").asText())
                    .multiply(new java.math.BigDecimal(line.path("unitPrice").asText())));
        }
        return total;
    }

    private static LocalDate day(String time) {
        return OffsetDateTime.parse(time).toLocalDate();
    }
}
