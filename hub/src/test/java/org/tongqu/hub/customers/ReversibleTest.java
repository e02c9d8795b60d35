package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

@DisplayName("Merge and split are words that can be taken back, and nothing is lost on the way there or back")
class ReversibleTest extends CustomersBed {
    private static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);

    @Autowired
    private Stewardship stewardship;

    @Autowired
    private VisitsPages visits;

    @Autowired
    private NeedsPages needs;

    @Autowired
    private SalesPages sales;

    @Autowired
    private CustomerFiles files;

    @Test
    @DisplayName("two customers joined by a person are one, the older id lives on and the other answers for its heir")
    @Tag("S4-24")
    void joined() {
        String one = hear(Word.visit(firm()).city("沈阳市"));
        String two = hear(Word.factory(firm()).city("沈阳市"));
        String older = customerOf(one);
        String younger = customerOf(two);

        stewardship.merge(DESK, younger, older, "同一老板，改了名");

        assertThat(customerOf(two)).isEqualTo(older);
        assertThat(shown(younger).id()).isEqualTo(older);
        assertThat(shown(younger).askedId()).isEqualTo(younger);
    }

    @Test
    @DisplayName("taken back, both sides are what they were, and what came meanwhile goes with the side it speaks of")
    @Tag("S4-24")
    void takenBack() {
        String nameOne = firm();
        String nameTwo = firm();
        String one = hear(Word.visit(nameOne).city("沈阳市"));
        String two = hear(Word.factory(nameTwo).city("沈阳市"));
        String first = customerOf(one);
        String second = customerOf(two);
        wall.run(Scope.WORKER, () -> customers.ordered(two, message()));
        Map<String, String> before = values(first, second);

        String word = stewardship.merge(DESK, first, second, null).orElseThrow();
        String meanwhile = hear(Word.agent(nameTwo).city("沈阳市").contact("周工"));
        assertThat(customerOf(meanwhile)).isEqualTo(first);
        assertThat(shown(first).lifeState()).as("one of the two had ordered").isEqualTo("ACTUAL");
        assertThat(shown(first).sources()).hasSize(3);

        assertThat(stewardship.takeBack(DESK, word)).isTrue();

        assertThat(List.of(customerOf(one), customerOf(two), customerOf(meanwhile)))
                .containsExactly(first, second, second);
        assertThat(shown(first).lifeState()).isEqualTo("PROSPECT");
        assertThat(shown(second).lifeState()).isEqualTo("ACTUAL");
        assertThat(values(first, second)).containsAllEntriesOf(before);
        assertThat(stewardship.takeBack(DESK, word)).as("only once").isFalse();
        assertThat(sowing.one(
                        "select string_agg(kind, ' ' order by at, id) from customers.regrouping where customer_id in (:id, '"
                                + second + "')",
                        first))
                .isEqualTo("MERGED REVIVED");
    }

    @Test
    @DisplayName("records taken out of a customer stay out, whoever speaks of either side later")
    @Tag("S4-24")
    void split() {
        String name = firm();
        String one = hear(Word.visit(name).city("沈阳市"));
        String two = hear(Word.factory(name).city("沈阳市"));
        String customer = customerOf(one);
        assertThat(customerOf(two)).isEqualTo(customer);

        Optional<String> word = stewardship.split(DESK, customer, Set.of(two), "两家同名");
        assertThat(word).isPresent();
        assertThat(customerOf(one)).isEqualTo(customer);
        String other = customerOf(two);
        assertThat(other).isNotEqualTo(customer);

        hear(Word.agent(name).city("沈阳市").contact("孙工"));
        assertThat(customerOf(one)).isEqualTo(customer);
        assertThat(customerOf(two)).isEqualTo(other);

        assertThat(stewardship.takeBack(DESK, word.orElseThrow())).isTrue();
        assertThat(customerOf(two)).isEqualTo(customerOf(one));
    }

    @Test
    @DisplayName("a split that would leave one side empty is none")
    void noSplit() {
        String record = hear(Word.visit(firm()));

        assertThat(stewardship.split(DESK, customerOf(record), Set.of(record), null))
                .isEmpty();
        assertThat(stewardship.split(DESK, customerOf(record), Set.of("nobody"), null))
                .isEmpty();
    }

    @Test
    @DisplayName("of two words on the same records the newer holds; when it is taken back the older does again")
    @Tag("S4-24")
    void theNewerWord() {
        String one = hear(Word.visit(firm()));
        String two = hear(Word.visit(firm()));
        stewardship.merge(DESK, customerOf(one), customerOf(two), null);
        String customer = customerOf(one);

        String parted = stewardship.split(DESK, customer, Set.of(two), null).orElseThrow();
        assertThat(customerOf(two)).isNotEqualTo(customerOf(one));

        stewardship.takeBack(DESK, parted);
        assertThat(customerOf(two)).isEqualTo(customerOf(one));
    }

    @Test
    @DisplayName("as of a day before, both are who they were, with the values that stood then")
    @Tag("S4-24")
    void asOf() {
        String nameOne = firm();
        String nameTwo = firm();
        String first = customerOf(hear(Word.visit(nameOne)));
        String second = customerOf(hear(Word.visit(nameTwo).days(5)));
        Instant before = momentAfterNow();
        stewardship.merge(DESK, first, second, null);
        assertThat(shown(first).name()).as("the newer word").isEqualTo(nameTwo);

        CustomersPages.Customer then = pages.customerAsOf(DESK, first, before).orElseThrow();
        assertThat(then.name()).isEqualTo(nameOne);
        assertThat(then.sources()).hasSize(1);
        assertThat(pages.customerAsOf(DESK, second, before).orElseThrow().name())
                .isEqualTo(nameTwo);
        assertThat(pages.customerAsOf(DESK, second, momentAfterNow()))
                .as("merged away since")
                .isEmpty();
        assertThat(pages.customerAsOf(DESK, first, MARCH)).as("not known then").isEmpty();
    }

    private static Instant momentAfterNow() {
        Instant now = Instant.now().plusMillis(2);
        await().until(() -> Instant.now().isAfter(now));
        return now;
    }

    @Test
    @DisplayName(
            "visits, needs, orders, reported lines and contacts count the same before a merge, within it and after it is taken back")
    @Tag("S4-24")
    void factsAreWhereTheyWere() {
        List<String> one = firmWithFacts("R1", "戚守成");
        List<String> two = firmWithFacts("R2", "廖维桢");
        String first = customerOf(one.getFirst());
        String second = customerOf(two.getFirst());
        List<Integer> before = facts(first);
        List<Integer> beforeOther = facts(second);
        assertThat(before).containsExactly(1, 1, 1, 1, 1);

        String word = stewardship.merge(DESK, first, second, null).orElseThrow();
        assertThat(facts(first)).containsExactly(2, 2, 2, 2, 2);
        assertThat(facts(second)).as("the id merged away answers with its heir").containsExactly(2, 2, 2, 2, 2);

        stewardship.takeBack(DESK, word);
        assertThat(facts(first)).isEqualTo(before);
        assertThat(facts(second)).isEqualTo(beforeOther);
    }

    /** Visits, needs, orders, reported lines, people. */
    private List<Integer> facts(String id) {
        CustomersPages.Customer customer = shown(id);
        Window most = Window.first(Window.MAX_LIMIT);
        return List.of(
                visits.byRecords(DESK, customer.recordIds()).size(),
                needs.byRecords(DESK, customer.recordIds()).size(),
                sales.orders(DESK, new SalesPages.OrdersAsked(null, null, customer.id(), null), most)
                        .items()
                        .size(),
                sales.lines(DESK, new SalesPages.LinesAsked(null, null, customer.id()), most)
                        .items()
                        .size(),
                files.contacts(DESK, customer.id()).size());
    }

    /** A visit with a need and a contact, an order and a reported line of one firm; its source records. */
    private List<String> firmWithFacts(String tag, String contact) {
        String name = firm();
        int number = Sowing.number();
        sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s%2$d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%3$s","province":"辽宁省","contact":{"name":"%4$s","phone":"135%2$08d"}},
                 "needs":[{"needNo":"1","summary":"行车一台","parts":[{"productClass":"CRANE","qty":"1"}]}]}""".formatted(tag, number, name, contact));
        sowing.order("factory-crane", """
                {"orderNo":"%1$s-%2$d","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"%3$s","province":"辽宁"},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}]}""".formatted(tag, number, name));
        sowing.file("agent-a001", tag + number + ".csv", """
                销售日期,客户名称,省份,产品编码,数量,单价,合同号
                2026-02-11,%3$s,辽宁省,CK6150,5,380000,HT-%1$s-%2$d
                """.formatted(tag, number, name));
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select id from customers.source_record where name = :name order by id")
                        .param("name", name)
                        .query(String.class)
                        .list());
    }

    @Test
    @DisplayName("only the desk may decide")
    void onlyTheDesk() {
        String one = customerOf(hear(Word.visit(firm())));
        String two = customerOf(hear(Word.visit(firm())));

        assertThatThrownBy(() -> stewardship.merge(REP, one, two, null)).hasMessageContaining("MATCH_CUSTOMERS");
        assertThat(shown(one).id()).isEqualTo(one);
    }

    private Map<String, String> values(String... ids) {
        Map<String, String> values = new TreeMap<>();
        for (String id : ids) {
            java.util.Objects.requireNonNull(shown(id).provenance())
                    .forEach((field, value) -> values.put(id + " " + field, value.value()));
        }
        return values;
    }
}
