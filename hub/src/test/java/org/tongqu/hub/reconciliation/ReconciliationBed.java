package org.tongqu.hub.reconciliation;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.PagesBed;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.customers.Stewardship;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

/** An agent, a firm and a product of each test's own, and the three who speak of them. */
abstract class ReconciliationBed extends PagesBed {
    static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);
    static final Sender MANAGER = new Sender("mgr-ne", Sender.Role.MANAGER, "NE", null);
    private static final String HEADING = "报表编号,行号,销售日期,客户名称,省份,城市,产品编码,数量,合同号,单位\n";

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    CellStore cells;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Scores scores;

    @Autowired
    Stewardship stewardship;

    String tag = "";
    String agent = "";
    String firm = "";
    String product = "";

    @BeforeEach
    void anAgentAFirmAndAProduct() {
        tag = "R%05d".formatted(Sowing.number());
        agent = "agent-" + tag.toLowerCase(java.util.Locale.ROOT);
        firm = Brands.firm();
        product = "CK" + tag;
        Caller.Answer answer = Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"对账%s代理\",\"region\":\"NE\"}"
                                .formatted(agent, tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** A sale in an agent's report. */
    record Sale(String day, String firm, String product, String qty, String contract, String unit) {}

    Sale sale(String day, String qty) {
        return new Sale(day, firm, product, qty, "", "");
    }

    /** The agent's report of a number; a line that comes again under its number stands in place of the one before. */
    String reports(String reportNo, Sale... sales) {
        StringBuilder file = new StringBuilder(HEADING);
        for (int n = 0; n < sales.length; n++) {
            Sale each = sales[n];
            file.append("%s-%s,%d,%s,%s,辽宁省,沈阳市,%s,%s,%s,%s\n"
                    .formatted(
                            tag,
                            reportNo,
                            n + 1,
                            each.day(),
                            each.firm(),
                            each.product(),
                            each.qty(),
                            each.contract(),
                            each.unit()));
        }
        return sowing.file(agent, "report-" + tag + "-" + Sowing.number() + ".csv", file.toString());
    }

    String ships(String day, String qty) {
        return ships(day, qty, firm, product);
    }

    /** An order through the agent, shipped on that day. */
    String ships(String day, String qty, String to, String what) {
        String number = tag + "-" + Sowing.number();
        return sowing.order("factory-mt1", """
                {"orderNo":"%1$s","orderedAt":"%2$sT08:00:00+08:00","customer":{"name":"%3$s","province":"辽宁省","city":"沈阳市"},
                 "agent":"%4$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"%5$s","productClass":"MACHINE_TOOL","qty":"%6$s","unitPrice":"1000.00"}],
                 "shipments":[{"shipmentNo":"S-%1$s","shippedAt":"%2$sT09:00:00+08:00","lines":[{"lineNo":"1","qty":"%6$s"}]}]}
                """.formatted(number, day, to, agent, what, qty));
    }

    String states(String month, String qty) {
        return states(month, qty, firm);
    }

    /** A visit on which the customer says what it bought. */
    String states(String month, String qty, String who) {
        return statesOn("2026-06-02", month, qty, who);
    }

    /** The same on a day of its own. */
    String statesOn(String day, String month, String qty, String who) {
        return sowing.visit(
                "rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"rep-ne-1","visitedAt":"%8$sT09:30:00+08:00",
                 "customer":{"name":"%3$s","province":"辽宁省","city":"沈阳市"},
                 "salesStatements":[{"productCode":"%4$s","qty":"%5$s","boughtFrom":"%6$s","month":"%7$s"}]}
                """.formatted(tag, Sowing.number(), who, product, qty, agent, month, day));
    }

    /** All cases of the agent, oldest first, when all that was told is held against each other. */
    List<Discrepancies.Line> cases() {
        quiet();
        List<Discrepancies.Line> all = new ArrayList<>(discrepancies
                .list(DESK, new Discrepancies.Sought(null, agent, null, null), Window.first(200))
                .items());
        all.sort(comparing(Discrepancies.Line::number));
        return all;
    }

    List<Discrepancies.Line> open() {
        return cases().stream()
                .filter(line -> line.state() == Discrepancies.State.OPEN)
                .toList();
    }

    Discrepancies.Line only() {
        List<Discrepancies.Line> open = open();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    Discrepancies.Whole whole(Discrepancies.Line line) {
        return discrepancies.find(DESK, line.id()).orElseThrow();
    }

    void quiet() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> wall.read(
                        Scope.WORKER,
                        () -> jdbc.sql("""
                        select not exists (select 1 from reconciliation.touched)
                            and not exists (select 1 from reconciliation.score where stale and agent = :agent)
                        """)
                                .param("agent", agent)
                                .query(Boolean.class)
                                .single()));
    }

    static BigDecimal units(String figure) {
        return new BigDecimal(figure);
    }
}
