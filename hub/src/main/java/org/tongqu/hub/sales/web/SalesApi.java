package org.tongqu.hub.sales.web;

import static org.tongqu.hub.platform.Asked.word;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** What partners and people ask of orders and reported sales. */
@RestController
@RequestMapping("/api/v1")
class SalesApi {
    private final SalesPages pages;

    SalesApi(SalesPages pages) {
        this.pages = pages;
    }

    @GetMapping("/orders")
    Slice<SalesPages.Order> orders(
            Sender sender,
            @RequestParam(required = false) @Nullable String orderNo,
            @RequestParam(required = false) @Nullable String factory,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String demandId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        SalesPages.OrdersAsked asked = new SalesPages.OrdersAsked(
                word("orderNo", orderNo),
                word("factory", factory),
                word("customerId", customerId),
                word("demandId", demandId));
        return pages.orders(sender, asked, Window.ofIds(limit, after));
    }

    @GetMapping("/sales")
    Slice<SalesPages.Line> sales(
            Sender sender,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String reportNo,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        SalesPages.LinesAsked asked = new SalesPages.LinesAsked(
                word("agent", agent), word("reportNo", reportNo), word("customerId", customerId));
        return pages.lines(sender, asked, Window.ofIds(limit, after));
    }
}
