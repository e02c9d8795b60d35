package org.tongqu.hub.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Imports as shown: to whoever handed them in, that branch's manager and headquarters. */
@Component
public final class ImportsPages {
    private final BookStore books;
    private final RowStore rows;
    private final Customers customers;
    private final CustomersPages names;
    private final Policy policy;
    private final Wall wall;

    ImportsPages(BookStore books, RowStore rows, Customers customers, CustomersPages names, Policy policy, Wall wall) {
        this.books = books;
        this.rows = rows;
        this.customers = customers;
        this.names = names;
        this.policy = policy;
        this.wall = wall;
    }

    /** Newest first. */
    public Slice<ImportLine> imports(Sender reader, Window window) {
        return wall.read(
                Scope.of(reader),
                () -> Slice.of(books.newest(window), window, book -> String.valueOf(book.number()))
                        .map(this::line));
    }

    /** One import whole; empty where it is not the reader's to see. */
    public Optional<Import> one(Sender reader, String id) {
        boolean may = policy.allows(reader.role(), Act.IMPORT_BOOK);
        return wall.read(Scope.of(reader), () -> books.find(id).map(book -> whole(book, may)));
    }

    private Import whole(Book book, boolean may) {
        List<ColumnLine> columns = new ArrayList<>();
        for (int at = 0; at < book.fields().size(); at++) {
            String field = book.fields().get(at);
            columns.add(new ColumnLine(at, book.form().heading().get(at).strip(), field.isEmpty() ? null : field));
        }
        return new Import(line(book), columns, book.form().headingRow(), may);
    }

    private ImportLine line(Book book) {
        Map<String, Integer> changes = rows.changes(book.id());
        return new ImportLine(
                book.id(),
                book.number(),
                book.login(),
                book.name(),
                book.state(),
                book.rows(),
                book.done(),
                rows.verdicts(book.id()),
                rows.leftOut(book.id()),
                new Changes(
                        book.beforeId(),
                        changes.getOrDefault("NEW", 0),
                        changes.getOrDefault("CHANGED", 0),
                        changes.getOrDefault("SAME", 0),
                        book.gone()),
                book.handedAt(),
                book.acceptedAt(),
                book.messageId(),
                book.undoneBy(),
                book.undoneAt(),
                book.why(),
                book.customersGone(),
                book.customersParted());
    }

    /** Rows in the order of the file, each with the customers it would join or might be, as far as the reader may know them. */
    public Slice<RowShown> rows(Sender reader, String id, AddressBooks.@Nullable Verdict verdict, Window window) {
        long after = window.after() == null ? 0 : Long.parseLong(window.after());
        List<RowLine> found = wall.read(
                Scope.of(reader),
                () -> books.find(id)
                        .map(book -> rows.lines(book, verdict, after, window.oneMore()))
                        .orElse(List.of()));
        Map<String, Known> known = known(
                reader, found.stream().flatMap(row -> row.records().stream()).toList());
        return Slice.of(found, window, row -> String.valueOf(row.rowNo())).map(row -> RowShown.of(row, known));
    }

    /** Whose records these are: by name within the reader's rights, else only who holds them. */
    private Map<String, Known> known(Sender reader, Collection<String> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Map<String, CustomersPages.Named> seen = names.namesOf(reader, records);
        Map<String, String> held = wall.read(Scope.WORKER, () -> {
            Map<String, String> regions = new HashMap<>(customers.regionsOf(records));
            regions.keySet().retainAll(customers.customersOf(records).keySet());
            return regions;
        });
        Map<String, Known> known = new HashMap<>();
        for (String record : records) {
            CustomersPages.Named named = seen.get(record);
            known.put(
                    record,
                    named == null
                            ? new Known(null, null, held.get(record))
                            : new Known(named.customerId(), named.name(), null));
        }
        return known;
    }

    /**
     * A customer a row would join or might be.
     *
     * @param customerId absent where it is not the reader's to see
     * @param heldBy region that holds it, where it is not; absent too where headquarters alone does
     */
    public record Known(
            @Nullable String customerId,
            @Nullable String name,
            @Nullable String heldBy) {}

