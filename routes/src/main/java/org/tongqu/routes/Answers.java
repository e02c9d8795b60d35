package org.tongqu.routes;

import java.util.List;
import java.util.Map;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.rest.RecordJson;
import org.tongqu.connectors.rest.UplinkJson;

/** Every answer an inlet can give: receipts, or a problem ({@code application/problem+json}) in both languages. */
public final class Answers {
    static final Refusal STORE_AWAY = new Refusal(
            "",
            "STORE_AWAY",
            "存储暂不可用,内容没有留存,请稍后重发",
            "the store is not reachable; nothing was kept, send it again later");

    /** Fewer bytes came than were announced, or a chunk was broken. */
    public static final Refusal BROKEN_OFF = new Refusal(
            "",
            "BROKEN_OFF",
            "正文没有收全(比所声明的短或传输中断),没有留存,请重发",
            "the body ended before it was whole; nothing was kept, send it again");

    /** Half a minute, and a second more for every 16 KiB, was not enough for the body. */
    public static final Refusal TOO_SLOW = new Refusal(
            "",
            "TOO_SLOW",
            "正文传得太慢(不足每秒 16 KiB),已放弃,没有留存,请重发",
            "the body came too slowly (less than 16 KiB a second) and was given up; nothing was kept, send it again");

    private Answers() {}

    private record Receipts(List<Line> receipts) {}

    private record Line(String messageId, String status, String href, List<Refusal> errors) {}

    private record Problem(String type, String title, int status, String detail, String code, String zh, String en) {}

    /** 202, or 422 where nothing at all was accepted. */
    public static Answer receipts(List<Receipt> receipts) {
        boolean allRefused = receipts.stream().allMatch(r -> r.status() == Receipt.Status.REFUSED);
        byte[] body = RecordJson.write(
                new Receipts(receipts.stream().map(Answers::line).toList()));
        return new Answer(allRefused ? 422 : 202, "application/json", Map.of(), body);
    }

    /** 200 with how far a branch's line has come; a conflict is part of the answer, for the node to act on. */
    public static Answer line(Uplink.Answer answer) {
        return new Answer(200, "application/json", Map.of(), UplinkJson.write(answer));
    }

    private static Line line(Receipt receipt) {
        String id = receipt.messageId();
        return new Line(id, receipt.status().name(), "/api/v1/messages/" + id, receipt.errors());
    }

    /** 400 where nothing could be told apart in a body, 413 where it was too large. */
    public static Answer unreadable(Refusal refusal) {
        return "TOO_LARGE".equals(refusal.code())
                ? tooLarge(refusal)
                : problem(400, "Unreadable content", refusal, Map.of());
    }

    /** 413; the connection ends with it. */
    public static Answer tooLarge(Refusal refusal) {
        return problem(413, "Content too large", refusal, Map.of("Connection", "close"));
    }

    /** 400: fewer bytes came than were announced, or a chunk was broken. */
    public static Answer brokenOff() {
        return problem(400, "Unreadable content", BROKEN_OFF, Map.of());
    }

    /** 408: the bytes came so slowly that a connection was held for nothing. */
    public static Answer tooSlow() {
        return problem(408, "Request timeout", TOO_SLOW, Map.of("Connection", "close"));
    }

    /** 400 for an Idempotency-Key that is too long, repeated or not printable. */
    public static Answer badKey() {
        return problem(
                400,
                "Bad request",
                "BAD_IDEMPOTENCY_KEY",
                "Idempotency-Key 只能有一个,1 至 200 个可见 ASCII 字符,请改正",
                "there may be one Idempotency-Key of 1 to 200 visible ASCII characters; correct it");
    }

    /** 401: the security filter left no sender. */
    public static Answer whoAreYou() {
        return problem(401, "Unauthorized", "NO_SENDER", "没有凭证,请登录或附上密钥", "no credential; sign in or send a key");
    }

    /** 403 in the words of the door that said no. */
    public static Answer notAllowed(Intake.NotAllowed no) {
        return problem(403, "Forbidden", no.refusal(), Map.of());
    }

    /** 405 with the methods allowed there. */
    public static Answer wrongMethod(String allowed) {
        Refusal refusal =
                new Refusal("", "METHOD_NOT_ALLOWED", "此地址只接受 " + allowed, "this address takes " + allowed + " only");
        return problem(405, "Method not allowed", refusal, Map.of("Allow", allowed));
    }

    /** 415 for anything but plain JSON in UTF-8. */
    public static Answer wrongType() {
        return problem(
                415,
                "Unsupported media type",
                "UNSUPPORTED_TYPE",
                "只接受 UTF-8 的 application/json 或 application/x-ndjson,不压缩,请设置 Content-Type",
                "only application/json or application/x-ndjson in UTF-8, not compressed; set Content-Type");
    }

    /** 503 at a shut sluice, with the seconds after which to send it again. */
    public static Answer busy(Sluice.Shut shut) {
        return problem(503, "Service unavailable", BusyWords.of(shut), retryAfter(shut));
    }

    /** The header that goes with it, in whatever form the answer itself is. */
    public static Map<String, String> retryAfter(Sluice.Shut shut) {
        return Map.of("Retry-After", Long.toString(shut.retryAfter().toSeconds()));
    }

    /** 503: the sender still has everything and may send it again, sooner where the store is merely away. */
    static Answer ours(Refusal trouble) {
        String later = trouble.equals(STORE_AWAY) ? "5" : "60";
        return problem(503, "Service unavailable", trouble, Map.of("Retry-After", later));
    }

    /** With the number under which our log has the cause. */
    static Refusal ourFault(String number) {
        return new Refusal(
                "",
                "HUB_FAULT",
                "通衢自身出错,编号 " + number + ",内容没有留存;可以重发,若仍出错请把编号告知管理员",
                "our own fault, number " + number
                        + "; nothing was kept. Sending again is safe; if it happens again, tell the administrator the number");
    }

    private static Answer problem(int status, String title, String code, String zh, String en) {
        return problem(status, title, new Refusal("", code, zh, en), Map.of());
    }

    private static Answer problem(int status, String title, Refusal said, Map<String, String> headers) {
        Problem problem = new Problem(
                "urn:tongqu:problem:" + said.code(),
                title,
                status,
                said.zh() + " / " + said.en(),
                said.code(),
                said.zh(),
                said.en());
        return new Answer(status, "application/problem+json", headers, RecordJson.write(problem));
    }
}
