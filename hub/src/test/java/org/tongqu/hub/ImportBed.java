package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.imports.ImportsPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

/** People with address books of firms that exist in one test alone. */
abstract class ImportBed extends HubTest {
    static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);
    static final Sender REP = new Sender("rep-ne-1", Sender.Role.REP, "NE", null);
    static final String HEADING = "公司,姓名,手机,职务,地址,城市,省份,税号,备注\n";
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 90_000_000));

    @Autowired
    AddressBooks books;

    @Autowired
    ImportsPages imports;

    @Autowired
    Customers customers;

    @Autowired
    CustomersPages shown;

    @Autowired
    Sowing sowing;

    static String mobile() {
        return "139" + String.format(java.util.Locale.ROOT, "%08d", NEXT.incrementAndGet());
    }

    static String row(String firm, String contact, String phone) {
        return firm + "," + contact + "," + phone + ",采购经理,,沈阳市,辽宁省,,老客户\n";
    }

    /** Handed in and weighed. */
    String ready(Sender by, String name, String text) {
        return ready(by, name, text.getBytes(StandardCharsets.UTF_8));
    }

    String ready(Sender by, String name, byte[] file) {
        AddressBooks.Answer answer = books.handIn(by, name, file);
        assertThat(answer.refusal()).isNull();
        String id = java.util.Objects.requireNonNull(answer.id());
        until(id, AddressBooks.State.READY);
        return id;
    }

    String taken(Sender by, String name, String text) {
        String id = ready(by, name, text);
        assertThat(books.accept(by, id, true)).isEmpty();
        until(id, AddressBooks.State.TAKEN);
        return id;
    }

    void undone(Sender by, String id) {
        assertThat(books.undo(by, id, "传错了文件")).isEmpty();
        until(id, AddressBooks.State.UNDONE);
    }

    void until(String id, AddressBooks.State state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> line(id).state() == state);
    }

    ImportsPages.ImportLine line(String id) {
        return imports.one(DESK, id).orElseThrow().line();
    }

    /** By row, its verdict. */
    Map<Long, String> verdicts(String id) {
        Map<Long, String> verdicts = new TreeMap<>();
        imports.rows(DESK, id, null, Window.first(200))
                .items()
                .forEach(row -> verdicts.put(row.rowNo(), String.valueOf(row.verdict())));
        return verdicts;
    }

    ImportsPages.RowShown row(Sender reader, String id, long rowNo) {
        return imports.rows(reader, id, null, Window.first(200)).items().stream()
                .filter(row -> row.rowNo() == rowNo)
                .findFirst()
                .orElseThrow();
    }

    String customerOf(String id, long rowNo) {
        String record = java.util.Objects.requireNonNull(row(DESK, id, rowNo).sourceRecordId());
        return wall.read(Scope.WORKER, () -> customers.customerOf(record)).orElseThrow();
    }

    CustomersPages.Customer customer(String id) {
        return shown.customer(DESK, id).orElseThrow();
    }

    /** Everything the store of customers knows, counted. */
    String state() {
        return sowing.one("""
                select (select count(*) from customers.source_record) || ' ' || (select count(*) from customers.customer) || ' '
                    || (select count(*) from customers.membership) || ' ' || (select count(*) from customers.golden_value) || ' '
                    || (select count(*) from matching.record) || ' ' || (select count(*) from matching.key) || ' '
                    || (select count(*) from matching.link) || ' ' || (select count(*) from customers.doubt) || :id
                """, "");
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
