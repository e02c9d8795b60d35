package org.tongqu.routes.in;

import org.tongqu.connectors.canon.Refusal;

/** What the SOAP inlet says to a request that is no call at all. */
final class SoapWords {
    private SoapWords() {}

    static Refusal notHere() {
        return new Refusal(
                "",
                "NOT_FOUND",
                "此处没有服务;WSDL 在 /ws/factory?wsdl",
                "there is no service here; the WSDL is at /ws/factory?wsdl");
    }

    static Refusal method() {
        return new Refusal("", "METHOD_NOT_ALLOWED", "此地址只接受 GET 与 POST", "this address takes GET and POST only");
    }

    static Refusal type() {
        return new Refusal(
                "",
                "UNSUPPORTED_TYPE",
                "只接受 SOAP 1.1:Content-Type 为 text/xml,不带附件、不压缩,SOAPAction 至多一个",
                "only SOAP 1.1 is taken: Content-Type text/xml, no attachments, not compressed, at most one SOAPAction");
    }

    static Refusal tooLarge(int max) {
        int mib = max / 1024 / 1024;
        return new Refusal(
                "",
                "TOO_LARGE",
                "信封超过 " + mib + " MiB,请分几次发送",
                "the envelope is larger than " + mib + " MiB; send it in several parts");
    }
}
