package org.tongqu.regions.capture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;

/**
 * One item's receipt in the hub's own shape.
 *
 * @param messageId the node's; the hub's stands in the visit's state later
 * @param href where the visit's state can be read; a refused one was not taken and has none
 */
record ReceiptLine(
        String messageId, String status, @Nullable String href, List<Refusal> errors) {

    static List<ReceiptLine> of(List<Item<VisitReport>> items, List<Receipt> receipts) {
        return IntStream.range(0, receipts.size())
                .mapToObj(n -> of(items.get(n), receipts.get(n)))
                .toList();
    }

    private static ReceiptLine of(Item<VisitReport> item, Receipt receipt) {
        String status = receipt.status().name();
        return new ReceiptLine(receipt.messageId(), status, href(item, receipt), receipt.errors());
    }

    private static @Nullable String href(Item<VisitReport> item, Receipt receipt) {
        boolean taken = receipt.status() != Receipt.Status.REFUSED;
        return taken && item.reading() instanceof Reading.Understood<VisitReport>(VisitReport said, String hash)
                ? "/api/v1/visits/" + encoded(said.visitNo())
                : null;
    }

    private static String encoded(String visitNo) {
        return URLEncoder.encode(visitNo, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
