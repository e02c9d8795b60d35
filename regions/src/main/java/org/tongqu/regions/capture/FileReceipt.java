package org.tongqu.regions.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.RecordJson;

/**
 * What is written back for a file: rows = accepted + refused + duplicate.
 *
 * @param status TAKEN, PARTLY, REFUSED or DUPLICATE, as the hub says of its own files
 * @param rows how many visits stood in it; one, refused, where nothing could be told apart
 */
record FileReceipt(
        String name,
        String status,
        long rows,
        long accepted,
        long refused,
        long duplicate,
        @Nullable Refusal reason,
        List<ReceiptLine> receipts) {

    static FileReceipt unreadable(String name, Refusal reason) {
        return new FileReceipt(name, "REFUSED", 1, 0, 1, 0, reason, List.of());
    }

    static FileReceipt of(String name, List<Item<VisitReport>> items, List<Receipt> receipts) {
        long accepted = count(receipts, Receipt.Status.RECEIVED);
        long refused = count(receipts, Receipt.Status.REFUSED);
        long duplicate = count(receipts, Receipt.Status.DUPLICATE);
        String status =
                refused == 0 ? accepted == 0 ? "DUPLICATE" : "TAKEN" : accepted + duplicate == 0 ? "REFUSED" : "PARTLY";
        return new FileReceipt(
                name, status, receipts.size(), accepted, refused, duplicate, null, ReceiptLine.of(items, receipts));
    }

    private static long count(List<Receipt> receipts, Receipt.Status status) {
        return receipts.stream().filter(receipt -> receipt.status() == status).count();
    }

    byte[] json() {
        return RecordJson.write(this);
    }
}
