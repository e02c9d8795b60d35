package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.platform.Scope;

@DisplayName("Who may call by SOAP")
class SoapMatrixTest extends HubTest {
    private static final Map<String, String> OPERATIONS = Map.of(
            "SubmitOrder", SoapOrdersTest.order("MATRIX-1", "1"),
            "ReportMilestone",
                    "<ReportMilestone><orderNo>MATRIX-1</orderNo><milestones><kind>MADE</kind><at>2026-03-03T09:00:00+08:00</at></milestones></ReportMilestone>",
            "ReportShipment",
                    "<ReportShipment><orderNo>MATRIX-1</orderNo><shipments><shipmentNo>S</shipmentNo><shippedAt>2026-03-03T09:00:00+08:00</shippedAt></shipments></ReportShipment>",
            "ReportPayment",
                    "<ReportPayment><orderNo>MATRIX-1</orderNo><payments><paymentNo>P</paymentNo><amount>1</amount><receivedAt>2026-03-03T09:00:00+08:00</receivedAt></payments></ReportPayment>",
            "AcknowledgeDemand",
                    "<AcknowledgeDemand><acknowledgement><demandId>nobody's</demandId><at>2026-03-03T09:00:00+08:00</at></acknowledgement></AcknowledgeDemand>",
            "AnswerDemand",
                    "<AnswerDemand><answer><demandId>nobody's</demandId><at>2026-03-03T09:00:00+08:00</at><refusal><reason>满</reason></refusal></answer></AnswerDemand>",
            "FetchDemands", "<FetchDemands><max>1</max></FetchDemands>");

    private static final List<String> STRANGERS =
            List.of("admin", "desk", "auditor", "mgr-ne", "rep-ne-1", "branch-ne", "tech1", "agent-a001");

    @Autowired
    private Sowing sowing;

    private SoapCaller caller() {
        return new SoapCaller(port);
    }

    static Stream<String> operations() {
        return OPERATIONS.keySet().stream().sorted();
    }

    static Stream<Arguments> strangers() {
        return STRANGERS.stream().flatMap(login -> operations().map(operation -> Arguments.of(login, operation)));
    }

    @ParameterizedTest(name = "{0} calls {1}")
    @MethodSource("strangers")
    @DisplayName("nobody but a factory, however well signed in")
    void strangersMayNot(String login, String operation) {
        SoapCaller.Heard heard = caller().withBasic(login, "demo", payload(operation));
        assertThat(heard.word()).as(heard.text()).isEqualTo("NOT_ALLOWED");
        assertThat(heard.text()).contains("FailedAuthentication");
    }

    @ParameterizedTest(name = "a factory calls {0}")
    @MethodSource("operations")
    @DisplayName("a factory, by HTTP Basic, by its key and by a digest")
    void factoriesMay(String operation) {
        for (SoapCaller.Heard heard : List.of(
                caller().withBasic("factory-crane", "demo", payload(operation)),
                caller().withToken(SoapCaller.token("factory-crane", "demo"), payload(operation)))) {
            assertThat(heard.text()).doesNotContain("FailedAuthentication", "NOT_ALLOWED", "HUB_FAULT", "Problem");
        }
    }

