package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.hub.platform.HandedReadings;
import org.tongqu.hub.platform.Scope;

@DisplayName("Before the disk is full the hub takes nothing new, and nothing is lost by it:")
class BackpressureTest extends HubTest {
    private static final String QUEUE_ROAD = "queue of ";

    @Autowired
    private HandedReadings readings;

    @Autowired
    private Sluice sluice;

    @Autowired
    private Sowing sowing;

    @Autowired
    private CamelContext camel;

    @Value("${tongqu.broker.url}")
    private String broker;

    private final String code = "press-" + Long.toString(System.nanoTime(), 36);
    private String key = "";

    @BeforeEach
    void aFactoryWithQueues() {
        Caller admin = Caller.as(port, "admin");
        key = admin.post("/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"闸门厂\"}".formatted(code))
                .json()
                .path("apiKey")
                .asText();
        admin.put("/api/v1/partners/" + code + "/endpoint", "{\"kind\":\"JMS\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> road() == ServiceStatus.Started);
    }

    @AfterEach
    void asItIs() {
        readings.measured();
        await().until(() -> sluice.state() instanceof Sluice.Open);
    }

    private ServiceStatus road() {
        return camel.getRouteController().getRouteStatus(QUEUE_ROAD + code);
    }

    private void shut() {
        readings.diskFree(0.01);
        await().until(() -> sluice.state() instanceof Sluice.Shut);
    }

    @Test
    @DisplayName("REST and SOAP hear 503 with Retry-After and are taken when they send the same again")
    void callers() {
        String order = QueuesTest.order(code + "-rest");
        String milestone = "<ReportMilestone><orderNo>" + code
                + "-rest</orderNo><milestones><kind>MADE</kind><at>2026-04-01T00:00:00Z</at></milestones></ReportMilestone>";
        shut();

        Caller.Answer refused = Caller.withKey(port, key).post("/api/v1/orders", order);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("BUSY");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        SoapCaller.Heard fault = new SoapCaller(port).withBasic(code, key, milestone);
        assertThat(fault.status()).isEqualTo(503);
        assertThat(fault.word()).isEqualTo("BUSY");
        assertThat(Caller.withKey(port, key).get("/api/v1/orders").status())
                .as("reading goes on")
                .isEqualTo(200);
        assertThat(kept()).isEqualTo("0");

        asItIs();
        Caller.Answer taken = Caller.withKey(port, key).post("/api/v1/orders", order);
        assertThat(taken.json().at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
        sowing.applied(taken.json().at("/receipts/0/messageId").asText());
        assertThat(new SoapCaller(port).withBasic(code, key, milestone).word()).isEqualTo("RECEIVED");
        assertThat(kept()).isEqualTo("2");
    }

    @Test
    @DisplayName(
            "a letter lies in its queue, where another hub could reach it, and is taken once when the sluice opens")
    void letters() {
        try (QueuePartner partner = QueuePartner.connected(broker, code, key)) {
            shut();
            await().atMost(Duration.ofSeconds(30)).until(() -> road() == ServiceStatus.Stopped);
            String sent = partner.send(line -> {
                var letter = line.createTextMessage(QueuesTest.order(code + "-jms"));
                letter.setStringProperty("kind", "ORDER");
                return letter;
            });
            assertThat(partner.heardAll()).isTrue();
            assertThat(kept()).isEqualTo("0");

            asItIs();
            assertThat(partner.answerTo(sent).at("/receipts/0/status").asText()).isEqualTo("RECEIVED");
            assertThat(partner.heardAll()).isTrue();
            assertThat(kept()).isEqualTo("1");
        }
    }

    @Test
    @DisplayName("a dropped file stays in in/ as it is, and is taken once when the sluice opens")
    void files() throws Exception {
        Path in = home.resolve("drop/agent-a001/in");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.isDirectory(in));
        shut();
        Path file = Files.writeString(in.resolve(code + ".csv"), file(code));
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file));
        assertThat(file).hasContent(file(code));

        asItIs();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(home.resolve("drop/agent-a001/done/" + code + ".csv")));
        assertThat(sowing.one("select count(*) from journal.message where name = :id", code + ".csv"))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("a file handed in by the browser is told so in words and put on no disk of ours")
    void uploads() {
        Visitor agent = Visitor.signedIn(port, "agent-a001");
        String token = agent.token("/upload");
        shut();
        var shown = agent.upload(token, code + ".csv", file(code).getBytes(StandardCharsets.UTF_8));
        String page = Visitor.text(shown);
        assertThat(shown.statusCode()).as(shown.uri() + " " + shown.headers()).isEqualTo(200);
        assertThat(page).contains("没有收下：通衢暂时不收新内容");
        assertThat(sowing.one("select count(*) from journal.message where name = :id", code + ".csv"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("health says in words that nothing new is taken, why and what to do, and monitoring reads a 2")
    void told() {
        shut();
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.page("/health")).contains("不收新的：磁盘将满", "清出磁盘，或换一块大的；够了会自己再收");
        assertThat(Caller.as(port, "auditor").get("/actuator/prometheus").text())
                .contains("tongqu_intake_gate 2.0");
    }

    @Test
    @DisplayName(
            "a database that says its own disk is full shuts the sluice for a while, wherever in the hub it said so")
    void theStoreIsFull() {
        assertThatThrownBy(() -> wall.run(Scope.WORKER, () -> jdbc.sql("""
                                do $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$
                                """).update()))
                .isInstanceOf(DataAccessException.class);
        await().until(() ->
                sluice.state() instanceof Sluice.Shut(var cause, var after) && cause == Sluice.Cause.STORE_FULL);
        assertThat(Caller.withKey(port, key)
                        .post("/api/v1/orders", QueuesTest.order(code))
                        .code())
                .isEqualTo("BUSY");
        await().atMost(Duration.ofSeconds(20)).until(() -> sluice.state() instanceof Sluice.Open);
    }

    private String kept() {
        return sowing.one("select count(*) from journal.message where partner = :id", code);
    }

    private static String file(String tag) {
        return "报表编号,行号,销售日期,客户名称,省份,产品编码,数量,单价\nB-" + tag + ",1,2026-02-11,沈阳" + tag + "机床厂,辽宁省,CK6150,5,380000\n";
    }
}
