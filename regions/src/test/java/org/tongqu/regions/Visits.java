package org.tongqu.regions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.VisitWording;

/** Visits as people of a branch write them. */
public final class Visits {
    private Visits() {}

    public static String json(String visitNo, String opinion) {
        return """
                {"formatVersion":1,"visitNo":"%s","rep":"rep-nw-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"西安开关厂","province":"陕西省"},"opinions":["%s"]}""".formatted(visitNo, opinion);
    }

    public static Item<VisitReport> item(String json) {
        VisitWording wording = new VisitWording();
        byte[] raw = json.getBytes(UTF_8);
        return new Item<>(raw, wording.format(), wording.read(raw));
    }

    public static List<Item<VisitReport>> items(String... visitNos) {
        return Stream.of(visitNos).map(no -> item(json(no, "好"))).toList();
    }
}
