package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.platform.Scope;

/** The audit finds what is lost, and says nothing of what is well. */
class SalesAuditTest extends SalesBed {

    @Test
    void an_order_acknowledged_whose_revision_is_gone_is_told() {
        String factory = partner("FACTORY", "一厂");

        List<String> problems = afterwardsUndone(() -> {
            Arrival arrival = arrival(sender(factory, Sender.Role.FACTORY), "ORDER", "TAKEN");
            claim(arrival, new OrderKeys(factory, "A|1").head(1));
        });

        assertThat(problems)
                .contains("order acknowledged without its revision: " + new OrderKeys(factory, "A|1").head(1));
    }

    @Test
    void an_order_kept_as_acknowledged_is_no_trouble() {
        String factory = partner("FACTORY", "一厂");

        List<String> problems = afterwardsUndone(() -> {
            Arrival arrival = arrival(sender(factory, Sender.Role.FACTORY), "ORDER", "TAKEN");
            claim(arrival, new OrderKeys(factory, "A|1\\").head(1));
            orders.take(arrival, Said.order("A|1\\"));
        });

        assertThat(problems).noneMatch(trouble -> trouble.contains(factory));
    }

    @Test
    void rows_a_receipt_called_accepted_and_the_store_does_not_hold_are_told() {
        String agent = partner("AGENT", "代理");
        AtomicReference<String> message = new AtomicReference<>("");

        List<String> problems = afterwardsUndone(() -> {
            Arrival arrival = arrival(sender(agent, Sender.Role.AGENT), "SALES_FILE", "TAKEN");
            message.set(arrival.messageId());
            jdbc.sql("update journal.message set rows_accepted = 1 where id = :id")
                    .param("id", arrival.messageId())
                    .update();
        });

        assertThat(problems).contains("rows called accepted and lines kept differ in message: " + message.get());
    }

    private void claim(Arrival arrival, String key) {
        jdbc.sql("insert into journal.claim (key, content_hash, message_id) values (:key, 'x', :id)")
                .param("key", key)
                .param("id", arrival.messageId())
                .update();
    }

    private List<String> afterwardsUndone(Runnable harm) {
        return wall.within(
                Scope.WORKER,
                () -> wall.unless(problems -> true, () -> {
                    harm.run();
                    return SalesAuditStore.QUESTIONS.stream()
                            .flatMap(question -> jdbc.sql(question.sql()).query(String.class).list().stream()
                                    .map(ref -> question.what() + ": " + ref))
                            .toList();
                }));
    }
}
