package org.tongqu.bench.inlets;

/** An order of one line, as JSON of about 500 bytes. */
final class OrderText {
    private static final int CUSTOMERS = 500;

    private OrderText() {}

    static String json(String orderNo) {
        return """
                {"orderNo":"%s","orderedAt":"2026-03-20T10:00:00+08:00","zone":"东北区","agent":null,"needId":null,"demandId":null,"currency":"CNY",
                 "customer":{"name":"%s","uscc":null,"province":"辽宁省","city":"沈阳市","address":null,
                  "contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
                 "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","model":"CK6150","qty":"2","unitPrice":"380000.00"}]}
                """.formatted(orderNo, customer(orderNo));
    }

    /** Few enough that a customer orders again and again. */
    static String customer(String orderNo) {
        return "沈阳第" + Math.floorMod(orderNo.hashCode(), CUSTOMERS) + "机床厂";
    }
}
