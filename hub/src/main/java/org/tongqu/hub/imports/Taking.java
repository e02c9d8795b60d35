package org.tongqu.hub.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.BiteReceiver;

/** Makes source records of an accepted book's rows, bite by bite. */
@Component
class Taking implements BiteReceiver {
    private static final int BITE = 200;

    private final BookStore books;
    private final RowStore rows;
    private final Customers customers;

    Taking(BookStore books, RowStore rows, Customers customers) {
        this.books = books;
        this.rows = rows;
        this.customers = customers;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.ADDRESS_BOOK;
    }

    @Override
    public SalesSheet.Form form(Arrival arrival) {
        return book(arrival).form();
    }

    private Book book(Arrival arrival) {
        return books.ofMessage(arrival.messageId()).orElseThrow();
    }

    static Customers.Observation observation(Book book, BookRow row, String message, Instant receivedAt) {
        return new Customers.Observation(
                book.source(),
                Customers.SourceKind.BOOK,
                null,
                book.region(),
                row.customer(),
                message,
                row.rowNo(),
                book.handedAt().toInstant(),
                receivedAt);
    }

    @Override
    public Bite take(Arrival arrival, long checkpoint) {
        Book book = book(arrival);
        List<RowStore.Due> due = rows.after(book, checkpoint, BITE);
        List<FileReport.RefusedRow> refused = new ArrayList<>();
        List<BookRow> taken = new ArrayList<>();
        for (RowStore.Due each : due) {
            if (each.refusal() != null) {
                refused.add(
                        new FileReport.RefusedRow(each.row().rowNo(), each.row().raw(), List.of(each.refusal())));
            } else if (!each.leftOut()) {
                taken.add(each.row());
            }
        }
        long duplicate = keep(book, arrival, taken);
        boolean last = due.size() < BITE;
        books.done(book.id(), due.size());
        if (last) {
            books.state(book.id(), AddressBooks.State.TAKEN);
        }
        long upTo = due.isEmpty() ? checkpoint : due.getLast().row().rowNo();
        long leftOut = (long) due.size() - refused.size() - taken.size();
        double share = last ? 1 : Math.min(1, (book.done() + due.size()) / (double) Math.max(1, book.rows()));
        return new Bite(upTo, taken.size() - duplicate, duplicate, leftOut, refused, share, last);
    }

    /** How many of them had been said before. */
    private long keep(Book book, Arrival arrival, List<BookRow> taken) {
        if (taken.isEmpty()) {
            return 0;
        }
        List<String> records = customers.observeAll(taken.stream()
                .map(row -> observation(book, row, arrival.messageId(), arrival.receivedAt()))
                .toList());
        Set<String> known = new HashSet<>(rows.saidBefore(records));
        long duplicate = 0;
        Map<Long, String> byRow = new LinkedHashMap<>();
        for (int n = 0; n < taken.size(); n++) {
            duplicate += known.add(records.get(n)) ? 0 : 1;
            byRow.put(taken.get(n).rowNo(), records.get(n));
        }
        rows.taken(book.id(), byRow);
        return duplicate;
    }
}
