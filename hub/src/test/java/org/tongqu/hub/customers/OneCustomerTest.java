package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.hub.platform.Scope;

@DisplayName("One firm is one customer, however many speak of it, and every value knows who said it")
class OneCustomerTest extends CustomersBed {

    @Test
    @DisplayName("by its USCC, under three names, from a visit, a factory and an agent")
    @Tag("S4-24")
    void byUscc() {
        String uscc = uscc();
        String first = customerOf(hear(Word.visit(firm()).uscc(uscc)));

        assertThat(customerOf(hear(Word.factory(firm()).uscc(uscc)))).isEqualTo(first);
        assertThat(customerOf(hear(Word.agent(firm()).uscc(" " + uscc.toLowerCase(java.util.Locale.ROOT)))))
                .isEqualTo(first);
        assertThat(shown(first).sources()).hasSize(3);
    }

    @Test
    @DisplayName("by its name and province, however the name is written, 辽宁 or 辽宁省")
    @Tag("S4-24")
    void byNameAndProvince() {
        String name = firm();
        String first = customerOf(hear(Word.visit(name + "(集团)").province("辽宁省")));

        assertThat(customerOf(hear(Word.factory(name + "（集团）").province("辽宁")))).isEqualTo(first);
        assertThat(customerOf(hear(Word.agent(" " + name + " 集团 ").province(" 辽宁省 "))))
                .isEqualTo(first);
    }

    @Test
    @DisplayName("the same name in another province, or in none, is somebody else")
    void anotherProvince() {
        String name = firm();
        Set<String> found = new HashSet<>();
        for (String province : new String[] {"辽宁省", "吉林省", null}) {
            found.add(customerOf(hear(Word.visit(name).province(province))));
        }

        assertThat(found).hasSize(3);
    }

    @Test
    @DisplayName("a code whose check digit is wrong joins nobody, and is kept as it was said")
    void wrongCheckDigit() {
        String wrong = miswritten(uscc());
        String record = hear(Word.visit(firm()).uscc(wrong));
        String other = hear(Word.factory(firm()).uscc(wrong));

        assertThat(customerOf(record)).isNotEqualTo(customerOf(other));
        assertThat(wall.read(Scope.WORKER, () -> customers.said(record)).uscc()).isEqualTo(wrong);
        assertThat(shown(customerOf(record)).uscc()).as("no golden value").isNull();
    }

    @RepeatedTest(4)
    @DisplayName("two firms with valid codes of their own are never one, whatever their name and whoever comes first")
    void twoCodesAreTwo(RepetitionInfo round) {
        String name = firm();
        String one = uscc();
        String two = uscc();
        List<Word> words = shuffled(
                round,
                Word.visit(name).uscc(one),
                Word.factory(name).uscc(two),
                Word.agent(name).uscc(one),
                Word.factory(name).uscc(one));
        List<String> records = round.getCurrentRepetition() % 2 == 0
                ? hearAtOnce(words)
                : words.stream().map(this::hear).toList();

        Set<String> ones = new HashSet<>();
        Set<String> twos = new HashSet<>();
        for (int n = 0; n < words.size(); n++) {
            (one.equals(words.get(n).said().uscc()) ? ones : twos).add(customerOf(records.get(n)));
        }
        assertThat(ones).hasSize(1);
        assertThat(twos).hasSize(1).doesNotContainAnyElementsOf(ones);
    }

    @Test
    @DisplayName(
            "a record with both marks joins two known customers: one id lives on, the other names its heir, nothing is lost")
    @Tag("S4-24")
    void joinsTwoKnown() {
        String uscc = uscc();
        String called = firm();
        String alsoCalled = firm();
        String byCode = customerOf(hear(Word.factory(called).uscc(uscc).city("鞍山市")));
        String byName = customerOf(hear(Word.agent(alsoCalled).city("大连市").days(3)));
        wall.run(Scope.WORKER, () -> customers.ordered(recordsOf(byName).getFirst(), message()));
        assertThat(byName).isNotEqualTo(byCode);

        hear(Word.visit(alsoCalled).uscc(uscc).contact("王工"));

        assertThat(recordsOf(byName))
                .containsExactlyInAnyOrderElementsOf(recordsOf(byCode))
                .hasSize(3);
        CustomersPages.Customer heir = shown(byName);
        assertThat(heir.id()).isEqualTo(byCode);
        assertThat(heir.askedId()).isEqualTo(byName);
        assertThat(heir.name()).as("the customer's own word on a visit").isEqualTo(alsoCalled);
        assertThat(heir.city()).as("the factory before the agent").isEqualTo("鞍山市");
        assertThat(heir.lifeState()).as("one of the two had ordered").isEqualTo("ACTUAL");
        assertThat(pages.history(DESK, byCode))
                .filteredOn(past -> past.field().equals("name"))
                .extracting(past -> past.value().value())
                .contains(called, alsoCalled);
        assertThat(ended(byName)).as("the old grouping is history").isEqualTo("1");
    }

