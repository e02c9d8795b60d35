package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;

@DisplayName("An address book is looked at, accepted, brought up to date and taken back whole")
class ImportTest extends ImportBed {

    private static final Instant AT = Instant.parse("2026-03-02T01:30:00Z");

    @Autowired
    private Ids ids;

    private String heard(String name, String phone) {
        return said(name, null, phone);
    }

    private String message() {
        String id = ids.next();
        jdbc.sql("""
                        insert into journal.message
                            (id, kind, channel, format, login, role, received_at, received_day, sha256, size, progress, outcome,
                             tries_left, next_attempt_at)
                        values (:id, 'VISIT', 'REST', 'text/plain', 'test', 'DESK', now(), current_date, :id, 0, 'APPLIED', 'TAKEN', 0, now())
                        """).param("id", id).update();
        return id;
    }

    @Test
    @Tag("S3-03")
    @DisplayName("the preview parts every row, its counts add up to the rows of the file, and the store is as it was")
    void previewed() {
        String known = Brands.firm();
        String fresh = Brands.firm();
        String phone = mobile();
        heard(known, phone);
        String book = "客户通讯录,,,,,,,,\n\n" + HEADING
                + row(known, "赵" + phone.substring(9), phone)
                + row(fresh, "钱多", mobile())
                + row(fresh, "钱多", "")
                + ",孙某," + mobile() + ",,,,,,\n"
                + ",,,,,,,,只有备注\n"
                + row("长" + "城".repeat(9_999), "周某", mobile())
                + row("=1+1", "吴某", mobile());
        String before = state();

        String id = ready(REP, "预览" + fresh + ".csv", book);

        assertThat(verdicts(id).toString())
                .isEqualTo("{4=MATCHED, 5=NEW, 6=TWICE, 7=REFUSED, 8=REFUSED, 9=REFUSED, 10=REFUSED}");
        assertThat(line(id).verdicts().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(line(id).rows())
                .isEqualTo(7);
        assertThat(row(REP, id, 4).customers().getFirst().name()).isEqualTo(known);
        assertThat(row(REP, id, 6).twin()).isEqualTo(5);
        assertThat(List.of(code(id, 7), code(id, 8), code(id, 9), code(id, 10)))
                .containsExactly("CONTACT_WITHOUT_COMPANY", "NO_COMPANY", "TOO_LONG", "FORMULA");
        assertThat(state()).isEqualTo(before);
    }

    private String code(String id, long rowNo) {
        return java.util.Objects.requireNonNull(row(DESK, id, rowNo).refusal()).code();
    }

    @Test
    @Tag("S3-03")
    @Tag("S4-24")
    @DisplayName("what is accepted becomes records with their message and row; refused and left-out rows do not")
    void accepted() {
        String one = Brands.firm();
        String two = Brands.firm();
        String book = HEADING + row(one, "冯一", mobile()) + row(two, "冯二", mobile()) + ",冯三,,,,,,,\n";
        String id = ready(REP, "收下" + one + ".csv", book);
        assertThat(books.leaveOut(REP, id, List.of(3L), true)).isEmpty();
        assertThat(books.accept(REP, id, true)).isEmpty();
        until(id, AddressBooks.State.TAKEN);

        var value = java.util.Objects.requireNonNull(customer(customerOf(id, 2)).provenance())
                .get("contactName");
        assertThat(java.util.Objects.requireNonNull(value).value()).isEqualTo("冯一");
        assertThat(value.source()).isEqualTo("book:rep-ne-1");
        assertThat(value.sourceKind()).isEqualTo("BOOK");
        assertThat(value.messageId()).isEqualTo(line(id).messageId());
        assertThat(value.rowNo()).isEqualTo(2);
        assertThat(row(DESK, id, 3).sourceRecordId()).isNull();
        assertThat(row(DESK, id, 4).sourceRecordId()).isNull();
        assertThat(sowing.one(
                        "select outcome || rows_accepted || rows_refused || rows_ignored from journal.message where id = :id",
                        String.valueOf(line(id).messageId())))
                .isEqualTo("PARTLY111");
    }

    @Test
    @Tag("S3-03")
    @DisplayName("the same book again changes what was changed in it, leaves the rest alone, and tells both")
    void broughtUpToDate() {
        String stays = Brands.firm();
        String moves = Brands.firm();
        String goes = Brands.firm();
        String name = "更新" + stays + ".csv";
        String kept = row(stays, "陈一", mobile());
        String gone = row(goes, "陈三", mobile());
        String first = taken(REP, name, HEADING + kept + row(moves, "陈二", mobile()) + gone);
        String customer = customerOf(first, 3);
        String number = mobile();

        String second =
                taken(REP, name, HEADING + kept + row(moves, "陈二", number) + row(Brands.firm(), "陈四", mobile()));

        var changes = line(second).changes();
        assertThat(List.of(changes.fresh(), changes.changed(), changes.same(), changes.gone()))
                .containsExactly(1, 1, 1, 1);
        assertThat(customerOf(second, 3)).isEqualTo(customer);
        assertThat(java.util.Objects.requireNonNull(customer(customer).contact())
                        .phone())
                .isEqualTo(number);
        assertThat(row(DESK, second, 2).sourceRecordId())
                .isEqualTo(row(DESK, first, 2).sourceRecordId());
        assertThat(customer(customerOf(first, 4)).sources()).hasSize(1);
    }

    @Test
    @Tag("S3-03")
    @DisplayName(
            "undone, all is as if it had never come: firms it made are on no list, values are back, what others said stays; and it may come again")
    void undoneWhole() {
        String old = Brands.firm();
        String made = Brands.firm();
        String joined = Brands.firm();
        String phone = mobile();
        String shared = mobile();
        String first = heard(old, phone);
        String known =
                wall.read(Scope.WORKER, () -> customers.customerOf(first)).orElseThrow();
        String id = taken(
                REP,
                "撤销" + old + ".csv",
                HEADING
                        + row(old, "赵" + phone.substring(9), phone).replace(",,沈阳市", ",铁西路9号,沈阳市")
                        + row(made, "褚二", mobile())
                        + row(joined, "赵" + shared.substring(9), shared));
        assertThat(customerOf(id, 2)).isEqualTo(known);
        assertThat(customer(known).address()).isEqualTo("铁西路9号");
        String gone = customerOf(id, 3);
        String meanwhile = customerOf(id, 4);
        String later = heard(joined, shared);
        assertThat(wall.read(Scope.WORKER, () -> customers.customerOf(later))).contains(meanwhile);

        undone(REP, id);

        assertThat(customer(known).address()).isNull();
        assertThat(customer(known).sources()).hasSize(1);
        assertThat(customer(gone).name()).isEqualTo(made);
        assertThat(shown.found(DESK, made, org.tongqu.hub.platform.Window.first(10)))
                .isEmpty();
        assertThat(shown.customers(
                                DESK,
                                org.tongqu.hub.customers.CustomersPages.Sought.ALL,
                                org.tongqu.hub.platform.Window.first(200))
                        .items())
                .noneMatch(line -> line.id().equals(gone));
        assertThat(sowing.one(
                        "select kind || reason from customers.regrouping where customer_id = :id and kind = 'WITHDRAWN'",
                        gone))
                .isEqualTo("WITHDRAWN传错了文件");
        assertThat(wall.read(Scope.WORKER, () -> customers.customerOf(later))).contains(meanwhile);
        assertThat(customer(meanwhile).sources()).hasSize(1);
        assertThat(line(id).customersGone()).isEqualTo(1);

        assertThat(books.redo(REP, id)).isEmpty();
        until(id, AddressBooks.State.TAKEN);
        assertThat(customerOf(id, 3)).isEqualTo(gone);
        assertThat(customer(known).address()).isEqualTo("铁西路9号");
        assertThat(customer(meanwhile).sources()).hasSize(2);
        assertThat(shown.found(DESK, made, org.tongqu.hub.platform.Window.first(10)))
                .hasSize(1);
    }

    @Test
    @Tag("S3-03")
    @DisplayName(
            "a row that made one of two customers: undone, they are two again, and what came meanwhile is where it belongs")
    void whatItJoinedComesApart() {
        String short1 = Brands.next();
        String code = uscc();
        String left = said("沈阳" + short1 + "机床厂", code, null);
        String phone = mobile();
        String right = said("沈阳" + short1 + "锅炉", null, phone);
        assertThat(customerOf(left)).isNotEqualTo(customerOf(right));
        String one = customerOf(left);
        String two = customerOf(right);
        String id = taken(
                REP,
                "合并" + short1 + ".csv",
                HEADING + "沈阳" + short1 + "锅炉," + "赵" + phone.substring(9) + "," + phone + ",,,沈阳市,辽宁省," + code
                        + ",\n");
        assertThat(customerOf(left)).as("the bridge joins them").isEqualTo(customerOf(right));

        undone(REP, id);

        assertThat(customerOf(left)).isEqualTo(one);
        assertThat(customerOf(right)).isEqualTo(two);
        assertThat(sowing.one(
                        "select string_agg(kind || ' ' || reason, ',') from customers.regrouping where who = 'rep-ne-1' and :id in (customer_id, other_id)",
                        two))
                .contains("REVIVED 传错了文件");
        assertThat(line(id).customersParted()).isEqualTo(1);
    }

    private String customerOf(String record) {
        return wall.read(Scope.WORKER, () -> customers.customerOf(record)).orElseThrow();
    }

    private String said(
            String name,
            @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable String phone) {
        CustomerSaid said = new CustomerSaid(
                name,
                code,
                "辽宁省",
                "沈阳市",
                null,
                phone == null ? null : new CustomerSaid.ContactSaid("赵" + phone.substring(9), phone, null));
        return wall.within(
                Scope.WORKER,
                () -> customers.observe(new Customers.Observation(
                        "factory-crane",
                        Customers.SourceKind.FACTORY,
                        "factory-crane",
                        null,
                        said,
                        message(),
                        null,
                        AT,
                        AT)));
    }

    /** A code whose check character holds. */
    private static String uscc() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String body = "91210200"
                + String.format(java.util.Locale.ROOT, "%09d", Math.floorMod(System.nanoTime(), 1_000_000_000L));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += alphabet.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + alphabet.charAt((31 - sum % 31) % 31);
    }

