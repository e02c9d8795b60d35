package org.tongqu.regions.capture;

import java.util.List;
import java.util.Map;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.RecordJson;

/** Every answer of the node: receipts in the hub's shape, a record, or a problem ({@code application/problem+json}) in both languages. */
record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
    private static final String JSON = "application/json";

    private record Receipts(List<ReceiptLine> receipts) {}

    private record Problem(String type, String title, int status, String detail, String code, String zh, String en) {}

    static Reply of(int status, Object shown) {
        return new Reply(status, JSON, Map.of(), RecordJson.write(shown));
    }

    /** 202, or 422 where nothing at all was taken. */
    static Reply receipts(List<Item<VisitReport>> items, List<Receipt> receipts) {
        boolean allRefused = receipts.stream().allMatch(each -> each.status() == Receipt.Status.REFUSED);
        return of(allRefused ? 422 : 202, new Receipts(ReceiptLine.of(items, receipts)));
    }

    static Reply unreadable(Refusal refusal) {
        return problem(refusal.code().equals("TOO_LARGE") ? 413 : 400, "Unreadable content", refusal);
    }

    static Reply tooLarge() {
        return unreadable(Refused.tooLarge());
    }

    static Reply brokenOff() {
        return unreadable(new Refusal(
                "",
                "BROKEN_OFF",
                "正文没有收全(比所声明的短或传输中断),没有留存,请重发",
                "the body ended before it was whole; nothing was kept, send it again"));
    }

    static Reply unknown() {
        Refusal refusal = new Refusal(
                "",
                "UNKNOWN_CREDENTIAL",
                "凭证缺失或不对:请用 HTTP Basic(大区代码与密钥),节点只带一个大区时也可用 Authorization: Bearer(密钥)",
                "credential missing or wrong: use HTTP Basic (the branch's code and its key), or Authorization: Bearer (the key) where the node has one branch");
        return problem(
                401,
                "Unauthorized",
                refusal,
                Map.of("WWW-Authenticate", "Basic realm=\"Tongqu branch\", charset=\"UTF-8\""));
    }

    static Reply notFound() {
        return problem(
                404,
                "Not found",
                new Refusal(
                        "",
                        "NOT_FOUND",
                        "节点上没有这条拜访或这个地址,请核对编号",
                        "there is no such visit or address at this node; check the number"));
    }

    static Reply wrongMethod(String allowed) {
        Refusal refusal =
                new Refusal("", "METHOD_NOT_ALLOWED", "此地址只接受 " + allowed, "this address takes " + allowed + " only");
        return problem(405, "Method not allowed", refusal, Map.of("Allow", allowed));
    }

    static Reply wrongType() {
        return problem(
                415,
                "Unsupported media type",
                new Refusal(
                        "",
                        "UNSUPPORTED_TYPE",
                        "只接受 UTF-8 的 application/json 或 application/x-ndjson,不压缩,请设置 Content-Type",
                        "only application/json or application/x-ndjson in UTF-8, not compressed; set Content-Type"));
    }

    static Reply storeAway() {
        Refusal refusal = new Refusal(
                "",
                "STORE_AWAY",
                "节点的磁盘写不进去,没有留存,请查看磁盘空间后重发",
                "the node's disk did not take it; nothing was kept. Look at the disk's space and send it again");
        return problem(503, "Service unavailable", refusal, Map.of("Retry-After", "5"));
    }

    static Reply ourFault() {
        Refusal refusal = new Refusal(
                "", "NODE_FAULT", "节点自身出错,没有留存,可以重发", "the node's own fault; nothing was kept, sending again is safe");
        return problem(503, "Service unavailable", refusal, Map.of("Retry-After", "60"));
    }

    private static Reply problem(int status, String title, Refusal said) {
        return problem(status, title, said, Map.of());
    }

    private static Reply problem(int status, String title, Refusal said, Map<String, String> headers) {
        Problem problem = new Problem(
                "urn:tongqu:problem:" + said.code(),
                title,
                status,
                said.zh() + " / " + said.en(),
                said.code(),
                said.zh(),
                said.en());
        return new Reply(status, "application/problem+json", headers, RecordJson.write(problem));
    }
}
