package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.Brands;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Scope;

@DisplayName("Each record is matched as it arrives, by the engine that matches files")
class ArrivalTest extends CustomersBed {
    @Autowired
    private Stewardship stewardship;

    private static String mobile() {
        return "139" + String.format(java.util.Locale.ROOT, "%08d", org.tongqu.hub.Sowing.number() + 12_000_000);
    }

    private static Word at(Word word, String address) {
        CustomerSaid said = word.said();
        return new Word(
                word.kind(),
                word.source(),
                new CustomerSaid(said.name(), said.uscc(), said.province(), "沈阳市", address, said.contact()),
                word.at(),
                word.partner());
    }

    private static Word calling(Word word, String phone) {
        CustomerSaid said = word.said();
        return new Word(
                word.kind(),
                word.source(),
                new CustomerSaid(
                        said.name(),
                        said.uscc(),
                        said.province(),
                        said.city(),
                        said.address(),
                        new CustomerSaid.ContactSaid(null, phone, null)),
                word.at(),
                word.partner());
    }

    @Test
    @DisplayName("the full name, the name without its form and the name in traditional characters are one customer")
    @Tag("S4-24")
    void otherSpellings() {
        String brand = Brands.next();
        String first = customerOf(hear(Word.visit("沈阳" + brand + "机床有限公司").city("沈阳市")));

        assertThat(customerOf(hear(Word.factory("沈阳市" + brand + "机床").city("沈阳"))))
                .isEqualTo(first);
        assertThat(customerOf(hear(Word.agent("瀋陽" + brand + "機床有限公司").city("沈阳市"))))
                .isEqualTo(first);
    }

    @Test
    @DisplayName(
            "says why a record is where it is: each finding with its weight, its sum and the rule, in both languages")
    @Tag("S4-24")
    void why() {
        String name = firm();
        String phone = mobile();
        hear(calling(Word.visit(name).city("沈阳市"), phone));
        String record = hear(calling(Word.factory(name).city("沈阳市"), phone));

        CustomersPages.Joined joined = shown(customerOf(record)).sources().stream()
                .filter(source -> source.id().equals(record))
                .findFirst()
                .map(CustomersPages.Source::joined)
                .orElseThrow();
        assertThat(joined.name()).isEqualTo(name);
        assertThat(joined.rule()).isEqualTo("parts-1");
        assertThat(joined.score()).isPositive();
        assertThat(joined.clues()).extracting(Matching.Clue::zh).contains("手机相同", "同一城市");
        assertThat(joined.clues()).extracting(Matching.Clue::en).contains("same mobile", "same city");
    }

