package org.tongqu.bench.inlets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import org.tongqu.bench.stage.Line;

/** {@code SubmitOrder} of the hub's SOAP service with a digest over the partner's secret, the same orders as by REST. */
record SoapInlet(RestInlet hub, UsernameToken token) implements Inlet {
    @Override
    public String name() {
        return "soap";
    }

    @Override
    public String zh() {
        return "通衢 SOAP";
    }

    @Override
    public String en() {
        return "the hub's SOAP";
    }

    @Override
    public Line line() {
        return new Line(hub.hub().port(), "/ws/factory", "text/xml;charset=UTF-8", "");
    }

    @Override
    public byte[] order(String orderNo) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>%s</s:Header><s:Body>
                <SubmitOrder xmlns="urn:tongqu:factory:1"><order>
                 <orderNo>%s</orderNo><orderedAt>2026-03-20T10:00:00+08:00</orderedAt><zone>东北区</zone>
                 <customer><name>%s</name><province>辽宁省</province><city>沈阳市</city>
                  <contact><name>王工</name><phone>13900000000</phone><title>设备科长</title></contact></customer>
                 <currency>CNY</currency>
                 <lines><lineNo>1</lineNo><productCode>CK6150</productCode><productClass>MACHINE_TOOL</productClass><model>CK6150</model>
                  <qty>2</qty><unitPrice>380000.00</unitPrice></lines>
                </order></SubmitOrder></s:Body></s:Envelope>
                """.formatted(token.xml(), orderNo, OrderText.customer(orderNo)).getBytes(UTF_8);
    }

    @Override
    public boolean isTaken(Line.Answer answer) {
        return answer.status() == 200 && answer.body().contains(">RECEIVED<");
    }

    @Override
    public long kept() throws SQLException {
        return hub.kept();
    }

    @Override
    public void finish() throws SQLException, InterruptedException {
        hub.finish();
    }

    @Override
    public long pid() {
        return hub.pid();
    }
}
