package org.tongqu.hub.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.customers.Stewardship;

@DisplayName("Who keeps a customer")
class KeepersTest extends HubTest {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    private Sowing sowing;

    @Autowired
    private Stewardship stewardship;

    @Test
    @DisplayName("keeps a part that a person takes out of it, too")
    @Tag("S2-01")
    void aPartTakenOut() {
        String brand = Brands.next();
        String first = visited("沈阳" + brand + "机床有限公司");
        String second = visited("沈阳市" + brand + "机床");
        String whole = customer(first);
        assertThat(customer(second)).isEqualTo(whole);

        stewardship.split(DESK, whole, Set.of(record(second)), "两家");

        String part = customer(second);
        assertThat(part).isNotEqualTo(whole);
        assertThat(keeper(part)).isEqualTo(keeper(whole)).isEqualTo("rep-ne-1");
    }

    private String visited(String name) {
        return sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-K%d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","province":"辽宁省","city":"沈阳市"},"opinions":["好"]}""".formatted(Sowing.number(), name));
    }

    private String record(String message) {
        return sowing.one("select id from customers.source_record where message_id = :id", message);
    }

    private String customer(String message) {
        return sowing.one("""
                        select m.customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where r.message_id = :id and m.until is null
                        """, message);
    }

    private String keeper(String customer) {
        return sowing.one("select person from keeping.keeper where customer_id = :id and until is null", customer);
    }
}
