package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/** What stands around a customer: its machines, and who of the group and its agents deals with it. */
record CustomerCircle(List<Machine> machines, List<Dealing> dealings) {

    static CustomerCircle of(CustomerStory.Records records, Say say, Names names) {
        return new CustomerCircle(machines(records, say), dealings(records, say, names));
    }

    /** Every machine that was read on a visit or left a factory for here, however its number is written; the one heard of last first. */
    private static List<Machine> machines(CustomerStory.Records records, Say say) {
        Map<String, Machine> byNumber = new LinkedHashMap<>();
        records.orders().forEach(order -> shipped(order).forEach(machine -> byNumber.put(machine.number(), machine)));
        readings(records).forEach((number, series) -> byNumber.put(number, Machine.read(series, say)));
        return byNumber.values().stream()
                .map(machine -> machine.elsewhere(records.sightings()))
                .sorted(Comparator.comparing(Machine::at).reversed())
                .toList();
    }

    /** The machines that these tell of. */
    static Set<String> numbers(List<VisitsPages.Visit> visits, List<SalesPages.Order> orders) {
        Stream<String> read =
                visits.stream().flatMap(visit -> visit.usage().stream()).map(VisitsPages.Reading::machine);
        Stream<String> left = orders.stream()
                .flatMap(order -> order.shipments().stream())
                .flatMap(shipment -> shipment.lines().stream())
                .map(SalesPages.ShippedLine::machine)
                .filter(Objects::nonNull);
        return Stream.concat(read, left).collect(Collectors.toSet());
    }

    private static Stream<Machine> shipped(SalesPages.Order order) {
        Map<String, SalesPages.OrderLine> lines = order.lines().stream()
                .collect(Collectors.toMap(SalesPages.OrderLine::lineNo, line -> line, (one, other) -> one));
        return order.shipments().stream()
                .flatMap(shipment -> shipment.lines().stream()
                        .filter(line -> line.serial() != null)
                        .map(line -> Machine.shipped(line, lines.get(line.lineNo()), shipment, order)));
    }

