package org.tongqu.hub.demand;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongqu.hub.Sowing;

/** One need of a customer of its own, filed by the north-east's rep, and what was asked of factories for it. */
final class NeedBed {
    private final Sowing sowing;
    private final String tag;
    private final String visitMessage;
    private final String need;

    NeedBed(Sowing sowing, String... productClasses) {
        this.sowing = sowing;
        this.tag = String.format(Locale.ROOT, "D%04d%s", Sowing.number(), Long.toString(System.nanoTime(), 36));
        this.visitMessage = sowing.visit("rep-ne-1", "NE", visit(tag, productClasses));
        this.need = sowing.one("select id from needs.need where message_id = :id", visitMessage);
    }

    private static String visit(String tag, String... productClasses) {
        String parts = Arrays.stream(productClasses)
                .map(code -> "{\"productClass\":\"" + code + "\",\"qty\":\"1\"}")
                .collect(Collectors.joining(","));
        return """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"成套设备 %1$s","parts":[%2$s]}]}""".formatted(tag, parts);
    }

    String tag() {
        return tag;
    }

    String need() {
        return need;
    }

    String visitMessage() {
        return visitMessage;
    }

    /** A message of somebody else, kept and applied. */
    String otherMessage() {
        return sowing.visit("rep-ne-1", "NE", visit(tag + "b", "BOILER"));
    }

    /** The demand of this factory that was made last. */
    String demandTo(String factory) {
        return sowing.one(
                "select max(id) from demand.demand where need_id = :id and factory = '" + factory + "'", need);
    }

    /** Whom each part is at, in the order of the parts; a dash where nobody is asked, a star where it is blocked. */
    String whereParts() {
        return sowing.one("""
                select string_agg(case when blocked_at is not null then '*' else coalesce(factory, '-') end, ' ' order by n)
                from needs.part where need_id = :id
                """, need);
    }

    String part(int n) {
        return sowing.one("select id from needs.part where need_id = :id and n = " + n, need);
    }

    String ofNeed(String column) {
        return sowing.one("select " + column + " from needs.need where id = :id", need);
    }

    String ofDemand(String factory, String column) {
        return sowing.one("select " + column + " from demand.demand where id = :id", demandTo(factory));
    }

    String partStates() {
        return sowing.one("select string_agg(state, ' ' order by n) from needs.part where need_id = :id", need);
    }

    void acknowledge(String factory, String at) {
        sowing.acknowledge(factory, """
                {"demandId":"%s","factoryRef":"REF-%s","at":"%s"}""".formatted(demandTo(factory), tag, at));
    }

    void quote(String factory, String amount, String at) {
        sowing.answer(factory, """
                {"demandId":"%s","at":"%s","quote":{"price":{"amount":"%s","currency":"CNY"},"leadTimeDays":60}}""".formatted(demandTo(factory), at, amount));
    }

    void refuse(String factory, String reason, String at) {
        sowing.answer(factory, """
                {"demandId":"%s","at":"%s","refusal":{"reason":"%s"}}""".formatted(demandTo(factory), at, reason));
    }

    void order(String factory, String demandId) {
        sowing.order(factory, """
                {"orderNo":"O-%1$s-%2$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"沈阳%1$s厂","province":"辽宁省"},"demandId":"%3$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, factory, demandId));
    }
}
