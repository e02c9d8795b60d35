package org.tongqu.routes.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;

/** A journal in memory that can also be told to fail. */
final class FakeJournal implements Intake {
    record Call(Sender sender, Wire wire, MessageKind kind, Optional<String> key, int items) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile Runnable trouble = () -> {};

    @Override
    public <T> List<Receipt> receive(
            Sender sender, Wire wire, MessageKind kind, Optional<String> key, List<Item<T>> items) {
        trouble.run();
        calls.add(new Call(sender, wire, kind, key, items.size()));
        List<Receipt> receipts = new ArrayList<>();
        for (Item<T> item : items) {
            receipts.add(receipt("M-" + receipts.size(), item.reading()));
        }
        return receipts;
    }

    private static <T> Receipt receipt(String id, Reading<T> reading) {
        return switch (reading) {
            case Reading.Understood<T> understood -> new Receipt(id, Receipt.Status.RECEIVED, List.of());
            case Reading.Refused<T>(List<Refusal> refusals) -> new Receipt(id, Receipt.Status.REFUSED, refusals);
        };
    }
}
