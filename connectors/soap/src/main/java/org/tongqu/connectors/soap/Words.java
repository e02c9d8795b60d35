package org.tongqu.connectors.soap;

import javax.xml.namespace.QName;
import org.tongqu.connectors.canon.Refusal;

/** Every refusal this connector can speak, in both languages; the words of parsers and of CXF never reach a caller. */
final class Words {
    private Words() {}

    private static Refusal whole(String code, String zh, String en) {
        return new Refusal("", code, zh, en);
    }

    static Refusal doctype() {
        return whole("DOCTYPE", "不接受 DOCTYPE 与实体声明,请去掉", "a DOCTYPE or entity declaration is not accepted; remove it");
    }

    static Refusal entity() {
        return whole("ENTITY", "不接受自定义实体,请写出文字本身", "entities of your own are not accepted; write the text itself");
    }

    static Refusal instruction() {
        return whole("INSTRUCTION", "信封中不能有处理指令,请去掉", "an envelope holds no processing instruction; remove it");
    }

    static Refusal headerTooLarge(int kib) {
        return whole(
                "HEADER_TOO_LARGE",
                "SOAP 头超过 " + kib + " KiB,请只放凭证",
                "the SOAP header is larger than " + kib + " KiB; put nothing but the credential in it");
    }

    static Refusal oneBody() {
        return whole(
                "ONE_BODY",
                "信封只能有一个 Header 和其后的一个 Body",
                "an envelope holds at most one Header and then exactly one Body");
    }

    static Refusal onePayload() {
        return whole("ONE_PAYLOAD", "Body 中只能有一个元素", "a Body holds exactly one element");
    }

    static Refusal badXml(int line, int column) {
        return whole(
                "BAD_XML",
                "不是合法的 XML 信封(第 %d 行第 %d 列附近),请检查后重发".formatted(line, column),
                "not a well-formed XML envelope (near line %d, column %d); check it and send again"
                        .formatted(line, column));
    }

    static Refusal limit() {
        return whole(
                "LIMIT_EXCEEDED",
                "超出限度:嵌套至多 %d 层,元素至多 %d 个,每个元素属性至多 %d 个,单个文本至多 %d 字"
                        .formatted(
                                HardenedXml.MAX_DEPTH,
                                HardenedXml.MAX_ELEMENTS,
                                HardenedXml.MAX_ATTRIBUTES,
                                HardenedXml.MAX_TEXT),
                "over the limit: at most %d levels, %d elements, %d attributes an element, %d characters a text"
                        .formatted(
                                HardenedXml.MAX_DEPTH,
                                HardenedXml.MAX_ELEMENTS,
                                HardenedXml.MAX_ATTRIBUTES,
                                HardenedXml.MAX_TEXT));
    }

    static Refusal noEnvelope() {
        return whole(
                "NOT_SOAP_11",
                "只接受 SOAP 1.1 信封(http://schemas.xmlsoap.org/soap/envelope/)",
                "only SOAP 1.1 envelopes are taken (http://schemas.xmlsoap.org/soap/envelope/)");
    }

    static Refusal mustUnderstand() {
        return whole(
                "MUST_UNDERSTAND",
                "信封带有通衢不认识而又必须理解的头,请去掉其 mustUnderstand",
                "the envelope has a header that must be understood and is not known here; take mustUnderstand off it");
    }

    static Refusal unknownOperation() {
        return whole(
                "UNKNOWN_OPERATION",
                "Body 中的元素不是本服务的操作,请对照 WSDL(命名空间 " + Contract.NAMESPACE + ")",
                "the element in the Body is no operation of this service; compare the WSDL (namespace "
                        + Contract.NAMESPACE + ")");
    }

    static Refusal otherAction(Operation operation) {
        return whole(
                "OTHER_ACTION",
                "SOAPAction 与 Body 不符,应为 " + operation.action(),
                "SOAPAction does not fit the Body; it should be " + operation.action());
    }

    static Refusal noCredential() {
        return whole(
                "NO_CREDENTIAL",
                "没有凭证:请用 HTTP Basic,或 WS-Security UsernameToken(PasswordDigest、Nonce、Created)",
                "no credential: use HTTP Basic, or a WS-Security UsernameToken with PasswordDigest, Nonce and Created");
    }

    static Refusal badToken() {
        return whole(
                "BAD_TOKEN",
                "UsernameToken 须恰有一个,含 Username、PasswordDigest 类型的 Password、Nonce 与 Created;不接受明文口令与其他令牌",
                "there must be exactly one UsernameToken with Username, a Password of type PasswordDigest, Nonce and Created; plain passwords and other tokens are not accepted");
    }

    static Refusal wrongCredential() {
        return whole(
                "UNKNOWN_CREDENTIAL",
                "用户名或摘要不对,或已停用,请与管理员核对",
                "the user name or digest is wrong, or it is switched off; check with the administrator");
    }

    static Refusal staleToken(long seconds) {
        return whole(
                "STALE_TOKEN",
                "Created 与通衢的时间相差超过 " + seconds + " 秒,请校准时钟,每次调用重新生成",
                "Created is more than " + seconds
                        + " seconds away from the hub's time; set your clock and make a new token for each call");
    }

    static Refusal replayedToken() {
        return whole(
                "REPLAYED_TOKEN",
                "这个 Nonce 已用过,请为每次调用(包括重发)生成新的 Nonce",
                "this Nonce was used before; make a new one for each call, repeats included");
    }

    static Refusal notAFactory(String role) {
        return whole(
                "NOT_ALLOWED",
                "角色 " + role + " 无权调用;此服务只供工厂使用",
                "role " + role + " may not call this; it is for factories only");
    }

    static Refusal ourFault(String number) {
        return whole(
                "HUB_FAULT",
                "通衢自身出错,编号 " + number + ",没有留存;可以重发,若仍出错请把编号告知管理员",
                "our own fault, number " + number
                        + "; nothing was kept. Sending again is safe; if it happens again, tell the administrator the number");
    }

    static Refusal schema(String pointer, String rule, String expected) {
        return new Refusal(
                pointer,
                "SCHEMA",
                "不符合 tongqu-1.xsd(规则 " + rule + ")" + (expected.isEmpty() ? "" : ",此处可有:" + expected) + ",请对照后改正",
                "does not fit tongqu-1.xsd (rule " + rule + ")"
                        + (expected.isEmpty() ? "" : "; allowed here: " + expected) + "; compare and correct it");
    }

    static Refusal noDocument(QName found) {
        return whole(
                "UNKNOWN_DOCUMENT",
                "不认识的文档 " + found.getLocalPart() + ",请对照 tongqu-1.xsd",
                "no known document: " + found.getLocalPart() + "; compare tongqu-1.xsd");
    }
}
