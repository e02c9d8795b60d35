package org.tongqu.hub;

import java.util.Locale;

/**
 * A small world with two regions, two factories and two agents in it, sown once for the tests that look at it from every side.
 *
 * @param tag stands in every name and number, so that a search finds this world and no other
 */
public record SownWorld(
        String tag,
        String neVisitMessage,
        String eVisitMessage,
        String craneAnswerMessage,
        String a001FileMessage,
        String neCustomer,
        String eCustomer,
        String neNeed,
        String eNeed,
        String craneDemand,
        String machineToolDemand,
        String boilerDemand) {

    public static SownWorld sow(Sowing sowing) {
        String tag = String.format(Locale.ROOT, "W%04d", Sowing.number());
        String neVisit = sowing.visit("rep-ne-1", "NE", neVisit(tag));
        String eVisit = sowing.visit("rep-e-1", "E", eVisit(tag));
        String neNeed = need(sowing, neVisit);
        String crane = demand(sowing, neNeed, "factory-crane");
        sowing.acknowledge("factory-crane", """
                {"demandId":"%s","factoryRef":"QZ-%s","at":"2026-03-02T11:00:00+08:00"}""".formatted(crane, tag));
        String answer = sowing.answer("factory-crane", """
                {"demandId":"%s","at":"2026-03-03T10:00:00+08:00",
                 "quote":{"price":{"amount":"465000.00","currency":"CNY"},"leadTimeDays":75,"validUntil":"2026-06-30","note":"含安装"}}""".formatted(crane));
        sowing.order("factory-crane", order(tag, crane));
        String file = sowing.file("agent-a001", tag + ".csv", file(tag));
        String eNeed = need(sowing, eVisit);
        return new SownWorld(
                tag,
                neVisit,
                eVisit,
                answer,
                file,
                customer(sowing, neVisit),
                customer(sowing, eVisit),
                neNeed,
                eNeed,
                crane,
                demand(sowing, neNeed, "factory-mt1"),
                demand(sowing, eNeed, "factory-boiler"));
    }

    public String neCustomerName() {
        return "沈阳" + tag + "机床厂";
    }

    public String eVisitNo() {
        return "E-" + tag;
    }

    public String neVisitNo() {
        return "NE-" + tag;
    }

    public String orderNo() {
        return "QD-" + tag;
    }

    private static String neVisit(String tag) {
        return """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s机床厂","province":"辽宁省","city":"沈阳市","address":"铁西区 1 号",
                             "contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
                 "needs":[{"needNo":"1","summary":"数控车床两台,车间行车一台 %1$s","functional":"最大回转直径 500mm","requiredBy":"2026-09-01",
                           "budget":{"amount":"1200000.00","currency":"CNY"},
                           "parts":[{"productClass":"MACHINE_TOOL","qty":"2"},{"productClass":"CRANE","qty":"1"}]}],
                 "usage":[{"serial":"SN-%1$s","model":"CK6150","runningHours":"1200.5","faults":1,"note":"主轴异响"}],
                 "opinions":["交货期太长"],"suggestions":["多来"],
                 "competitors":[{"name":"某某机床","product":"CAK50","price":{"amount":"380000.00","currency":"CNY"},"leadTimeDays":45}],
                 "salesStatements":[{"productCode":"CK6150","qty":"4","boughtFrom":"agent-a001","month":"2026-02"}]}""".formatted(tag);
    }

    private static String eVisit(String tag) {
        return """
                {"formatVersion":1,"visitNo":"E-%1$s","rep":"rep-e-1","visitedAt":"2026-03-02T10:30:00+08:00",
                 "customer":{"name":"上海%1$s热电厂","province":"上海市"},
                 "needs":[{"needNo":"1","summary":"余热锅炉一台 %1$s","parts":[{"productClass":"BOILER.WASTE_HEAT","qty":"1"}]}]}""".formatted(tag);
    }

    private static String order(String tag, String demand) {
        return """
                {"orderNo":"QD-%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"沈阳%1$s机床厂","province":"辽宁","city":"沈阳"},"agent":"agent-a001","demandId":"%2$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, demand);
    }

    private static String file(String tag) {
        return """
                报表编号,行号,销售日期,客户名称,省份,产品编码,数量,单价
                R-%1$s,1,2026-02-11,沈阳%1$s机床厂,辽宁省,CK6150,5,380000
                R-%1$s,2,2026-02-30,沈阳%1$s机床厂,辽宁省,CK6150,1,380000
                """.formatted(tag);
    }

    private static String need(Sowing sowing, String message) {
        return sowing.one("select id from needs.need where message_id = :id", message);
    }

    private static String demand(Sowing sowing, String need, String factory) {
        return sowing.one("select id from demand.demand where need_id = :id and factory = '" + factory + "'", need);
    }

    /** Today's customer of the source record that a message brought. */
    public static String customer(Sowing sowing, String message) {
        return sowing.one("""
                select m.customer_id from customers.source_record r join customers.membership m on m.source_record_id = r.id
                where r.message_id = :id and m.until is null
                """, message);
    }
}
