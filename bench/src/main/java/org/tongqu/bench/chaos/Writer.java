package org.tongqu.bench.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up what senders say; the same seed says the same. */
final class Writer {
    static final String ORDERS_BY_REST = "factory-mt1";
    static final String ORDERS_BY_QUEUE = "factory-boiler";
    static final String ORDERS_BY_SOAP = "factory-chaos";
    private static final int ROWS = 20;

    private final Random random;
    private final Firms firms;
    private final String series;
    private final int longestList;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * @param series unlike that of any other writer on this home
     * @param longestList orders at most in one call
     */
    Writer(long seed, String series, int longestList) {
        this.random = new Random(seed);
        this.firms = new Firms(random, series);
        this.series = series;
        this.longestList = longestList;
    }

    /** One mail, or where a factory corrects itself two of which the later came first. */
    List<Mail> next(Mail.Way way) {
        String number = series + "-" + numbers.incrementAndGet();
        return switch (way) {
            case VISIT -> List.of(visit("NE-" + number));
            case ORDER ->
                random.nextInt(10) == 0
                        ? corrected("HT-" + number)
                        : List.of(order(way, ORDERS_BY_REST, "HT-" + number, 1));
            case ORDERS -> List.of(list("HT-" + number));
            case SOAP -> List.of(soap("HS-" + number));
            case QUEUE -> List.of(order(way, ORDERS_BY_QUEUE, "HQ-" + number, 1));
            case FILE -> List.of(file("F-" + number));
        };
    }

    /** One need in two of three, so that a factory is asked. */
    private Mail visit(String no) {
        boolean need = random.nextInt(3) > 0;
        String product = random.nextBoolean() ? "CRANE" : "MACHINE_TOOL";
        String needs = need ? """
                {"needNo":"1","summary":"%s","functional":"起重量 20 吨","requiredBy":"2026-12-01","budget":{"amount":"1200000.00","currency":"CNY"},\
                "parts":[{"productClass":"%s","qty":"1"}]}""".formatted(no, product) : "";
        String body = """
                {"formatVersion":1,"visitNo":"%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{%s,"province":"辽宁省","city":"抚顺市","contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
                 "needs":[%s],"opinions":["交货期太长"]}""".formatted(no, firms.asJson(), needs);
        List<String> stands = new ArrayList<>(List.of("VISIT\tNE|" + no));
        if (need) {
            stands.add("NEED\tNE|" + no + "|1");
        }
        return Mail.of(Mail.Way.VISIT, no, body, stands);
    }

    private List<Mail> corrected(String no) {
        return List.of(order(Mail.Way.ORDER, ORDERS_BY_REST, no, 2), order(Mail.Way.ORDER, ORDERS_BY_REST, no, 1));
    }

    /** Many in one call, as a factory sends what it gathered over an hour. */
    private Mail list(String no) {
        List<Mail> orders = IntStream.rangeClosed(1, 1 + random.nextInt(longestList))
                .mapToObj(n -> order(Mail.Way.ORDER, ORDERS_BY_REST, no + "-" + n, 1))
                .toList();
        String body = orders.stream().map(Mail::body).collect(Collectors.joining(",", "[", "]"));
        return new Mail(
                Mail.Way.ORDERS,
                no,
                body,
                orders.size(),
                orders.stream().flatMap(order -> order.stands().stream()).toList());
    }

    /** Head, line and payment in one report, so that half an effect shows; a payment goes with the first word on an order. */
    private Mail order(Mail.Way way, String factory, String no, int revision) {
        String payments = revision == 1
                ? ",\"payments\":[{\"paymentNo\":\"%s-S\",\"amount\":\"100.00\",\"receivedAt\":\"2026-03-21T10:00:00+08:00\"}]"
                        .formatted(no)
                : "";
        String body = """
                {"orderNo":"%s","revision":%d,"orderedAt":"2026-03-20T10:00:00+08:00","zone":"东北区","currency":"CNY",
                 "customer":{%s,"province":"辽宁省","city":"抚顺市","contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
                 "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","model":"CK6150","qty":"%d","unitPrice":"100.00"}]%s}""".formatted(no, revision, firms.asJson(), revision, payments);
        List<String> stands = new ArrayList<>(List.of("ORDER\t" + factory + "|" + no));
        if (revision == 1) {
            stands.add("PAYMENT\t" + factory + "|" + no + "-S");
        }
        return Mail.of(way, no + "/" + revision, body, stands);
    }

    /** Without its envelope, whose proof of identity is good once only. */
    private Mail soap(String no) {
        String body = """
                <orderNo>%s</orderNo><orderedAt>2026-03-20T10:00:00+08:00</orderedAt><zone>东北区</zone>
                <customer><name>%s</name><province>辽宁省</province><city>抚顺市</city></customer><currency>CNY</currency>
                <lines><lineNo>1</lineNo><productCode>CK6150</productCode><productClass>MACHINE_TOOL</productClass><model>CK6150</model>
                <qty>2</qty><unitPrice>380000.00</unitPrice></lines>""".formatted(no, firms.known());
        return Mail.of(Mail.Way.SOAP, no, body, List.of("ORDER\t" + ORDERS_BY_SOAP + "|" + no));
    }

    /** Twenty rows of which one is said twice and one cannot be right. */
    private Mail file(String no) {
        StringBuilder text = new StringBuilder("销售日期,客户名称,型号,数量,单价,合同号\n");
        List<String> stands = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            text.append("2026-01-11,%s,CK6140,1,186000.00,%s-%d\n".formatted(firms.known(), no, row));
            stands.add("SALES_LINE\t" + Posts.AGENT + "|" + no + "-" + row);
        }
        text.append("2026-02-30,%s,CK6140,1,186000.00,%s-bad\n".formatted(firms.known(), no));
        return Mail.of(Mail.Way.FILE, no + ".csv", text.toString(), stands);
    }
}
