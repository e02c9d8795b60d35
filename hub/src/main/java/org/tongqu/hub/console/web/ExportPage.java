package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Notes;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** The lists of needs, customers, orders and messages as workbooks: what their filters show and the asker may see, in the page's language. */
@Controller
class ExportPage {
    private static final List<String> NEED = List.of(
            "export.number",
            "export.need",
            "column.customer",
            "column.state",
            "column.grade",
            "column.region",
            "export.rep",
            "need.visit",
            "need.by",
            "need.budget",
            "export.currency",
            "column.raised");
    private static final List<String> CUSTOMER = List.of(
            "export.number",
            "column.customer",
            "field.uscc",
            "field.province",
            "field.city",
            "column.region",
            "column.life",
            "column.known");
    private static final List<String> MESSAGE = List.of(
            "export.id",
            "export.direction",
            "column.kind",
            "column.partner",
            "column.key",
            "column.state",
            "column.received",
            "column.accepted",
            "column.refused",
            "column.why");

    private static final List<String> ORDER = List.of(
            "export.order",
            "column.customer",
            "column.factory",
            "order.agent",
            "column.stage",
            "column.region",
            "export.total",
            "export.paid",
            "export.currency",
            "order.ordered");

    private static final List<String> NOTE = List.of("column.customer", "note.words", "note.written");

    private final NeedsPages needs;
    private final CustomersPages customers;
    private final SalesPages sales;
    private final JournalPages journal;
    private final Notes notes;
    private final KeepingPages keeping;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    ExportPage(
            NeedsPages needs,
            CustomersPages customers,
            SalesPages sales,
            JournalPages journal,
            Notes notes,
            KeepingPages keeping,
            Exports exports) {
        this.needs = needs;
        this.customers = customers;
        this.sales = sales;
        this.journal = journal;
        this.notes = notes;
        this.keeping = keeping;
        this.exports = exports;
    }

    @GetMapping("/needs.xlsx")
    void needs(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        NeedsPages.Sought sought = NeedsListPage.sought(state, grade, region);
        send(
                sender,
                request,
                response,
                say,
                "menu.needs",
                NEED,
                window -> named(sender, needs.needs(sender, sought, window)),
                (sheet, need) -> need(sheet, need, say, names));
    }

    @GetMapping("/notes.xlsx")
    void notes(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say)
            throws IOException {
        String term = Asked.word("q", q);
        send(
                sender,
                request,
                response,
                say,
                "menu.notes",
                NOTE,
                window -> aboutWhom(sender, notes.list(sender, term, window)),
                (sheet, note) -> sheet.text(note.customer())
                        .text(note.note().words())
                        .moment(note.note().writtenAt()));
    }

    private Slice<NamedNote> aboutWhom(Sender sender, Slice<Notes.Note> found) {
        Map<String, String> customers = keeping.customersOf(sender, found.items());
        return found.map(note -> new NamedNote(note, customers.get(note.customerId())));
    }

    /** Whatever left the house, even of a list that broke off, stands in the record of exports. */
    private <T> void send(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            String name,
            List<String> columns,
            Function<Window, Slice<T>> list,
            BiConsumer<SheetOut, T> row)
            throws IOException {
        export.noted(exports, new Export.Asking(sender, request, response, say, name), columns, list, row);
    }

    private Slice<NamedNeed> named(Sender sender, Slice<NeedsPages.NeedLine> lines) {
        Map<String, CustomersPages.Named> named = customers.namesOf(
                sender,
                lines.items().stream().map(NeedsPages.NeedLine::sourceRecordId).collect(Collectors.toSet()));
        return lines.map(line -> new NamedNeed(line, named.get(line.sourceRecordId())));
    }

    private static void need(SheetOut sheet, NamedNeed named, Say say, Names names) {
        NeedsPages.NeedLine need = named.need();
        CustomersPages.Named customer = named.customer();
        Amount budget = need.budget();
        sheet.text(need.number())
                .text(need.summary())
                .text(customer == null ? null : customer.name())
                .text(say.word("need.state." + need.state()))
                .text(need.grade())
                .text(names.region(need.region()))
                .text(names.person(need.rep()))
                .text(need.visitNo())
                .day(need.requiredBy())
                .amount(budget == null ? null : budget.amount())
                .text(budget == null ? null : budget.currency())
                .moment(need.raisedAt());
    }

    @GetMapping("/orders.xlsx")
    void orders(
            Sender sender,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String factory,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String stage,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        SalesPages.OrdersSought sought = OrdersListPage.sought(number, factory, region, stage);
        send(
                sender,
                request,
                response,
                say,
                "menu.orders",
                ORDER,
                window -> sales.orders(sender, sought, window),
                (sheet, order) -> order(sheet, order, say, names));
    }

    private static void order(SheetOut sheet, SalesPages.Order order, Say say, Names names) {
        sheet.text(order.orderNo())
                .text(order.customerName())
                .text(names.partner(order.factory()))
                .text(order.agent() == null ? null : names.partner(order.agent()))
                .text(say.word("order.stage." + order.stage()))
                .text(names.region(order.region()))
                .amount(order.total() == null ? null : new BigDecimal(order.total()))
                .amount(order.paid() == null ? null : new BigDecimal(order.paid()))
                .text(order.currency())
                .moment(order.orderedAt());
    }

    @GetMapping("/customers.xlsx")
    void customers(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stale,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        CustomersPages.Sought sought =
                new CustomersPages.Sought(Asked.word("q", q), stale != null && !stale.equals("false"));
        send(
                sender,
                request,
                response,
                say,
                "menu.customers",
                CUSTOMER,
                window -> customers.customers(sender, sought, window),
                (sheet, each) -> sheet.text("C-" + each.number())
                        .text(each.name())
                        .text(each.uscc())
                        .text(each.province())
                        .text(each.city())
                        .text(names.region(each.region()))
                        .text(say.word("life." + each.lifeState()))
                        .moment(each.createdAt()));
    }

    @GetMapping("/messages.xlsx")
    void messages(
            Sender sender,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String kind,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        JournalPages.Sought sought = new JournalPages.Sought(
                Asked.word("key", key),
                Asked.oneOf("state", state, JournalPages.STATES),
                Asked.word("partner", partner),
                Asked.word("kind", kind));
        send(
                sender,
                request,
                response,
                say,
                "menu.messages",
                MESSAGE,
                window -> journal.messages(sender, sought, window),
                (sheet, line) -> message(sheet, line, say, names));
    }

    private static void message(SheetOut sheet, JournalPages.MessageLine line, Say say, Names names) {
        String who = line.partner();
        sheet.text(line.id())
                .text(say.word("direction." + line.direction()))
                .text(say.word("message.kind." + line.kind()))
                .text(who == null ? line.login() : names.partner(who))
                .text(keys(line))
                .text(say.word("message.state." + line.state()))
                .moment(line.receivedAt());
        JournalPages.Counts counts = line.counts();
        JournalPages.Reason reason = line.reason();
        sheet.count(counts == null ? null : counts.accepted())
                .count(counts == null ? null : counts.refused())
                .text(reason == null ? null : say.chinese() ? reason.zh() : reason.en());
    }

    private static String keys(JournalPages.MessageLine line) {
        String name = line.name();
        String keys = line.keys().stream().map(JournalPages.Key::value).collect(Collectors.joining(" "));
        return name == null ? keys : (name + " " + keys).strip();
    }

    private record NamedNote(Notes.Note note, @Nullable String customer) {}

    /** A need and the name of whose it is, where that may be seen. */
    private record NamedNeed(NeedsPages.NeedLine need, CustomersPages.@Nullable Named customer) {}
}
