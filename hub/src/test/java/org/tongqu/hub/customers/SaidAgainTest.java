package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("What a source says once more is its newest word again")
class SaidAgainTest extends CustomersBed {
    private final String name = firm();

    @Autowired
    private CustomerFiles files;

    @Test
    @Tag("S4-24")
    @DisplayName(
            "a telephone told on Monday, another on Thursday, and the first again on Sunday: the first stands, as of Sunday")
    void theFirstAgain() {
        String customer = customerOf(hear(said("024-88880001", 0)));
        hear(said("024-88880002", 3));
        assertThat(value(customer, "contactPhone").value()).isEqualTo("024-88880002");

        hear(said("024-88880001", 6));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(value(customer, "contactPhone").value()).isEqualTo("024-88880001"));
        assertThat(observed(customer)).isEqualTo(MARCH.plus(Duration.ofDays(6)));
        assertThat(files.contacts(DESK, customer).getFirst().phones()).first().isEqualTo("024-88880001");
    }

    @Test
    @Tag("S4-24")
    @DisplayName("a word that comes again late, but was true before the other, changes nothing")
    void lateButOlder() {
        String customer = customerOf(hear(said("024-88880003", 0)));
        hear(said("024-88880004", 9));

        hear(said("024-88880003", 5));

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
        assertThat(value(customer, "contactPhone").value()).isEqualTo("024-88880004");
    }

    private Word said(String phone, int day) {
        return Word.visit(name).contact("王" + name, phone, null).days(day);
    }

    private Instant observed(String customer) {
        return Objects.requireNonNull(value(customer, "contactPhone").observedAt())
                .toInstant();
    }

    private long waiting() {
        return Long.parseLong(sowing.one("select count(*) from customers.said_again where :id <> ''", "waiting"));
    }
}
