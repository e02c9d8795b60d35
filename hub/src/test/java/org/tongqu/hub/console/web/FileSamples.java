package org.tongqu.hub.console.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Completeness;
import org.tongqu.hub.customers.Confidence;
import org.tongqu.hub.customers.CustomerFiles;
import org.tongqu.hub.customers.CustomersPages;

/** Customers' files that nobody keeps. */
final class FileSamples {
    static final Confidence CONFIDENCE = new Confidence(
            0.75,
            List.of(
                    new Confidence.Reason("VISIT", 85, 1),
                    new Confidence.Reason("OLD", -5, 1),
                    new Confidence.Reason("DIFFER", -5, 1)));

    private FileSamples() {}

    static CustomerFiles.File file(boolean over) {
        CustomerFiles.SaidBy visit = new CustomerFiles.SaidBy("NE", "VISIT", "m-1", null, MadeUp.at("03-02T09:30"));
        CustomerFiles.SaidBy agent =
                new CustomerFiles.SaidBy("agent-a001", "AGENT", "m-3", 14L, MadeUp.at("03-01T08:12"));
        return new CustomerFiles.File(
                new CustomerFiles.Upkeep(MadeUp.at("01-20T09:30"), 43, 31, over),
                new Completeness(80, List.of("address"), List.of("contactTitle")),
                List.of(
                        new CustomerFiles.Contact(
                                "王工",
                                "设备科长",
                                List.of("13900000000", "024-25800000"),
                                List.of(visit, agent),
                                visit.observedAt(),
                                List.of(new CustomerFiles.Move(
                                        "CAME_FROM", "c-9", "抚顺挖掘机厂", MadeUp.at("02-20T09:00")))),
                        new CustomerFiles.Contact(
                                "赵会计",
                                null,
                                List.of(),
                                List.of(agent),
                                agent.observedAt(),
                                List.of(new CustomerFiles.Move(
                                        "MOVED_TO", "c-8", "鞍山宏泰机械", MadeUp.at("03-03T09:00"))))),
                true);
    }

    static List<Samples.Sample> values() {
        CustomersPages.Customer customer = MadeUp.customer().customer();
        CustomersPages.Value pinned = new CustomersPages.Value(
                "沈阳第一机床厂有限公司",
                "desk",
                "PIN",
                null,
                null,
                null,
                MadeUp.at("03-02T10:00"),
                MadeUp.at("03-02T10:00"),
                "pin-1",
                new CustomersPages.Pin("desk", "营业执照原件", null, null),
                CONFIDENCE);
        CustomersPages.Value said =
                MadeUp.value("沈阳一机床", "agent-a001", "AGENT", 14L, MadeUp.at("03-01T08:12"), "golden-1");
        List<CustomersPages.PastValue> history = List.of(
                new CustomersPages.PastValue("name", pinned, MadeUp.at("03-02T10:00"), null),
                new CustomersPages.PastValue("name", said, MadeUp.at("03-01T08:12"), MadeUp.at("03-02T10:00")));
        return List.of(
                value("value", new CustomerFiles.Values("c-1", "name", pinned, history, customer, true)),
                value("value-none", new CustomerFiles.Values("c-1", "address", null, List.of(), customer, true)));
    }

    private static Samples.Sample value(String name, CustomerFiles.Values values) {
        return new Samples.Sample(
                name,
                "customers/value",
                Sender.Role.DESK,
                "/customers/c-1/values/" + values.field(),
                Map.of("values", values, "typed", new Typed(null, null, null)));
    }

    static Map<String, Object> changed(Map<String, Object> messages) {
        Map<String, Object> all = new HashMap<>(messages);
        List<CustomerFiles.Change> changes = Stream.of(
                        new CustomerFiles.Change("c-1", 41872, "沈阳第一机床厂", "city", null, "沈阳市", 14L),
                        new CustomerFiles.Change("c-1", 41872, "沈阳第一机床厂", "contactName", "王工", "赵会计", null))
                .toList();
        all.put("changed", new ChangedValuesAdvice.ChangedValues(id -> changes));
        return all;
    }

    /** As the value's page has it. */
    record Typed(
            @Nullable String value,
            @Nullable String why,
            @Nullable Object answer) {
        public boolean reason() {
            return false;
        }
    }
}