    @RepeatedTest(6)
    @DisplayName("in whatever order they come, the same sayings make the same customer with the same values")
    void anyOrder(RepetitionInfo round) {
        String uscc = uscc();
        String called = firm();
        String alsoCalled = called.replace("机床厂", "机床有限公司");
        List<Word> words = shuffled(
                round,
                Word.factory(called).uscc(uscc).city("沈阳市").contact("王厂长"),
                Word.agent(alsoCalled).city("沈阳市").contact("赵工").days(9),
                Word.visit(alsoCalled).uscc(uscc).city("沈阳市").days(-3),
                Word.visit(called).city("沈阳").days(2),
                Word.agent(called).city("沈阳市").uscc(miswritten(uscc)).contact("李经理"));

        List<String> records = words.stream().map(this::hear).toList();

        Set<String> found = new HashSet<>();
        records.forEach(record -> found.add(customerOf(record)));
        assertThat(found).hasSize(1);
        CustomersPages.Customer customer = shown(found.iterator().next());
        assertThat(List.of(customer.name(), String.valueOf(customer.uscc()), String.valueOf(customer.city())))
                .containsExactly(called, uscc, "沈阳");
        assertThat(value(customer.id(), "contactName").value()).isEqualTo("王厂长");
    }

    @Test
    @DisplayName("many who speak of one new firm at the same moment make one customer")
    @Tag("S4-24")
    void manyOfOneNewFirm() throws Exception {
        String name = firm();
        List<String> records = atOnce(IntStream.range(0, 8)
                .mapToObj(n -> Word.visit(name).city("第" + n + "市"))
                .toList());

        assertThat(records.stream().map(this::customerOf).distinct()).hasSize(1);
    }

    @Test
    @DisplayName("many who speak of one known firm at the same moment: the newest word stands in the end")
    void manyOfOneKnownFirm() throws Exception {
        String name = firm();
        String customer = customerOf(hear(Word.visit(name).city("旧城")));

        atOnce(IntStream.rangeClosed(1, 8)
                .mapToObj(n -> Word.visit(name).city("第" + n + "市").days(n))
                .toList());

        assertThat(shown(customer).city()).isEqualTo("第8市");
        assertThat(shown(customer).sources()).hasSize(9);
    }

    @Test
    @DisplayName("the customer's own word beats the factory's, the factory's the agent's; within one the newer speaks")
    @Tag("S4-24")
    void whoseWordStands() {
        String name = firm();
        String customer = customerOf(hear(Word.agent(name).city("代理说").days(30)));
        assertThat(shown(customer).city()).isEqualTo("代理说");
        hear(Word.factory(name).city("工厂说"));
        assertThat(shown(customer).city()).isEqualTo("工厂说");
        hear(Word.visit(name).city("客户先说").days(-20));
        assertThat(shown(customer).city()).isEqualTo("客户先说");
        hear(Word.visit(name).city("客户后说").days(-10));
        assertThat(shown(customer).city()).isEqualTo("客户后说");
        hear(Word.visit(name).city("客户早说").days(-30));
        hear(Word.factory(name).city("工厂又说").days(40));

        assertThat(shown(customer).city()).isEqualTo("客户后说");
        assertThat(pages.history(DESK, customer))
                .filteredOn(past -> past.field().equals("city"))
                .extracting(past -> past.value().value())
                .containsExactlyInAnyOrder("代理说", "工厂说", "客户先说", "客户后说");
    }

    @Test
    @DisplayName("each value knows its source, message, row, both times and rule")
    @Tag("S4-24")
    void whereAValueComesFrom() {
        String name = firm();
        String record = hear(Word.agent(name).city("大连市").days(2));
        String message = sowing.one("select message_id from customers.source_record where id = :id", record);

        CustomersPages.Value city = value(customerOf(record), "city");

        assertThat(city.source()).isEqualTo("agent-a001");
        assertThat(city.sourceKind()).isEqualTo("AGENT");
        assertThat(city.sourceRecordId()).isEqualTo(record);
        assertThat(city.messageId()).isEqualTo(message);
        assertThat(city.rowNo()).isEqualTo(7);
        assertThat(java.util.Objects.requireNonNull(city.observedAt()).toInstant())
                .isEqualTo(MARCH.plusSeconds(2 * 86_400));
        assertThat(java.util.Objects.requireNonNull(city.receivedAt()).toInstant())
                .isEqualTo(MARCH);
        assertThat(city.rule()).isNotBlank();
    }

