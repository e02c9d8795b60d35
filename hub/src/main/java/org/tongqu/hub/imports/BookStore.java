package org.tongqu.hub.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.SalesSheet.Form;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of handed-in address books; who sees which is the wall's business. */
@Repository
class BookStore {
    private static final String BOOK = """
            select id, number, login, region, name, kind, charset, bom, delimiter, heading, heading_row, fields, state, rows, done,
                   before_id, gone, handed_at, accepted_at, message_id, undone_by, undone_at, why, customers_gone, customers_parted
            from imports.book
            """;

    private final JdbcClient jdbc;

    BookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is handed in, before anything of it is weighed. */
    record Handed(String id, Sender by, String name, byte[] file, Form form, List<String> fields, Instant at) {
        Handed {
            fields = List.copyOf(fields);
        }
    }

    void add(Handed handed, int rows) {
        Form form = handed.form();
        jdbc.sql("""
                        insert into imports.book (id, login, region, name, file, kind, charset, bom, delimiter, heading, heading_row, fields,
                            state, rows, handed_at)
                        values (:id, :login, :region, :name, :file, :kind, :charset, :bom, :delimiter, :heading, :headingRow, :fields,
                            'WEIGHING', :rows, :at)
                        """)
                .param("id", handed.id())
                .param("login", handed.by().login())
                .param("region", handed.by().region())
                .param("name", handed.name())
                .param("file", handed.file())
                .param("kind", form.kind().name())
                .param("charset", form.charset())
                .param("bom", form.bom())
                .param("delimiter", String.valueOf(form.delimiter()))
                .param("heading", form.heading().toArray(String[]::new))
                .param("headingRow", form.headingRow())
                .param("fields", handed.fields().toArray(String[]::new))
                .param("rows", rows)
                .param("at", Columns.utc(handed.at()))
                .update();
    }

    Optional<Book> find(String id) {
        return jdbc.sql(BOOK + " where id = :id")
                .param("id", id)
                .query(BookStore::book)
                .optional();
    }

    /** Held until the transaction ends, so that two acts on one book come one after the other. */
    Optional<Book> locked(String id) {
        return jdbc.sql(BOOK + " where id = :id for update")
                .param("id", id)
                .query(BookStore::book)
                .optional();
    }

    Optional<Book> ofMessage(String messageId) {
        return jdbc.sql(BOOK + " where message_id = :message")
                .param("message", messageId)
                .query(BookStore::book)
                .optional();
    }

    List<Book> newest(Window window) {
        return jdbc.sql(BOOK + " where number < :before order by number desc limit :most")
                .param("before", window.beforeNumber())
                .param("most", window.oneMore())
                .query(BookStore::book)
                .list();
    }

    /** Those that a job has something to do for, the oldest first. */
    List<String> atWork() {
        return jdbc.sql(
                        "select id from imports.book where state in ('WEIGHING', 'UNDOING', 'REDOING') order by number limit 20")
                .query(String.class)
                .list();
    }

    /** The newest accepted book of the same person under the same file name. */
    Optional<String> before(Book book) {
        return jdbc.sql("""
                        select id from imports.book
                        where login = :login and name = :name and state = 'TAKEN' and number < :number order by number desc limit 1
                        """)
                .param("login", book.login())
                .param("name", book.name())
                .param("number", book.number())
                .query(String.class)
                .optional();
    }

    void heldAgainst(String id, @Nullable String before, int gone) {
        jdbc.sql("update imports.book set before_id = :before, gone = :gone where id = :id")
                .param("id", id)
                .param("before", before)
                .param("gone", gone)
                .update();
    }

    void fields(String id, List<String> fields) {
        jdbc.sql("update imports.book set fields = :fields, state = 'WEIGHING', done = 0 where id = :id")
                .param("id", id)
                .param("fields", fields.toArray(String[]::new))
                .update();
    }

    void state(String id, AddressBooks.State state) {
        jdbc.sql("update imports.book set state = :state, done = 0 where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    void done(String id, int more) {
        jdbc.sql("update imports.book set done = least(rows, done + :more) where id = :id")
                .param("id", id)
                .param("more", more)
                .update();
    }

    void accepted(String id, String who, String messageId, Instant now) {
        jdbc.sql("""
                        update imports.book set state = 'TAKING', done = 0, accepted_by = :who, accepted_at = :now, message_id = :message,
                            file = ''
                        where id = :id
                        """)
                .param("id", id)
                .param("who", who)
                .param("message", messageId)
                .param("now", Columns.utc(now))
                .update();
    }

    byte[] file(String id) {
        return jdbc.sql("select file from imports.book where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    void undoing(String id, String who, String why, Instant now) {
        jdbc.sql("""
                        update imports.book set state = 'UNDOING', done = 0, undone_by = :who, undone_at = :now, why = :why,
                            customers_gone = 0, customers_parted = 0
                        where id = :id
                        """)
                .param("id", id)
                .param("who", who)
                .param("why", why)
                .param("now", Columns.utc(now))
                .update();
    }

    void undid(String id, int gone, int parted) {
        jdbc.sql("""
                        update imports.book set customers_gone = customers_gone + :gone, customers_parted = customers_parted + :parted
                        where id = :id
                        """)
                .param("id", id)
                .param("gone", gone)
                .param("parted", parted)
                .update();
    }

    static String[] names(Collection<String> names) {
        return names.toArray(String[]::new);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Book book(ResultSet row, int n) throws SQLException {
        return new Book(
                row.getString("id"),
                row.getLong("number"),
                row.getString("login"),
                row.getString("region"),
                row.getString("name"),
                new Form(
                        Form.Kind.valueOf(row.getString("kind")),
                        row.getString("charset"),
                        row.getBoolean("bom"),
                        row.getString("delimiter").charAt(0),
                        texts(row, "heading"),
                        row.getLong("heading_row")),
                texts(row, "fields"),
                AddressBooks.State.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("done"),
                row.getString("before_id"),
                row.getInt("gone"),
                Columns.time(row, "handed_at"),
                Columns.timeOrNull(row, "accepted_at"),
                row.getString("message_id"),
                row.getString("undone_by"),
                Columns.timeOrNull(row, "undone_at"),
                row.getString("why"),
                row.getInt("customers_gone"),
                row.getInt("customers_parted"));
    }
}