    @Test
    @DisplayName("a firm and its branch, a first and a second works, a namesake elsewhere are related and not merged")
    @Tag("S4-24")
    void related() {
        String brand = Brands.next();
        String firm = customerOf(hear(Word.visit("沈阳" + brand + "机床有限公司").city("沈阳市")));
        String branch = customerOf(hear(Word.visit("沈阳" + brand + "机床有限公司大连分公司").city("大连市")));
        String elsewhere = customerOf(
                hear(Word.visit("成都" + brand + "机床有限公司").province("四川省").city("成都市")));
        assertThat(Set.of(firm, branch, elsewhere)).hasSize(3);

        assertThat(pages.kin(DESK, shown(firm)))
                .extracting(CustomersPages.Kin::customerId, CustomersPages.Kin::relation)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(branch, Matching.Relation.BRANCH),
                        org.assertj.core.groups.Tuple.tuple(elsewhere, Matching.Relation.SAME_NAME_ELSEWHERE));
    }

    @Test
    @DisplayName("the first and the second works of one house are sister works")
    @Tag("S4-24")
    void sisterWorks() {
        String brand = Brands.next();
        String first = customerOf(hear(Word.visit("沈阳" + brand + "机床一厂").city("沈阳市")));
        String second = customerOf(hear(Word.visit("沈阳" + brand + "机床二厂").city("沈阳市")));

        assertThat(second).isNotEqualTo(first);
        assertThat(pages.kin(DESK, shown(first)))
                .extracting(CustomersPages.Kin::customerId, CustomersPages.Kin::relation)
                .contains(org.assertj.core.groups.Tuple.tuple(second, Matching.Relation.SISTER_WORKS));
    }

    @RepeatedTest(5)
    @DisplayName("in whatever order and in whatever bites they come, the same records make the same customers")
    @Tag("S4-24")
    void anyOrder(RepetitionInfo round) {
        String phone = mobile();
        List<Word> words = new ArrayList<>();
        for (int firm = 0; firm < 6; firm++) {
            String brand = Brands.next();
            words.add(Word.visit("沈阳" + brand + "机床有限公司").city("沈阳市"));
            words.add(calling(Word.factory("沈阳" + brand + "机床").city("沈阳"), mobile()));
            words.add(calling(Word.agent("沈阳" + brand + "机床厂").city("沈阳市"), phone));
            words.add(Word.agent(brand + "机床").city("沈阳市"));
            words.add(Word.visit("沈阳" + brand + "机床有限公司大连分公司").city("大连市"));
        }
        Collections.shuffle(words, new Random(round.getCurrentRepetition()));
        List<String> records = new ArrayList<>();
        for (int from = 0; from < words.size(); from += 7) {
            records.addAll(hearAtOnce(words.subList(from, Math.min(words.size(), from + 7))));
        }
        Set<Set<String>> groups = new HashSet<>();
        records.forEach(record -> {
            Set<String> group = new TreeSet<>();
            for (int n = 0; n < records.size(); n++) {
                if (customerOf(records.get(n)).equals(customerOf(record))) {
                    group.add(words.get(n).said().name() + words.get(n).kind());
                }
            }
            groups.add(group);
        });
        assertThat(groups).hasSize(12);
        assertThat(groups).allSatisfy(group -> assertThat(group.size()).isIn(1, 4));
    }

    @Test
    @DisplayName("a hundred sources that repeat one wrong telephone make no customer of two firms")
    @Tag("S4-24")
    void oneWrongTelephone() {
        String phone = mobile();
        List<Word> words = IntStream.range(0, 100)
                .mapToObj(n -> calling(Word.agent(firm()).city("沈阳市"), phone))
                .toList();

        List<String> records = hearAtOnce(words);

        assertThat(records.stream().map(this::customerOf).distinct()).hasSize(100);
    }

    @ParameterizedTest
    @DisplayName("a name that says nothing joins nobody and stops nothing")
    @ValueSource(strings = {"个体户", "无", "😀😀😀", "，，，", "客户", "test", "甲"})
    void saysNothing(String name) {
        String one = customerOf(hear(Word.visit(name).contact("张" + Brands.next())));
        String two = customerOf(hear(Word.visit(name).contact("李" + Brands.next())));

        assertThat(one).isNotEqualTo(two);
    }

    @Test
    @DisplayName("a name of ten thousand characters is kept and matched like any other")
    void veryLong() {
        String name = "沈阳" + Brands.next() + "机".repeat(10_000) + "厂";

        assertThat(shown(customerOf(hear(Word.visit(name)))).name()).hasSize(name.length());
    }

    /** No longer than a minute: who waits for the other in the store would wait for ever. */
    private static void meet(Phaser both) {
        try {
            both.awaitAdvanceInterruptibly(both.arrive(), 60, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.TimeoutException never) {
            throw new IllegalStateException(never);
        }
    }

    @Test
    @DisplayName("those who come at the same moment under different names find one another when all is quiet")
    @Tag("S4-24")
    void atTheSameMoment() {
        String brand = Brands.next();
        List<Word> words = List.of(
                at(Word.visit("沈阳" + brand + "机床有限公司"), "沈阳市铁西区北二路18号"),
                at(Word.factory("沈阳" + brand), "沈阳市铁西区北二路18号"));
        Phaser both = new Phaser(2);
        List<String> records = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            words.forEach(word -> threads.execute(() -> wall.run(Scope.WORKER, () -> {
                meet(both);
                records.add(customers.observe(word.told(message())));
                meet(both);
            })));
        }
        assertThat(records).hasSize(2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(customerOf(records.getFirst())).isEqualTo(customerOf(records.getLast())));
    }

    @Test
    @DisplayName("records from before this rule are grouped by it soon after the upgrade")
    @Tag("S4-24")
    void fromBefore() {
        String name = firm();
        List<String> records = List.of(ofOld(name), ofOld(name));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> wall.read(Scope.WORKER, () -> customers.customersOf(records))
                                .size()
                        == 2);
        assertThat(customerOf(records.getFirst())).isEqualTo(customerOf(records.getLast()));
    }

    /** A source record as an older hub left it, and the note of the migration that it is to be looked at. */
    private String ofOld(String name) {
        String record = hear(Word.visit(firm()));
        String old = ids.next();
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("""
                            insert into customers.source_record (id, source, source_kind, partner, region, content_hash, name, uscc_valid,
                                province, city, message_id, observed_at, received_at)
                            select :old, source, source_kind, partner, region, :old, :name, false, province, '沈阳市', message_id,
                                observed_at, received_at
                            from customers.source_record where id = :record
                            """)
                    .param("old", old)
                    .param("name", name)
                    .param("record", record)
                    .update();
            jdbc.sql("insert into customers.look (source_record_id, after) values (:old, '0'::xid8)")
                    .param("old", old)
                    .update();
        });
        return old;
    }

    @Test
    @DisplayName("a pair that nobody can decide waits for the desk; what is decided is never asked again")
    @Tag("S4-24")
    void askAPerson() {
        String brand = Brands.next();
        String lathes = hear(Word.visit("沈阳" + brand + "机床有限公司").city("沈阳市"));
        String boilers = hear(Word.factory("沈阳" + brand + "锅炉有限公司").city("沈阳市"));
        String either = hear(Word.agent(brand).city("沈阳市"));
        assertThat(Set.of(customerOf(lathes), customerOf(boilers), customerOf(either)))
                .hasSize(3);
        Stewardship.Doubt doubt = doubts(either).stream()
                .filter(each -> Set.of(each.record(), each.other()).contains(lathes))
                .findFirst()
                .orElseThrow();
        assertThat(doubt.clues()).extracting(Matching.Clue::zh).contains("同一城市");
        Stewardship.Progress before = stewardship.progress(DESK);

        assertThat(stewardship.decide(DESK, new Stewardship.Verdict(doubt.record(), doubt.other(), true, "老板说的", null)))
                .isPresent();

        hear(Word.factory("沈阳" + brand + "机床有限公司").city("沈阳市"));
        assertThat(customerOf(either)).isEqualTo(customerOf(lathes)).isNotEqualTo(customerOf(boilers));
        assertThat(doubts(either)).isEmpty();
        assertThat(stewardship.progress(DESK).decided()).isEqualTo(before.decided() + 1);
    }

    private List<Stewardship.Doubt> doubts(String record) {
        return stewardship.doubtsAbout(DESK, customerOf(record)).stream()
                .filter(each -> each.record().equals(record) || each.other().equals(record))
                .toList();
    }
}