    @Test
    @Tag("S3-03")
    @DisplayName(
            "undone by bites: of a book of several bites nothing is left, and what another standing book says too stays")
    void severalBites() {
        StringBuilder book = new StringBuilder(HEADING);
        String firm = Brands.firm();
        for (int i = 0; i < 450; i++) {
            book.append(row(firm, "员工" + i, "1380000" + String.format(java.util.Locale.ROOT, "%04d", i)));
        }
        String small = HEADING + row(firm, "员工7", "13800000007");
        String first = taken(REP, "大" + firm + ".csv", book.toString());
        String second = taken(REP, "小" + firm + ".csv", small);
        String customer = customerOf(second, 2);
        assertThat(row(DESK, second, 2).change()).isEqualTo("NEW");

        undone(REP, first);

        assertThat(customer(customer).sources()).hasSize(1);
        assertThat(sowing.one("select count(*) from imports.row where book_id = :id and not undone", first))
                .isEqualTo("0");
        assertThat(sowing.one(
                        "select count(*) from customers.membership m join imports.row r on r.source_record_id = m.source_record_id where r.book_id = :id and m.until is null",
                        first))
                .isEqualTo("1");

        undone(REP, second);
        assertThat(customer(customer).withdrawnAt()).isNotNull();
        String again = taken(REP, "再" + firm + ".csv", small);
        assertThat(customerOf(again, 2)).isEqualTo(customer);
    }
}