    /**
     * An import in a list.
     *
     * @param rows below the heading, blank ones not counted; the verdicts add up to them once all are weighed
     * @param done of what is being done to it now
     * @param changes beside the book before it
     * @param customersGone left without a record when it was undone
     * @param customersParted that had come apart again then
     */
    public record ImportLine(
            String id,
            long number,
            String login,
            String name,
            AddressBooks.State state,
            int rows,
            int done,
            Map<AddressBooks.Verdict, Integer> verdicts,
            int leftOut,
            Changes changes,
            OffsetDateTime handedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable String messageId,
            @Nullable String undoneBy,
            @Nullable OffsetDateTime undoneAt,
            @Nullable String why,
            int customersGone,
            int customersParted) {
        public ImportLine {
            verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
        }

        @JsonIgnore
        public int count(String verdict) {
            return verdicts.getOrDefault(AddressBooks.Verdict.valueOf(verdict), 0);
        }

        /** Rows that would be taken. */
        @JsonIgnore
        public int taken() {
            return rows - verdicts.getOrDefault(AddressBooks.Verdict.REFUSED, 0) - leftOut;
        }
    }

    /**
     * What is new beside the book before.
     *
     * @param beforeId absent where there was none
     * @param gone people and firms it has no more; what they said stays
     */
    public record Changes(@Nullable String beforeId, int fresh, int changed, int same, int gone) {}

    /**
     * A column and what it is taken for.
     *
     * @param field absent where it is kept and not used
     */
    public record ColumnLine(
            int at, String heading, @Nullable String field) {}

    /** An import whole. */
    public record Import(ImportLine line, List<ColumnLine> columns, long headingRow, boolean mayAct) {
        public Import {
            columns = List.copyOf(columns);
        }

        /** Whether some column is the company. */
        @JsonIgnore
        public boolean knowsCompany() {
            return columns.stream().anyMatch(column -> BookField.COMPANY.name().equals(column.field()));
        }
    }

    /** A row as it was judged. */
    record RowLine(
            long rowNo,
            List<String> cells,
            String company,
            CustomerSaid.@Nullable ContactSaid contact,
            AddressBooks.@Nullable Verdict verdict,
            @Nullable Refusal refusal,
            @Nullable Long twin,
            List<String> records,
            @Nullable String evidence,
            @Nullable String change,
            boolean leftOut,
            @Nullable String sourceRecordId,
            boolean undone) {}

    /**
     * A row as shown.
     *
     * @param verdict absent until it was weighed
     * @param twin an earlier row that says the same words or speaks of the same firm, or might
     * @param clues what speaks for and against; nothing where the other firm is out of sight
     */
    public record RowShown(
            long rowNo,
            List<String> cells,
            String company,
            @Nullable String contact,
            AddressBooks.@Nullable Verdict verdict,
            @Nullable Refusal refusal,
            @Nullable Long twin,
            List<Known> customers,
            List<Matching.Clue> clues,
            @Nullable String change,
            boolean leftOut,
            @Nullable String sourceRecordId,
            boolean undone) {
        public RowShown {
            cells = List.copyOf(cells);
            customers = List.copyOf(customers);
            clues = List.copyOf(clues);
        }

        /** What its cells say, the empty ones left out. */
        @JsonIgnore
        public String words() {
            return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" · "));
        }

        static RowShown of(RowLine row, Map<String, Known> known) {
            Map<String, Known> customers = new LinkedHashMap<>();
            row.records().forEach(record -> {
                Known each = known.getOrDefault(record, new Known(null, null, null));
                customers.putIfAbsent(
                        String.valueOf(each.customerId() == null ? "?" + each.heldBy() : each.customerId()), each);
            });
            boolean seen = customers.values().stream().allMatch(each -> each.customerId() != null);
            String evidence = row.evidence();
            CustomerSaid.ContactSaid contact = row.contact();
            return new RowShown(
                    row.rowNo(),
                    row.cells(),
                    row.company(),
                    contact == null ? null : contact.name() == null ? contact.phone() : contact.name(),
                    row.verdict(),
                    row.refusal(),
                    row.twin(),
                    List.copyOf(customers.values()),
                    evidence == null || !seen ? List.of() : Matching.Clue.of(evidence),
                    row.change(),
                    row.leftOut(),
                    row.sourceRecordId(),
                    row.undone());
        }
    }
}
