package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

@DisplayName("A file that nobody verified asks for upkeep, and a thin one says what it lacks")
class UpkeepTest extends CareBed {
    @Autowired
    private CustomersPagesStore pagesStore;

    @Autowired
    private CustomerStore customerStore;

    @Autowired
    private FilesStore filesStore;

    @Autowired
    private Confidences confidences;

    @Autowired
    private FindingStore finding;

    @Autowired
    private MembershipStore memberships;

    @Autowired
    private Matching matching;

    private final HandClock clock = new HandClock(Clock.systemUTC().instant().plusSeconds(60));

    @Test
    @DisplayName(
            "31 days after it was made it asks on opening and in the list, and not a day before; a visit clears it")
    @Tag("S1-02")
    void afterAMonth() {
        String name = firm();
        String customer = customerOf(hear(Word.factory(name)));
        clock.pass(Duration.ofDays(30));
        assertThat(upkeep(customer).over()).isFalse();
        assertThat(listed(customer)).isFalse();

        clock.pass(Duration.ofDays(2));
        assertThat(upkeep(customer).over()).isTrue();
        assertThat(upkeep(customer).days()).isEqualTo(32);
        assertThat(upkeep(customer).period()).isEqualTo(31);
        assertThat(listed(customer)).isTrue();
        assertThat(line(customer).stale()).isTrue();

        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "update customers.customer set created_at = created_at - interval '90 days' where id = :id")
                        .param("id", customer)
                        .update());
        hear(new Word(Customers.SourceKind.VISIT, "NE", Word.visit(name).said(), daysAgo(3), null));
        clock.pass(Duration.ofDays(-32));
        assertThat(upkeep(customer).days()).isEqualTo(3);
        assertThat(upkeep(customer).over()).isFalse();
        assertThat(listed(customer)).isFalse();
    }

    @Test
    @DisplayName(
            "another month later it asks again, and a visit that says nothing new clears it too; a factory's word does not")
    @Tag("S1-02")
    void aVisitThatSaysTheSame() {
        String name = firm();
        String customer = old(customerOf(hear(Word.visit(name))));
        assertThat(upkeep(customer).over()).isTrue();

        hear(Word.factory(name).city("沈阳市"));
        assertThat(upkeep(customer).over()).as("no person looked at it").isTrue();

        hear(new Word(Customers.SourceKind.VISIT, "NE", Word.visit(name).said(), daysAgo(1), null));
        assertThat(shown(customer).sources()).as("nothing new was said").hasSize(2);
        assertThat(upkeep(customer).days()).isEqualTo(1);
    }

    @Test
    @DisplayName("each kind of customer has its own period, and the period can be set")
    @Tag("S1-02")
    void perKindOfCustomer() {
        UpkeepPeriods periods = new UpkeepPeriods(Duration.ofDays(14), Duration.ofDays(60), Duration.ofDays(93), clock);
        var kept = org.tongqu.hub.platform.Columns.utc(clock.instant().minus(Duration.ofDays(20)));

        assertThat(periods.over("PROSPECT", kept)).isTrue();
        assertThat(periods.over("ACTUAL", kept)).isFalse();
        assertThat(periods.days(kept)).isEqualTo(20);
    }

    @Test
    @DisplayName(
            "a person of its region or the desk says that it holds, by the button; nobody else, and no form from elsewhere")
    @Tag("S1-02")
    void verified() throws Exception {
        String customer = old(customerOf(hear(Word.visit(firm()))));
        assertThat(page("rep-ne-1", "/customers/" + customer)).contains("天没有核对", "核对无误");
        assertThat(page("rep-ne-1", "/customers?stale=true")).contains("/customers/" + customer);
        assertThat(caller("rep-ne-1")
                        .get("/api/v1/customers?stale=true&limit=200")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(customer);
        String path = "/customers/" + customer + "/verify";

        assertThat(send("rep-e-1", path).getStatus()).isEqualTo(404);
        for (String login : new String[] {"auditor", "admin", "factory-crane", "agent-a001"}) {
            assertThat(send(login, path).getStatus()).as(login).isEqualTo(403);
        }
        assertThat(sendWithoutToken("rep-ne-1", path).getStatus()).isEqualTo(403);
        assertThat(upkeep(customer).over()).isTrue();

        assertThat(send("rep-ne-1", path).getRedirectedUrl()).isEqualTo("/customers/" + customer);
        assertThat(upkeep(customer).over()).isFalse();
        assertThat(page("rep-ne-1", "/customers/" + customer)).doesNotContain("天没有核对");
        assertThat(page("rep-ne-1", "/customers?stale=true")).doesNotContain("/customers/" + customer);
        assertThat(page("auditor", "/customers/" + customer)).doesNotContain("核对无误");
    }

    @Test
    @DisplayName("partners neither see nor ask what needs upkeep")
    void notForPartners() throws Exception {
        String name = firm();
        String customer = old(customerOf(hear(Word.agent(name))));

        assertThat(page("agent-a001", "/customers/" + customer)).contains(name).doesNotContain("天没有核对", "上次核对");
        assertThat(caller("agent-a001")
                        .get("/api/v1/customers?stale=true")
                        .json()
                        .path("items")
                        .findValuesAsText("stale"))
                .doesNotContain("true");
    }

    @Test
    @DisplayName("completeness rises with what counts and not with what says nothing, and names what is missing")
    @Tag("S1-02")
    void completeness() {
        String name = firm();
        String customer = customerOf(hear(Word.visit(name).contact("廖工", "00000000", "无")));
        Completeness thin = files.file(DESK, shown(customer)).completeness();
        assertThat(thin.percent()).as("name 20, province 10, contact 10").isEqualTo(40);
        assertThat(thin.missing()).containsExactly("uscc", "city", "address");
        assertThat(thin.doubtful()).containsExactly("contactPhone", "contactTitle");

        hear(Word.factory(name).uscc(miswritten(uscc())));
        assertThat(files.file(DESK, shown(customer)).completeness().percent()).isEqualTo(40);
        hear(Word.visit(name)
                .uscc(uscc())
                .city("沈阳市")
                .contact("廖工", "13912345678", "科长")
                .days(1));
        assertThat(files.file(DESK, shown(customer)).completeness().percent()).isEqualTo(85);
        care.pin(DESK, customer, "address", "铁西区景星北街 1 号", "营业执照");
        assertThat(files.file(DESK, shown(customer)).completeness())
                .isEqualTo(new Completeness(100, List.of(), List.of()));
        assertThat(line(customer).completeness()).isEqualTo(100);
    }

    /** Made and last heard of long ago. */
    private String old(String customer) {
        wall.run(Scope.WORKER, () -> jdbc.sql("""
                        update customers.customer set created_at = created_at - interval '90 days', kept_at = kept_at - interval '90 days'
                        where id = :id
                        """).param("id", customer).update());
        return customer;
    }

    private Instant daysAgo(int days) {
        return Clock.systemUTC().instant().minus(Duration.ofDays(days));
    }

    private UpkeepPeriods periods() {
        return new UpkeepPeriods(Duration.ofDays(31), Duration.ofDays(31), Duration.ofDays(93), clock);
    }

    private CustomerFiles.Upkeep upkeep(String customer) {
        CustomerFiles later = new CustomerFiles(filesStore, pages, customerStore, care, periods(), wall);
        return Objects.requireNonNull(later.file(DESK, shown(customer)).upkeep());
    }

    private CustomersPages later() {
        return new CustomersPages(
                pagesStore, finding, customerStore, memberships, matching, confidences, periods(), wall);
    }

    private boolean listed(String customer) {
        return later().customers(DESK, new CustomersPages.Sought(null, true), justAbove(customer)).items().stream()
                .anyMatch(line -> line.id().equals(customer));
    }

    private CustomersPages.CustomerLine line(String customer) {
        return later().customers(DESK, CustomersPages.Sought.ALL, justAbove(customer))
                .items()
                .getFirst();
    }

    private Window justAbove(String customer) {
        return new Window(1, String.valueOf(shown(customer).number() + 1));
    }
}
