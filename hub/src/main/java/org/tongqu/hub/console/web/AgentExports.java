package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** The agents' tree and an agent's customers as workbooks; cells are text or numbers, never formulas. */
@Controller
class AgentExports {
    private static final List<String> AGENT = List.of(
            "export.code",
            "agents.node",
            "export.level",
            "agent.above",
            "agent.takes",
            "agent.customers",
            "agent.to.stock",
            "agent.direct",
            "agent.from.agents",
            "agent.through",
            "agent.stock",
            "agents.below");
    private static final List<String> CUSTOMER =
            List.of("export.number", "column.customer", "column.region", "agent.for", "agent.since");

    private final ChannelPages pages;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    AgentExports(ChannelPages pages, Exports exports) {
        this.pages = pages;
        this.exports = exports;
    }

    @GetMapping("/agents.xlsx")
    void agents(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say)
            throws IOException {
        List<ChannelPages.AgentLine> all = pages.tree(sender);
        send(
                sender,
                request,
                response,
                say,
                AGENT,
                window -> new Slice<>(all, null),
                (sheet, each) -> sheet.text(each.code())
                        .text(each.name())
                        .count((long) each.level())
                        .text(each.above())
                        .text(each.kinds().stream()
                                .map(kind -> say.word("agent.kind." + kind))
                                .collect(Collectors.joining(say.word("list.comma"))))
                        .count(each.customers())
                        .amount(each.own().toStock())
                        .amount(each.own().direct())
                        .amount(each.own().fromAgents())
                        .amount(each.own().through())
                        .amount(each.own().stock())
                        .amount(each.below().stock()));
    }

    @GetMapping("/agents/{code}/customers.xlsx")
    void customers(
            Sender sender,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        String agent = Asked.id(code);
        pages.customers(sender, agent, Window.first(1));
        send(
                sender,
                request,
                response,
                say,
                CUSTOMER,
                window -> pages.customers(sender, agent, window),
                (sheet, each) -> sheet.text("C-" + each.number())
                        .text(each.name())
                        .text(names.region(each.region()))
                        .text(
                                each.all()
                                        ? say.word("agent.class.all")
                                        : each.classes().stream()
                                                .map(names::productClass)
                                                .collect(Collectors.joining(say.word("list.comma"))))
                        .moment(each.since()));
    }

    private <T> void send(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            List<String> columns,
            Function<Window, Slice<T>> list,
            BiConsumer<SheetOut, T> row)
            throws IOException {
        export.noted(exports, new Export.Asking(sender, request, response, say, "menu.agents"), columns, list, row);
    }
}
