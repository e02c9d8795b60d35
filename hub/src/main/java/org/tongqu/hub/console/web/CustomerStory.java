package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.handbook.Handbook;
import org.tongqu.hub.keeping.Activities;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/** 客户全貌: facts with their sources, and all that happened on one line of time. */
record CustomerStory(
        CustomersPages.Customer customer,
        List<Figure> figures,
        List<Fact> facts,
        CustomerCircle circle,
        List<CustomersPages.Kin> kin,
        List<Item> story) {
    /** Orders and reported lines that a page looks back on, the newest; where there are as many, there may be more. */
    static final int MOST = 100;

    private static final List<String> FIELDS =
            List.of("name", "uscc", "province", "city", "address", "contactName", "contactPhone", "contactTitle");
    private static final Map<String, String> ICONS = Map.of("CALL", "call", "SAMPLE", "supply", "QUOTE_SENT", "file");
    private static final List<String> ENDED = List.of("PAID", "CLOSED", "WITHDRAWN");

    static CustomerStory of(Records records, Say say, Names names) {
        return of(records, List.of(), say, names);
    }

    static CustomerStory of(Records records, List<Activities.Activity> activities, Say say, Names names) {
        return of(records, activities, Map.of(), say, names);
    }

    /** @param forms on which a visit was written, by its message */
    static CustomerStory of(
            Records records,
            List<Activities.Activity> activities,
            Map<String, Handbook.Written> forms,
            Say say,
            Names names) {
        return new CustomerStory(
                records.customer(),
                figures(records, say),
                facts(records),
                CustomerCircle.of(records, say, names),
                records.kin(),
                story(records, activities, forms, say, names));
    }

    /** What the rooms hand up about one customer. */
    record Records(
            CustomersPages.Customer customer,
            List<CustomersPages.PastValue> history,
            List<CustomersPages.Kin> kin,
            List<VisitsPages.Visit> visits,
            List<CustomerCircle.Moved> sightings,
            List<NeedsPages.NeedLine> needs,
            List<DemandPages.Demand> demands,
            List<SalesPages.Order> orders,
            List<SalesPages.Line> lines) {}

    private static List<Figure> figures(Records records, Say say) {
        long open = records.needs().stream()
                .filter(need -> !ENDED.contains(need.state()))
                .count();
        String lastVisit = records.visits().stream()
                .map(VisitsPages.Visit::visitedAt)
                .max(Comparator.naturalOrder())
                .map(at -> say.word("figure.visits.last", say.day(at)))
                .orElse(say.word("figure.none"));
        BigDecimal ordered = sum(records.orders().stream().map(SalesPages.Order::total));
        BigDecimal paid = sum(records.orders().stream().map(SalesPages.Order::paid));
        long parties = records.customer().sources().stream()
                .map(CustomersPages.Source::source)
                .distinct()
                .count();
        return List.of(
                new Figure(
                        say.word("figure.needs"),
                        say.word("figure.needs.value", open),
                        "",
                        say.word("figure.needs.of", records.needs().size())),
                new Figure(
                        say.word("figure.orders"),
                        records.orders().isEmpty() ? "—" : say.money(ordered, null),
                        records.orders().isEmpty() ? "" : say.exactly(ordered, null),
                        records.orders().isEmpty()
                                ? say.word("figure.none")
                                : say.word(
                                                records.orders().size() < MOST
                                                        ? "figure.orders.value"
                                                        : "figure.orders.recent",
                                                records.orders().size())
                                        + say.word("comma")
                                        + say.word("figure.paid", say.money(paid, null))),
                new Figure(
                        say.word("figure.visits"),
                        say.word("figure.visits.value", records.visits().size()),
                        "",
                        lastVisit),
                new Figure(
                        say.word("figure.sources"),
                        say.word(
                                "figure.sources.value",
                                records.customer().sources().size()),
                        "",
                        say.word("figure.sources.kinds", parties)));
    }

    private static BigDecimal sum(Stream<@Nullable String> amounts) {
        return amounts.filter(Objects::nonNull).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Fact> facts(Records records) {
        Map<String, CustomersPages.Value> today =
                Objects.requireNonNullElse(records.customer().provenance(), Map.of());
        return FIELDS.stream()
                .filter(today::containsKey)
                .map(field -> Fact.of(field, Objects.requireNonNull(today.get(field)), records.history()))
                .toList();
    }

    private static List<Item> story(
            Records records,
            List<Activities.Activity> activities,
            Map<String, Handbook.Written> forms,
            Say say,
            Names names) {
        List<Item> items = new ArrayList<>();
        activities.forEach(activity -> items.add(activity(activity, say, names)));
        records.visits().forEach(visit -> items.add(visit(visit, forms.get(visit.messageId()), records, say, names)));
        records.needs()
                .forEach(need -> items.add(Item.of(
                        need.raisedAt(),
                        "needs",
                        say.word("story.need", need.summary()),
                        "VISIT",
                        need.number(),
                        "/needs/" + need.id(),
                        "")));
        records.demands().forEach(demand -> answered(demand, items, say, names));
        records.orders().forEach(order -> order(order, items, say, names));
        records.lines().forEach(line -> items.add(sold(line, say, names)));
        items.sort(Comparator.comparing(Item::at).reversed());
        return days(items, say);
    }

    private static Item visit(
            VisitsPages.Visit visit, Handbook.@Nullable Written form, Records records, Say say, Names names) {
        long raised = records.needs().stream()
                .filter(need -> need.visitNo().equals(visit.visitNo()))
                .count();
        String says = raised == 0
                ? say.word("story.visit", names.person(visit.rep()), visit.visitNo())
                : say.word("story.visit.need", names.person(visit.rep()), raised);
        List<String> notes = new ArrayList<>(List.of(visit.visitNo()));
        visit.opinions().forEach(opinion -> notes.add(say.word("story.opinion", opinion)));
        visit.usage().stream()
                .filter(reading -> reading.runningHours() != null)
                .forEach(reading ->
                        notes.add(say.word("story.usage", reading.serial(), say.qty(reading.runningHours()))));
        if (form != null) {
            notes.add(say.word("story.form", formName(form, say, names), form.version()));
        }
        return Item.of(
                visit.visitedAt(),
                "visit",
                says,
                "VISIT",
                String.join(" · ", notes),
                "/messages?open=" + visit.messageId(),
                "");
    }

    private static String formName(Handbook.Written form, Say say, Names names) {
        return form.productClass().equals(FormVersion.GENERAL)
                ? say.word("visit.general")
                : names.productClass(form.productClass());
    }

    private static Item activity(Activities.Activity activity, Say say, Names names) {
        String said = say.word("story." + activity.kind(), names.person(activity.person()), activity.words());
        String amount = activity.amount() == null
                ? ""
                : say.money(activity.amount().amount(), activity.amount().currency());
        return Item.of(
                activity.at(),
                ICONS.getOrDefault(activity.kind(), "notes"),
                said,
                "ACTIVITY",
                amount,
                activity.needId() == null ? null : "/needs/" + activity.needId(),
                "");
    }

    private static void answered(DemandPages.Demand demand, List<Item> items, Say say, Names names) {
        OffsetDateTime at = demand.answeredAt();
        if (at == null) {
            return;
        }
        DemandPages.Quote quote = demand.quote();
        boolean refused = demand.state().equals("REFUSED");
        String factory = names.partner(demand.factory());
        String says = refused || quote == null
                ? say.word("story.refused", factory, demand.refusalReason() == null ? "—" : demand.refusalReason())
                : say.word(
                        "story.quoted",
                        factory,
                        say.money(quote.price().amount(), quote.price().currency()),
                        quote.leadTimeDays());
        items.add(Item.of(
                at,
                refused ? "no" : "file",
                says,
                "FACTORY",
                factory,
                "/needs/" + demand.needId(),
                refused ? "bad" : ""));
    }

    private static void order(SalesPages.Order order, List<Item> items, Say say, Names names) {
        String factory = names.partner(order.factory());
        String page = "/orders/" + order.id();
        OffsetDateTime orderedAt = order.orderedAt();
        if (orderedAt != null) {
            String total = order.total() == null ? "" : say.money(new BigDecimal(order.total()), order.currency());
            items.add(Item.of(
                    orderedAt,
                    "order",
                    say.word("story.ordered", total, order.orderNo()),
                    "FACTORY",
                    factory,
                    page,
                    ""));
        }
        order.shipments()
                .forEach(shipment -> items.add(Item.of(
                        shipment.shippedAt(),
                        "ship",
                        say.word("story.shipped", shipment.shipmentNo()),
                        "FACTORY",
                        factory + " · " + order.orderNo(),
                        page,
                        "")));
        order.payments()
                .forEach(payment -> items.add(Item.of(
                        payment.receivedAt(),
                        "pay",
                        say.word("story.paid", say.money(new BigDecimal(payment.amount()), payment.currency())),
                        "FACTORY",
                        factory + " · " + order.orderNo(),
                        page,
                        "")));
    }

    private static Item sold(SalesPages.Line line, Say say, Names names) {
        String what = Stream.of(line.productName(), line.model(), line.productCode())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("—");
        return Item.of(
                line.soldOn().atStartOfDay(Say.ZONE).toOffsetDateTime(),
                "agent",
                say.word("story.sold", say.word("part.of", what, line.qty())),
                "AGENT",
                names.partner(line.agent()) + say.word("customer.row", line.rowNo()),
                "/messages?open=" + line.messageId(),
                "");
    }

    /** The day stands once, above the first item of it. */
    private static List<Item> days(List<Item> items, Say say) {
        List<Item> told = new ArrayList<>();
        String before = "";
        for (Item item : items) {
            String day = say.day(item.at());
            told.add(item.on(day.equals(before) ? "" : day));
            before = day;
        }
        return told;
    }

    record Figure(String label, String value, String exactly, String remark) {}

    /** A golden value and everything any source ever said in its place. */
    record Fact(String field, CustomersPages.Value value, List<CustomersPages.PastValue> everSaid) {
        static Fact of(String field, CustomersPages.Value value, List<CustomersPages.PastValue> history) {
            List<CustomersPages.PastValue> said =
                    history.stream().filter(past -> past.field().equals(field)).toList();
            OffsetDateTime since = value.receivedAt() == null ? OffsetDateTime.MIN : value.receivedAt();
            return new Fact(
                    field,
                    value,
                    said.isEmpty() ? List.of(new CustomersPages.PastValue(field, value, since, null)) : said);
        }
    }

    /**
     * One thing that happened.
     *
     * @param day stands beside the first item of a day, empty beside the others
     * @param source VISIT, FACTORY, AGENT or ACTIVITY
     * @param mood bad, warn or empty
     */
    record Item(
            OffsetDateTime at,
            String day,
            String icon,
            String says,
            String source,
            String note,
            @Nullable String href,
            String mood) {
        static Item of(
                OffsetDateTime at,
                String icon,
                String says,
                String source,
                String note,
                @Nullable String href,
                String mood) {
            return new Item(at, "", icon, says, source, note, href, mood);
        }

        Item on(String newDay) {
            return new Item(at, newDay, icon, says, source, note, href, mood);
        }
    }
}
