package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Wording;

/** Reads examples in tests and unwraps what came of them. */
final class Said {
    private Said() {}

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static <T> Reading.Understood<T> understood(Wording<T> wording, String json) {
        Reading<T> reading = wording.read(bytes(json));
        assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood<T>) reading;
    }

    static <T> List<Refusal> refusals(Wording<T> wording, String json) {
        return refusals(wording.read(bytes(json)));
    }

    static <T> List<Refusal> refusals(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        List<Refusal> refusals = ((Reading.Refused<T>) reading).refusals();
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.zh()).containsPattern("\\p{IsHan}");
            assertThat(refusal.en()).doesNotContainPattern("\\p{IsHan}").doesNotContain("com.fasterxml", "Source:");
        });
        return refusals;
    }

    static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(r -> r.pointer() + " " + r.code()).toList();
    }

    static <T> List<Item<T>> items(Body<T> body) {
        assertThat(body).as(body.toString()).isInstanceOf(Body.Items.class);
        return ((Body.Items<T>) body).items();
    }

    static <T> Refusal unreadable(Body<T> body) {
        assertThat(body).isInstanceOf(Body.Unreadable.class);
        return ((Body.Unreadable<T>) body).refusal();
    }

    static final String VISIT = """
            {"formatVersion":1,"visitNo":"NE-2026-000123","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
             "customer":{"name":"沈阳第一机床厂","uscc":null,"province":"辽宁省","city":"沈阳市","address":null,"contact":{"name":"王工","phone":"13900000000","title":"设备科长"}},
             "needs":[{"needNo":"1","summary":"数控车床两台,车间行车一台","functional":"最大回转直径 500mm","requiredBy":"2026-09-01","budget":{"amount":"1200000.00","currency":"CNY"},
                       "parts":[{"productClass":"MACHINE_TOOL","qty":"2"},{"productClass":"CRANE","qty":"1"}]}],
             "usage":[{"serial":"CK6150-0417","model":"CK6150","runningHours":"1200","faults":1,"note":"主轴异响"}],
             "opinions":["交货期太长"],"suggestions":[],"competitors":[{"name":"某某机床","product":"CAK50","price":{"amount":"380000.00","currency":"CNY"},"leadTimeDays":45}],
             "salesStatements":[{"productCode":"CK6150","qty":"4","boughtFrom":"agent-a001","month":"2026-02"}]}
            """;

    static final String ORDER = """
            {"orderNo":"MT-1","revision":2,"orderedAt":"2026-03-10T08:00:00+08:00","zone":"东北一区",
             "customer":{"name":"沈阳第一机床厂","province":"辽宁省"},"agent":null,"demandId":"D-7","currency":"CNY",
             "lines":[{"lineNo":1,"productCode":"CK6150","productClass":"MACHINE_TOOL","model":"CK6150","qty":"2","unitPrice":"380000.00"}],
             "milestones":[{"kind":"ACCEPTED","at":"2026-03-10T09:00:00+08:00"}],
             "shipments":[{"shipmentNo":"S-1","shippedAt":"2026-04-10T09:00:00+08:00","lines":[{"lineNo":"1","qty":1,"serial":"CK6150-0900"}]}],
             "payments":[{"paymentNo":"P-1","amount":"100000.00","receivedAt":"2026-03-11T09:00:00+08:00"}]}
            """;
}
