package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.CustomerSaid.ContactSaid;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.customers.Customers.Observation;
import org.tongqu.hub.customers.Customers.SourceKind;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;

/** What sources say of firms that exist in one test alone. */
abstract class CustomersBed extends HubTest {
    static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);
    static final Instant MARCH = Instant.parse("2026-03-02T01:30:00Z");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    @Autowired
    Customers customers;

    @Autowired
    CustomersPages pages;

    @Autowired
    Sowing sowing;

    @Autowired
    Ids ids;

    /** A name no other test uses. */
    static String firm() {
        return Brands.firm();
    }

    /** A code whose check character holds (GB 32100-2015), another one at each call. */
    static String uscc() {
        String body = "91210100" + String.format(Locale.ROOT, "%09d", NUMBER.incrementAndGet());
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The same code with its check character wrong. */
    static String miswritten(String uscc) {
        char last = uscc.charAt(17);
        return uscc.substring(0, 17) + (last == '0' ? '1' : '0');
    }

    /** What one source says, changed step by step; from the north-east's branch in March unless said otherwise. */
    record Word(
            SourceKind kind,
            String source,
            CustomerSaid said,
            Instant at,
            @Nullable String partner) {
        static Word visit(String name) {
            return new Word(SourceKind.VISIT, "NE", new CustomerSaid(name, null, "辽宁省", null, null, null), MARCH, null);
        }

        static Word factory(String name) {
            return visit(name).by(SourceKind.FACTORY, "factory-crane");
        }

        static Word agent(String name) {
            return visit(name).by(SourceKind.AGENT, "agent-a001");
        }

        Word by(SourceKind other, String who) {
            return new Word(other, who, said, at, other == SourceKind.VISIT ? null : who);
        }

        Word uscc(@Nullable String uscc) {
            return saying(new CustomerSaid(said.name(), uscc, said.province(), said.city(), null, said.contact()));
        }

        Word province(@Nullable String province) {
            return saying(new CustomerSaid(said.name(), said.uscc(), province, said.city(), null, said.contact()));
        }

        Word city(String city) {
            return saying(new CustomerSaid(said.name(), said.uscc(), said.province(), city, null, said.contact()));
        }

        Word contact(String name) {
            return saying(new CustomerSaid(
                    said.name(), said.uscc(), said.province(), said.city(), null, new ContactSaid(name, null, null)));
        }

        Word contact(String name, @Nullable String phone, @Nullable String title) {
            return saying(new CustomerSaid(
                    said.name(), said.uscc(), said.province(), said.city(), null, new ContactSaid(name, phone, title)));
        }

        Word days(int later) {
            return new Word(kind, source, said, MARCH.plusSeconds(later * 86_400L), partner);
        }

        private Word saying(CustomerSaid other) {
            return new Word(kind, source, other, at, partner);
        }

        Observation told(String messageId) {
            return new Observation(
                    source, kind, partner, "NE", said, messageId, kind == SourceKind.AGENT ? 7L : null, at, MARCH);
        }
    }

    /** The source record's id. */
    String hear(Word word) {
        return wall.within(Scope.WORKER, () -> customers.observe(word.told(message())));
    }

    List<String> hearAtOnce(List<Word> words) {
        return wall.within(
                Scope.WORKER,
                () -> customers.observeAll(
                        words.stream().map(word -> word.told(message())).toList()));
    }

    /** A message that has said something, as the effects must point at one. */
    String message() {
        String id = ids.next();
        jdbc.sql("""
                        insert into journal.message
                            (id, kind, channel, format, login, role, received_at, received_day, sha256, size, progress, outcome,
                             tries_left, next_attempt_at)
                        values (:id, 'VISIT', 'REST', 'text/plain', 'test', 'DESK', now(), current_date, :id, 0, 'APPLIED', 'TAKEN', 0, now())
                        """).param("id", id).update();
        return id;
    }

    String customerOf(String record) {
        return wall.read(Scope.WORKER, () -> customers.customerOf(record)).orElseThrow();
    }

    CustomersPages.Customer shown(String customerId) {
        Optional<CustomersPages.Customer> found = pages.customer(DESK, customerId);
        return found.orElseThrow();
    }

    CustomersPages.Value value(String customerId, String field) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(shown(customerId).provenance()).get(field), field);
    }
}