    @ParameterizedTest(name = "nobody calls {0}")
    @MethodSource("operations")
    @DisplayName("not without a credential, with a wrong one, a plain password, a stale token or one that was used")
    void wrongCredentials(String operation) {
        String payload = payload(operation);
        assertThat(caller().post(SoapCaller.envelope("", payload)).word()).isEqualTo("NO_CREDENTIAL");
        SoapCaller.Heard wrong = caller().withBasic("factory-crane", "wrong", payload);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.word()).isEqualTo("UNKNOWN_CREDENTIAL");
        assertThat(caller().withToken(SoapCaller.token("factory-crane", "wrong"), payload)
                        .word())
                .isEqualTo("UNKNOWN_CREDENTIAL");
        assertThat(caller().withToken(SoapCaller.token("admin", "demo"), payload)
                        .word())
                .isEqualTo("UNKNOWN_CREDENTIAL");
        String plain = SoapCaller.token(
                "factory-crane",
                "PasswordText",
                "demo",
                "bm9uY2U=",
                Instant.now().toString());
        assertThat(caller().withToken(plain, payload).word()).isEqualTo("BAD_TOKEN");
        String stale = SoapCaller.token(
                "factory-crane",
                "demo",
                "n" + Sowing.number(),
                Instant.now().minusSeconds(400).toString());
        assertThat(caller().withToken(stale, payload).word()).isEqualTo("STALE_TOKEN");
        String once = SoapCaller.token("factory-crane", "demo");
        caller().withToken(once, payload);
        assertThat(caller().withToken(once, payload).word()).isEqualTo("REPLAYED_TOKEN");
    }

    private static String payload(String operation) {
        return java.util.Objects.requireNonNull(OPERATIONS.get(operation));
    }

    @Test
    @DisplayName("the WSDL is read by anybody; nothing else is there to be read")
    void wsdlIsOpen() {
        Caller nobody = Caller.nobody(port);
        Caller.Answer wsdl = nobody.get("/ws/factory?wsdl");
        assertThat(wsdl.status()).isEqualTo(200);
        assertThat(wsdl.text())
                .contains(
                        url("/ws/factory"), "schemaLocation=\"" + url("/ws/factory?xsd=tongqu-1.xsd\""), "SubmitOrder");
        assertThat(nobody.get("/ws/factory?xsd=tongqu-1.xsd").text())
                .contains("targetNamespace=\"urn:tongqu:factory:1\"");
        assertThat(nobody.get("/ws/factory-inbox?wsdl").text()).contains("DeliverDemand");
        for (String path : List.of(
                "/ws/",
                "/ws/factory",
                "/ws/factory?xsd=../wsdl/factory.wsdl",
                "/ws/factory?xsd=/etc/passwd",
                "/ws/services")) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "a new factory is told its secret once, a changed one counts at once, and a factory switched off is out at once")
    void secretsChange() {
        Caller admin = Caller.as(port, "admin");
        String code = "soap-" + Sowing.number();
        Caller.Answer entered = admin.post(
                "/api/v1/partners", "{\"code\":\"%s\",\"kind\":\"FACTORY\",\"name\":\"新厂\"}".formatted(code));
        String secret = entered.json().path("soapSecret").asText();
        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(fetches(code, secret)).isEqualTo(200);
        Caller.Answer changed = admin.put("/api/v1/partners/" + code + "/soap-secret", "{\"secret\":\"another-one\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(fetches(code, secret)).isEqualTo(500);
        assertThat(fetches(code, "another-one")).isEqualTo(200);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update partners.partner set active = false where code = :code")
                        .param("code", code)
                        .update());
        assertThat(fetches(code, "another-one")).isEqualTo(500);
    }

    private int fetches(String code, String secret) {
        return caller().withToken(SoapCaller.token(code, secret), payload("FetchDemands"))
                .status();
    }

    @Test
    @DisplayName("only admin changes a secret, only a factory has one, and no secret lies open in the store")
    void secretsAreGuarded() {
        String path = "/api/v1/partners/factory-crane/soap-secret";
        STRANGERS.stream()
                .filter(login -> !login.equals("admin"))
                .forEach(login -> assertThat(Caller.as(port, login)
                                .put(path, "{\"secret\":\"stolen\"}")
                                .status())
                        .as(login)
                        .isEqualTo(403));
        Caller admin = Caller.as(port, "admin");
        assertThat(admin.put(path, "{\"secret\":\"ü\"}").status()).isEqualTo(422);
        assertThat(admin.put("/api/v1/partners/agent-a001/soap-secret", "{\"secret\":\"demo\"}")
                        .status())
                .isEqualTo(422);
        assertThat(admin.put("/api/v1/partners/nobody-here/soap-secret", "{\"secret\":\"demo\"}")
                        .status())
                .isEqualTo(404);
        assertThat(sowing.one(
                        "select encode(sealed, 'escape') from partners.soap_secret where partner = :id",
                        "factory-crane"))
                .doesNotContain("demo");
    }
}
