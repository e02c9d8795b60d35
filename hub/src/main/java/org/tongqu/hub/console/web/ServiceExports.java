package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.service.Actions;
import org.tongqu.hub.service.ServicePages;

/** Service cases, due maintenance, next best actions and a customer's timeline as workbooks, in the page's language. */
@Controller
class ServiceExports {
    private static final List<String> CASE = List.of(
            "export.number",
            "column.customer",
            "column.region",
            "service.machine",
            "service.trouble",
            "column.state",
            "service.who",
            "service.opened.at",
            "service.sent.at",
            "service.arrived.at",
            "service.solved.at",
            "service.outcome");
    private static final List<String> DUE = List.of(
            "service.machine",
            "equipment.model",
            "column.customer",
            "column.region",
            "keeping.keeper",
            "equipment.due",
            "equipment.plan",
            "equipment.done",
            "equipment.hours",
            "equipment.warranty");
    private static final List<String> ACTION = List.of("actions.what", "column.customer", "actions.reason");
    private static final List<String> STORY = List.of("story.when", "story.what", "story.note");

    private final ServicePages pages;
    private final Actions actions;
    private final CustomerPage customers;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    ServiceExports(ServicePages pages, Actions actions, CustomerPage customers, Exports exports) {
        this.pages = pages;
        this.actions = actions;
        this.customers = customers;
        this.exports = exports;
    }

    @GetMapping("/service.xlsx")
    void cases(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        String of = ServicePages.state(state);
        String in = Asked.word("region", region);
        pages.cases(sender, of, in, Window.first(1));
        send(
                new Sheet(sender, request, response, say, "menu.service", CASE),
                window -> pages.cases(sender, of, in, window),
                (sheet, line) -> sheet.text(line.number())
                        .text(line.customer())
                        .text(names.region(line.region()))
                        .text(line.serial())
                        .text(line.trouble())
                        .text(say.word("service.state." + line.state()))
                        .text(line.agent() == null ? line.technician() : names.partner(line.agent()))
                        .moment(line.openedAt())
                        .moment(line.sentAt())
                        .moment(line.arrivedAt())
                        .moment(line.solvedAt())
                        .text(line.outcome()));
    }

    @GetMapping("/service/maintenance.xlsx")
    void due(
            Sender sender,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String person,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        List<ServicePages.EquipmentLine> due = pages.due(sender, ServicePages.DueAsked.of(days, region, person));
        send(
                new Sheet(sender, request, response, say, "equipment.list", DUE),
                window -> new Slice<>(due, null),
                (sheet, line) -> sheet.text(line.serial())
                        .text(line.model())
                        .text(line.customer())
                        .text(names.region(line.region()))
                        .text(line.keeper() == null ? null : names.person(line.keeper()))
                        .day(line.dueOn())
                        .text(plan(line, say))
                        .day(line.doneOn())
                        .amount(line.hours())
                        .day(line.warrantyUntil()));
    }

    private static String plan(ServicePages.EquipmentLine line, Say say) {
        return "HOURS".equals(line.dueWhy())
                ? say.word("equipment.plan.hours", say.qty(line.planHours()))
                : say.word("equipment.plan.months", String.valueOf(line.planMonths()));
    }

    @GetMapping("/actions.xlsx")
    void actions(
            Sender sender,
            @RequestParam(required = false) @Nullable String person,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say)
            throws IOException {
        List<Actions.Action> found = actions.list(sender, Asked.word("person", person));
        send(
                new Sheet(sender, request, response, say, "menu.actions", ACTION),
                window -> new Slice<>(found, null),
                (sheet, action) -> sheet.text(say.word("actions.rule." + action.rule()))
                        .text(action.customer())
                        .text(say.chinese() ? action.zh() : action.en()));
    }

    @GetMapping("/customers/{id}/story.xlsx")
    void story(
            Sender sender,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        CustomerStory story = customers.story(sender, Asked.id(id), say, names);
        send(
                new Sheet(sender, request, response, say, "customer.story", STORY),
                window -> new Slice<>(story.story(), null),
                (sheet, item) -> sheet.moment(item.at()).text(item.says()).text(item.note()));
    }

    private <T> void send(Sheet of, Function<Window, Slice<T>> list, BiConsumer<SheetOut, T> row) throws IOException {
        export.noted(
                exports,
                new Export.Asking(of.sender(), of.request(), of.response(), of.say(), of.name()),
                of.columns(),
                list,
                row);
    }

    /** What a workbook is asked as. */
    private record Sheet(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            String name,
            List<String> columns) {}
}
