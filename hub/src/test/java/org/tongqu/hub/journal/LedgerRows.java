package org.tongqu.hub.journal;

import java.util.List;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesLine;

/** The room of sales lines as it is, and each row it was given once more in the book. */
record LedgerRows(RowReceiver room, EffectBook book, VirtualHub hub) implements RowReceiver {
    @Override
    public MessageKind kind() {
        return room.kind();
    }

    @Override
    public RowsTaken take(Arrival arrival, List<SalesLine> rows) {
        book.ofMessage(
                "row",
                rows.stream()
                        .map(row -> arrival.messageId() + " row " + row.rowNo())
                        .toList(),
                arrival.messageId(),
                hub.inHand());
        return room.take(arrival, rows);
    }
}
