package org.tongqu.bench.visit;

/** A visit of about 900 bytes that needs one crane, so that one factory is asked. */
final class Visit {

    private Visit() {}

    /** @param mark stands in the visit's number, the customer's name and the need, and so in whatever the factory is told */
    static String json(String mark) {
        return """
                {"formatVersion":1,"visitNo":"%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s重型机械厂","uscc":null,"province":"辽宁省","city":"沈阳市","address":"铁西区北二东路 12 号",
                  "contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
                 "needs":[{"needNo":"1","summary":"%1$s 车间行车一台","functional":"起重量 20 吨,跨度 22.5 米","requiredBy":"2026-12-01",
                  "budget":{"amount":"1200000.00","currency":"CNY"},"parts":[{"productClass":"CRANE","qty":"1"}]}],
                 "usage":[{"serial":"QD20-0417","model":"QD20","runningHours":"1200","faults":1,"note":"主梁异响"}],
                 "opinions":["交货期太长"],"suggestions":[],"competitors":[],"salesStatements":[]}
                """.formatted(mark);
    }
}
