package org.tongqu.hub.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.HandedFiles;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 导入通讯录: hand in a file, look at what it would come to, accept it, and take the whole of it back. */
@Component
public class AddressBooks {
    private static final int LONGEST_REASON = 200;

    private final BookStore books;
    private final RowStore rows;
    private final BookReading reading;
    private final HandedFiles files;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    AddressBooks(
            BookStore books,
            RowStore rows,
            BookReading reading,
            HandedFiles files,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.books = books;
        this.rows = rows;
        this.reading = reading;
        this.files = files;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads a file and keeps its rows beside the store of customers; nothing of that store is changed. */
    public Answer handIn(Sender by, String name, byte[] file) {
        policy.require(by, Act.IMPORT_BOOK);
        return switch (reading.read(file)) {
            case BookReading.Read.Unreadable(Refusal why) -> new Answer(null, why);
            case BookReading.Read.Rows(var form, var fields, var found) -> {
                String id = ids.next();
                Instant now = clock.instant();
                wall.run(Scope.of(by), () -> {
                    books.add(new BookStore.Handed(id, by, name, file, form, fields, now), found.size());
                    rows.add(id, found);
                });
                yield new Answer(id, null);
            }
        };
    }

    /** Why a file of more megabytes than these is not read. */
    public static Refusal tooLarge(long most) {
        return BookWords.tooLarge(most);
    }

    /** Says what each column is; the preview is made anew. */
    public Optional<Refusal> columns(Sender by, String id, List<String> fields) {
        return act(by, id, book -> {
            if (book.state() != State.READY && book.state() != State.WEIGHING) {
                return BookWords.wrongState();
            }
            rows.forgetVerdicts(id);
            books.fields(id, fitted(fields, book.fields().size()));
            return null;
        });
    }

    private static List<String> fitted(List<String> fields, int columns) {
        List<String> fitted = new ArrayList<>();
        for (int at = 0; at < columns; at++) {
            String said = at < fields.size() ? fields.get(at) : "";
            fitted.add(BookField.named(said).map(BookField::name).orElse(""));
        }
        return fitted;
    }

    /** Leaves rows out of what is accepted, or takes them in again. */
    public Optional<Refusal> leaveOut(Sender by, String id, Collection<Long> which, boolean out) {
        return act(by, id, book -> {
            if (book.state() != State.READY) {
                return BookWords.wrongState();
            }
            rows.leaveOut(id, which, out);
            return null;
        });
    }

    /** Accepts what is not refused and not left out; it becomes source records bite by bite. */
    public Optional<Refusal> accept(Sender by, String id, boolean doubtfulToo) {
        return act(by, id, book -> {
            if (book.state() != State.READY) {
                return BookWords.wrongState();
            }
            if (!book.knowsCompany()) {
                return BookWords.noCompanyColumn();
            }
            if (!doubtfulToo) {
                rows.leaveOutDoubtful(id);
            }
            String message = files.keep(by, MessageKind.ADDRESS_BOOK, book.name(), books.file(id));
            books.accepted(id, by.login(), message, clock.instant());
            trail.note("ACCEPT_IMPORT", id, book.name());
            return null;
        });
    }

    /** Throws a preview away; the file was never accepted. */
    public Optional<Refusal> drop(Sender by, String id) {
        return act(by, id, book -> {
            if (book.state() != State.READY && book.state() != State.WEIGHING) {
                return BookWords.wrongState();
            }
            books.state(id, State.DROPPED);
            return null;
        });
    }

    /** Takes back all that an accepted book said, but for what another standing book of the same person says too. */
    public Optional<Refusal> undo(Sender by, String id, @Nullable String why) {
        return act(by, id, book -> {
            String reason = why == null ? "" : why.strip();
            if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
                return BookWords.noReason();
            }
            if (book.state() != State.TAKEN) {
                return BookWords.wrongState();
            }
            books.undoing(id, by.login(), reason, clock.instant());
            trail.note("UNDO_IMPORT", id, reason);
            return null;
        });
    }

    /** Lets it count again. */
    public Optional<Refusal> redo(Sender by, String id) {
        return act(by, id, book -> {
            if (book.state() != State.UNDONE) {
                return BookWords.wrongState();
            }
            books.state(id, State.REDOING);
            trail.note("REDO_IMPORT", id, book.name());
            return null;
        });
    }

    private Optional<Refusal> act(Sender by, String id, Function<Book, @Nullable Refusal> work) {
        policy.require(by, Act.IMPORT_BOOK);
        return wall.within(
                Scope.of(by),
                () -> Optional.ofNullable(work.apply(
                        books.locked(id).orElseThrow(() -> Problem.notFound().said()))));
    }

    /** What came of handing in: the import's id, or why nothing of it was kept. */
    public record Answer(@Nullable String id, @Nullable Refusal refusal) {}

    /** How far an import has come. */
    public enum State {
        WEIGHING,
        READY,
        TAKING,
        TAKEN,
        UNDOING,
        UNDONE,
        REDOING,
        DROPPED;

        /** Whether something is being done to it at this moment. */
        public boolean atWork() {
            return this == WEIGHING || this == TAKING || this == UNDOING || this == REDOING;
        }
    }

    /** What a row would come to. */
    public enum Verdict {
        MATCHED,
        NEW,
        DOUBTFUL,
        TWICE,
        REFUSED
    }
}
