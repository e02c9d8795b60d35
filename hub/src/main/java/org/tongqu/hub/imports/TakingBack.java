package org.tongqu.hub.imports;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;

/** Takes all that a book said back, bite by bite until nothing is left, and lets it count again. */
@Component
class TakingBack {
    private static final int BITE = 200;

    private final BookStore books;
    private final RowStore rows;
    private final Customers customers;
    private final Jobs jobs;

    TakingBack(BookStore books, RowStore rows, Customers customers, Jobs jobs) {
        this.books = books;
        this.rows = rows;
        this.customers = customers;
        this.jobs = jobs;
    }

    void undo(String id, JobLease lease) {
        jobs.pieces(lease, () -> undoSome(id));
    }

    void redo(String id, JobLease lease) {
        jobs.pieces(lease, () -> redoSome(id));
    }

    private boolean undoSome(String id) {
        Book book = books.locked(id).orElseThrow();
        Map<Long, String> some = rows.standing(id, BITE);
        if (some.isEmpty()) {
            books.state(id, AddressBooks.State.UNDONE);
            return false;
        }
        rows.undone(id, some.keySet(), true);
        Set<String> gone = new HashSet<>(some.values());
        gone.removeAll(rows.saidBefore(gone));
        Customers.Withdrawn done = customers.withdraw(
                gone, Objects.requireNonNullElse(book.undoneBy(), "hub"), Objects.requireNonNullElse(book.why(), "—"));
        books.undid(id, done.customersGone(), done.customersParted());
        books.done(id, some.size());
        return true;
    }

    private boolean redoSome(String id) {
        Book book = books.locked(id).orElseThrow();
        Map<Long, String> some = rows.undone(id, BITE);
        if (some.isEmpty()) {
            books.state(id, AddressBooks.State.TAKEN);
            return false;
        }
        customers.restore(new HashSet<>(some.values()), book.login());
        rows.undone(id, some.keySet(), false);
        books.done(id, some.size());
        return true;
    }
}