    @Test
    @DisplayName("the same words of the same source again are one record")
    void theSameWordsAgain() {
        Word word = Word.visit(firm());
        String record = hear(word);

        assertThat(hear(word.days(5))).isEqualTo(record);
        assertThat(shown(customerOf(record)).sources()).hasSize(1);
    }

    @Test
    @DisplayName("a prospect becomes an actual customer with its first order, once")
    @Tag("S4-16")
    void prospectToActual() {
        String record = hear(Word.visit(firm()));
        String customer = customerOf(record);
        assertThat(shown(customer).lifeState()).isEqualTo("PROSPECT");

        wall.run(Scope.WORKER, () -> customers.ordered(record, message()));
        wall.run(Scope.WORKER, () -> customers.ordered(record, message()));

        assertThat(shown(customer).lifeState()).isEqualTo("ACTUAL");
        assertThat(sowing.one("select count(*) from journal.effect where key = 'actual|' || :id", customer))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("counted by life state, actual and potential")
    @Tag("S4-16")
    void counted() {
        long before = pages.countsByLifeState(DESK).getOrDefault("PROSPECT", 0L);
        hear(Word.visit(firm()));

        assertThat(pages.countsByLifeState(DESK)).containsEntry("PROSPECT", before + 1);
    }

    @ParameterizedTest(name = "{0} lies in {1}")
    @DisplayName("the region follows the province, in each of its spellings, whoever visited")
    @CsvSource({
        "辽宁,NE",
        "辽宁省,NE",
        "' 黑龙江 ',NE",
        "北京,N",
        "内蒙古自治区,N",
        "上海市,E",
        "山东,E",
        "广东,CS",
        "广西壮族自治区,CS",
        "四川省,SW",
        "西藏,SW",
        "新疆,NW",
        "宁夏回族自治区,NW"
    })
    @Tag("S4-03")
    void regionOfProvince(String province, String region) {
        String record = hear(Word.visit(firm()).province(province));

        assertThat(shown(customerOf(record)).region()).isEqualTo(region);
        assertThat(wall.read(Scope.WORKER, () -> customers.regionOf(record))).contains(region);
    }

    @Test
    @DisplayName("where no province tells it, the branch that visited does; a better word moves the customer")
    @Tag("S4-03")
    void regionOfTheVisitor() {
        String uscc = uscc();
        String name = firm();
        String customer = customerOf(hear(Word.agent(name).province("火星").uscc(uscc)));
        assertThat(shown(customer).region()).isEqualTo("NE");

        hear(Word.visit(name).province("广东").uscc(uscc));

        assertThat(shown(customer).region()).isEqualTo("CS");
    }

    @Test
    @DisplayName("a name of nothing but marks is nobody's mark")
    void aNameOfNothing() {
        assertThat(customerOf(hear(Word.visit("（" + "·".repeat(1 + org.tongqu.hub.Sowing.number()) + "）"))))
                .isNotEqualTo(customerOf(hear(Word.visit("—".repeat(1 + org.tongqu.hub.Sowing.number())))));
    }

    private List<String> recordsOf(String customer) {
        return wall.read(Scope.WORKER, () -> customers.recordsOf(customer));
    }

    private String ended(String customer) {
        return sowing.one(
                "select count(*) from customers.membership where customer_id = :id and until is not null", customer);
    }

    private static List<Word> shuffled(RepetitionInfo round, Word... words) {
        List<Word> all = new ArrayList<>(Stream.of(words).toList());
        Collections.shuffle(all, new Random(round.getCurrentRepetition()));
        return all;
    }

    /** All observers wait for one another and then speak at the same moment, each in a transaction of its own. */
    private List<String> atOnce(List<Word> words) throws Exception {
        CyclicBarrier together = new CyclicBarrier(words.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(words.size())) {
            List<Callable<String>> observers = words.stream()
                    .map(word -> (Callable<String>) () -> {
                        together.await(30, TimeUnit.SECONDS);
                        return hear(word);
                    })
                    .toList();
            List<String> records = new ArrayList<>();
            for (Future<String> record : threads.invokeAll(observers)) {
                records.add(record.get());
            }
            return records;
        }
    }
}
