package org.tongqu.hub.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Parts the rows of a book into matched, new, doubtful, twice and refused, by the very rule by which they would be grouped; writes nothing but that. */
@Component
class Previewing {
    private static final int BITE = 300;

    private final BookStore books;
    private final RowStore rows;
    private final Customers customers;
    private final Wall wall;

    Previewing(BookStore books, RowStore rows, Customers customers, Wall wall) {
        this.books = books;
        this.rows = rows;
        this.customers = customers;
        this.wall = wall;
    }

    void preview(String id, JobLease lease) {
        Plan plan = wall.within(Scope.WORKER, () -> {
            lease.hold();
            return planned(id);
        });
        for (List<BookRow> bite : plan.bites()) {
            boolean more = wall.within(Scope.WORKER, () -> {
                lease.hold();
                return still(plan.book()) && judged(plan, bite);
            });
            if (!more) {
                return;
            }
        }
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            if (still(plan.book())) {
                books.state(id, AddressBooks.State.READY);
            }
        });
    }

    /** Whether nobody has said otherwise what the columns are since it began. */
    private boolean still(Book book) {
        return books.locked(book.id())
                .filter(now -> now.state() == AddressBooks.State.WEIGHING
                        && now.fields().equals(book.fields()))
                .isPresent();
    }

    /** What is to be weighed, and what the book before said. */
    private record Plan(Book book, Former former, List<List<BookRow>> bites) {}

    private Plan planned(String id) {
        Book book = books.locked(id).orElseThrow();
        Former former = former(book);
        List<BookRow> all = rows.all(book);
        List<Judged> settled = new ArrayList<>();
        List<BookRow> open = new ArrayList<>();
        Map<String, Long> firsts = new HashMap<>();
        for (BookRow row : all) {
            Optional<Refusal> refusal = row.refusal(book.fields().size());
            Long first = refusal.isPresent() ? null : firsts.putIfAbsent(row.words(), row.rowNo());
            if (refusal.isPresent()) {
                settled.add(Judged.refused(row.rowNo(), refusal.get()));
            } else if (first != null) {
                settled.add(Judged.twice(row.rowNo(), first).with(former.change(row)));
            } else {
                open.add(row);
            }
        }
        rows.judge(id, settled);
        books.done(id, settled.size());
        books.heldAgainst(id, former.book(), former.gone(all));
        return new Plan(book, former, bites(book, open));
    }

    private Former former(Book book) {
        return books.before(book)
                .flatMap(books::find)
                .map(before -> new Former(before.id(), rows.all(before)))
                .orElseGet(() -> new Former(null, List.of()));
    }

    /** Rows that may be one firm stand together, as far as a bite can hold them. */
    private List<List<BookRow>> bites(Book book, List<BookRow> open) {
        List<List<BookRow>> bites = new ArrayList<>();
        List<BookRow> bite = new ArrayList<>();
        for (List<Integer> part : customers.together(observations(book, open))) {
            for (int n : part.stream().sorted().toList()) {
                bite.add(open.get(n));
                if (bite.size() == BITE) {
                    bites.add(List.copyOf(bite));
                    bite.clear();
                }
            }
        }
        bites.add(List.copyOf(bite));
        return bites.stream().filter(some -> !some.isEmpty()).toList();
    }

    private static List<Customers.Observation> observations(Book book, List<BookRow> some) {
        return some.stream()
                .map(row ->
                        Taking.observation(book, row, book.id(), book.handedAt().toInstant()))
                .toList();
    }

    private boolean judged(Plan plan, List<BookRow> bite) {
        List<Customers.Foreseen> foreseen = customers.foresee(observations(plan.book(), bite));
        List<Judged> judged = new ArrayList<>();
        for (int n = 0; n < bite.size(); n++) {
            BookRow row = bite.get(n);
            judged.add(verdict(row, foreseen.get(n), bite).with(plan.former().change(row)));
        }
        rows.judge(plan.book().id(), judged);
        books.done(plan.book().id(), bite.size());
        return true;
    }

    private static Judged verdict(BookRow row, Customers.Foreseen foreseen, List<BookRow> bite) {
        String record = foreseen.record();
        Integer twin = foreseen.twin();
        Integer doubtful = foreseen.doubtfulTwin();
        Long earlier = twin == null ? null : (Long) bite.get(twin).rowNo();
        String evidence = evidence(foreseen.reason());
        if (record != null) {
            return judged(row, AddressBooks.Verdict.MATCHED, earlier, List.of(record), evidence);
        }
        if (twin != null) {
            return judged(row, AddressBooks.Verdict.TWICE, earlier, List.of(), evidence);
        }
        if (!foreseen.doubts().isEmpty() || doubtful != null) {
            Long other = doubtful == null ? null : (Long) bite.get(doubtful).rowNo();
            return judged(row, AddressBooks.Verdict.DOUBTFUL, other, foreseen.doubts(), evidence);
        }
        return judged(row, AddressBooks.Verdict.NEW, null, List.of(), null);
    }

    private static Judged judged(
            BookRow row,
            AddressBooks.Verdict verdict,
            @Nullable Long twin,
            List<String> records,
            @Nullable String evidence) {
        return new Judged(row.rowNo(), verdict, null, twin, records, evidence, null);
    }

    private static @Nullable String evidence(List<Matching.Clue> clues) {
        return clues.isEmpty() ? null : new Matching.Link("", "", 0, clues, "").reason();
    }

    /** What the book before this one said, word for word and by whom it is about. */
    private static final class Former {
        private final @Nullable String book;
        private final Set<String> words;
        private final Map<String, String> about = new LinkedHashMap<>();

        Former(@Nullable String book, List<BookRow> rows) {
            this.book = book;
            this.words = rows.stream().map(BookRow::words).collect(Collectors.toSet());
            rows.forEach(row -> about.putIfAbsent(row.about(), row.words()));
        }

        @Nullable
        String book() {
            return book;
        }

        String change(BookRow row) {
            return words.contains(row.words()) ? "SAME" : about.containsKey(row.about()) ? "CHANGED" : "NEW";
        }

        int gone(List<BookRow> now) {
            Set<String> gone = new HashSet<>(about.keySet());
            now.forEach(row -> gone.remove(row.about()));
            return gone.size();
        }
    }
}
