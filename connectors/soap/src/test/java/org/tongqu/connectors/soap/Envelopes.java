package org.tongqu.connectors.soap;

/** Envelopes as a factory would write them. */
final class Envelopes {
    private Envelopes() {}

    static String around(String payload) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + payload
                + "</soap:Body></soap:Envelope>";
    }

    static String order(String orderNo) {
        return around("""
                <t:SubmitOrder xmlns:t="urn:tongqu:factory:1"><t:order>
                  <t:orderNo>%s</t:orderNo><t:orderedAt>2026-03-02T09:30:00+08:00</t:orderedAt>
                  <t:customer><t:name>沈阳第一机床厂</t:name><t:province>辽宁省</t:province></t:customer>
                  <t:currency>CNY</t:currency>
                  <t:lines><t:lineNo>1</t:lineNo><t:productCode>CK6150</t:productCode><t:qty> 2.00 </t:qty><t:unitPrice>380000</t:unitPrice></t:lines>
                  <t:lines><t:lineNo>2</t:lineNo><t:productCode>QD20</t:productCode><t:qty>1</t:qty><t:unitPrice>465000.00</t:unitPrice></t:lines>
                </t:order></t:SubmitOrder>""".formatted(orderNo));
    }
}