    private static Map<String, List<VisitsPages.Reading>> readings(CustomerStory.Records records) {
        return records.visits().stream()
                .flatMap(visit -> visit.usage().stream())
                .sorted(Comparator.comparing(VisitsPages.Reading::readAt))
                .collect(Collectors.groupingBy(VisitsPages.Reading::machine, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Dealing> dealings(CustomerStory.Records records, Say say, Names names) {
        List<Dealing> all = new ArrayList<>();
        records.visits().stream()
                .collect(Collectors.groupingBy(VisitsPages.Visit::rep))
                .forEach((rep, visits) -> all.add(new Dealing(
                        "VISIT",
                        names.person(rep),
                        null,
                        say.word("dealing.visits", visits.size()),
                        latest(visits.stream().map(VisitsPages.Visit::visitedAt)))));
        records.orders().stream()
                .collect(Collectors.groupingBy(SalesPages.Order::factory))
                .forEach((factory, orders) -> all.add(
                        Dealing.supplying(factory, orders, records.orders().size(), say, names)));
        records.lines().stream()
                .collect(Collectors.groupingBy(SalesPages.Line::agent))
                .forEach((agent, lines) -> all.add(new Dealing(
                        "AGENT",
                        names.partner(agent),
                        "/partners/" + agent,
                        records.lines().size() < CustomerStory.MOST
                                ? say.word("dealing.lines", lines.size())
                                : say.word("dealing.lines.recent", CustomerStory.MOST, lines.size()),
                        latest(lines.stream()
                                .map(line ->
                                        line.soldOn().atStartOfDay(Say.ZONE).toOffsetDateTime())))));
        all.sort(Comparator.comparing(Dealing::last).reversed());
        return all;
    }

    private static OffsetDateTime latest(Stream<OffsetDateTime> times) {
        return times.max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * 设备: one machine at the customer.
     *
     * @param says what is known last: its hours and what they grew by, or that it was shipped
     * @param mood warn where the last reading told of faults
     * @param href the message of the last reading is the visit's; of one only shipped, its order
     * @param moved where else it was seen last, absent where nowhere
     */
    record Machine(
            String number,
            String serial,
            String model,
            String says,
            @Nullable String note,
            String mood,
            String source,
            OffsetDateTime at,
            @Nullable String href,
            @Nullable Moved moved) {
        /** Numbers shorter than this are a works' own count and say nothing of another firm's machines. */
        static final int TELLING = 6;

        static Machine read(List<VisitsPages.Reading> series, Say say) {
            VisitsPages.Reading last = series.getLast();
            int faults = last.faults() == null ? 0 : last.faults();
            String hours = hours(series, say);
            String says = faults == 0 ? hours : hours + say.word("comma") + say.word("machine.faults", faults);
            return new Machine(
                    last.machine(),
                    last.serial(),
                    Objects.requireNonNullElse(last.model(), ""),
                    says,
                    last.note(),
                    faults == 0 ? "" : "warn",
                    "VISIT",
                    last.readAt(),
                    null,
                    null);
        }

        Machine elsewhere(List<Moved> sightings) {
            Moved last = sightings.stream()
                    .filter(seen -> seen.machine().equals(number) && number.length() >= TELLING && seen.fits(model))
                    .max(Comparator.comparing(Moved::at))
                    .orElse(null);
            return new Machine(number, serial, model, says, note, mood, source, at, href, last);
        }

        /** Whether it is there now, as far as anybody saw. */
        public boolean gone() {
            return moved != null && moved.at().isAfter(at);
        }

        private static String hours(List<VisitsPages.Reading> series, Say say) {
            List<VisitsPages.Reading> counted =
                    series.stream().filter(each -> each.runningHours() != null).toList();
            if (counted.isEmpty()) {
                return say.word("machine.seen");
            }
            BigDecimal now = Objects.requireNonNull(counted.getLast().runningHours());
            if (counted.size() == 1) {
                return say.word("machine.hours", say.qty(now));
            }
            VisitsPages.Reading before = counted.get(counted.size() - 2);
            BigDecimal grown = now.subtract(Objects.requireNonNull(before.runningHours()));
            return say.word("machine.grown", say.qty(now), say.qty(grown), say.day(before.readAt()));
        }

        static Machine shipped(
                SalesPages.ShippedLine line,
                SalesPages.@Nullable OrderLine ordered,
                SalesPages.Shipment shipment,
                SalesPages.Order order) {
            String model = ordered == null ? "" : Objects.requireNonNullElse(ordered.model(), ordered.productCode());
            return new Machine(
                    Objects.requireNonNull(line.machine()),
                    Objects.requireNonNull(line.serial()),
                    model,
                    "",
                    order.orderNo(),
                    "",
                    "FACTORY",
                    shipment.shippedAt(),
                    "/orders/" + order.id(),
                    null);
        }

        /** Known from its shipment alone. */
        public boolean unseen() {
            return says.isEmpty();
        }
    }

    /** A machine of the same number that was seen at another customer. */
    record Moved(String machine, @Nullable String model, CustomersPages.Named customer, OffsetDateTime at) {
        /** Two works may give one number; of two models neither of which is part of the other they are two machines. */
        boolean fits(String other) {
            String one = plain(Objects.requireNonNullElse(model, ""));
            String two = plain(other);
            return one.startsWith(two) || two.startsWith(one);
        }

        private static String plain(String model) {
            return model.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        }
    }

    /** 谁在跟: one rep, factory or agent with what it did here, and when last. */
    record Dealing(String source, String who, @Nullable String href, String what, OffsetDateTime last) {
        static Dealing supplying(String factory, List<SalesPages.Order> orders, int ofAll, Say say, Names names) {
            BigDecimal total = orders.stream()
                    .map(SalesPages.Order::total)
                    .filter(Objects::nonNull)
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            OffsetDateTime last = orders.stream()
                    .map(SalesPages.Order::orderedAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(OffsetDateTime.MIN);
            String money = say.money(total, null);
            String what = ofAll < CustomerStory.MOST
                    ? say.word("dealing.orders", orders.size(), money)
                    : say.word("dealing.orders.recent", ofAll, orders.size(), money);
            return new Dealing("FACTORY", names.partner(factory), "/partners/" + factory, what, last);
        }

        /** Whether the day is known; an order told by facts alone has none. */
        public boolean dated() {
            return !last.equals(OffsetDateTime.MIN);
        }
    }
}
