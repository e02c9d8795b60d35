package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A factory's orders by SOAP")
class SoapOrdersTest extends HubTest {
    @Autowired
    private Sowing sowing;

    private SoapCaller factory;

    @BeforeEach
    void call() {
        factory = new SoapCaller(port);
    }

    @Test
    @DisplayName("are kept, answered by a receipt, and take effect as orders by REST do")
    void takeEffect() {
        String orderNo = "SOAP-" + Sowing.number();
        SoapCaller.Heard heard = factory.withBasic("factory-mt1", "demo", order(orderNo));
        assertThat(heard.word()).as(heard.text()).isEqualTo("RECEIVED");
        sowing.applied(heard.messageId());
        Caller.Answer message = Caller.as(port, "factory-mt1").get("/api/v1/messages/" + heard.messageId());
        assertThat(message.json().path("channel").asText()).isEqualTo("SOAP");
        assertThat(message.json().path("outcome").asText()).isEqualTo("TAKEN");
    }

    static String order(String orderNo) {
        return """
                <SubmitOrder><order><orderNo>%s</orderNo><orderedAt>2026-03-02T09:30:00+08:00</orderedAt>
                  <customer><name>沈阳第一机床厂</name><province>辽宁省</province></customer><currency>CNY</currency>
                  <lines><lineNo>1</lineNo><productCode>CK6150</productCode><productClass>MACHINE_TOOL</productClass><qty>2</qty><unitPrice>380000.00</unitPrice></lines>
                </order></SubmitOrder>""".formatted(orderNo);
    }
}
