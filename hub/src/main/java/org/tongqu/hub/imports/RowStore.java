package org.tongqu.hub.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Refusal;

/** SQL of the rows of address books. */
@Repository
class RowStore {
    private static final String ROW = "select row_no, cells, raw, trouble from imports.row where book_id = :book ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RowStore(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(String book, Collection<BookRow> rows) {
        batch.batchUpdate(
                "insert into imports.row (book_id, row_no, cells, raw, trouble) values (:book, :row, :cells, :raw, :trouble)",
                rows.stream()
                        .map(row -> new MapSqlParameterSource("book", book)
                                .addValue("row", row.rowNo())
                                .addValue("cells", row.cells().toArray(String[]::new))
                                .addValue("raw", row.raw())
                                .addValue("trouble", words(row.trouble())))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static String @Nullable [] words(@Nullable Refusal refusal) {
        return refusal == null ? null : new String[] {refusal.pointer(), refusal.code(), refusal.zh(), refusal.en()};
    }

    static @Nullable Refusal refusal(ResultSet row, String column) throws SQLException {
        java.sql.Array found = row.getArray(column);
        if (found == null) {
            return null;
        }
        String[] words = (String[]) found.getArray();
        return new Refusal(words[0], words[1], words[2], words[3]);
    }

    List<BookRow> all(Book book) {
        return jdbc.sql(ROW + "order by row_no")
                .param("book", book.id())
                .query((row, n) -> row(row, book.fields()))
                .list();
    }

    private static BookRow row(ResultSet row, List<String> fields) throws SQLException {
        return BookRow.of(
                row.getLong("row_no"),
                BookStore.texts(row, "cells"),
                row.getBytes("raw"),
                refusal(row, "trouble"),
                fields);
    }

    void forgetVerdicts(String book) {
        jdbc.sql("""
                        update imports.row set verdict = null, refusal = null, twin = null, records = '{}', evidence = null, change = null,
                            left_out = false
                        where book_id = :book and verdict is not null
                        """).param("book", book).update();
    }

    void judge(String book, Collection<Judged> judged) {
        batch.batchUpdate(
                """
                update imports.row set verdict = :verdict, refusal = :refusal, twin = :twin, records = :records, evidence = :evidence,
                    change = :change
                where book_id = :book and row_no = :row
                """,
                judged.stream()
                        .map(each -> new MapSqlParameterSource("book", book)
                                .addValue("row", each.rowNo())
                                .addValue("verdict", each.verdict().name())
                                .addValue("refusal", words(each.refusal()))
                                .addValue("twin", each.twin())
                                .addValue("records", each.records().toArray(String[]::new))
                                .addValue("evidence", each.evidence())
                                .addValue("change", each.change()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** A row that is to be taken, refused or left out. */
    record Due(BookRow row, @Nullable Refusal refusal, boolean leftOut) {}

    List<Due> after(Book book, long rowNo, int most) {
        return jdbc.sql("""
                        select row_no, cells, raw, trouble, refusal, left_out from imports.row
                        where book_id = :book and row_no > :after order by row_no limit :most
                        """)
                .param("book", book.id())
                .param("after", rowNo)
                .param("most", most)
                .query((row, n) ->
                        new Due(row(row, book.fields()), refusal(row, "refusal"), row.getBoolean("left_out")))
                .list();
    }

    /** @param records by row, the source record it is now */
    void taken(String book, Map<Long, String> records) {
        batch.batchUpdate(
                "update imports.row set source_record_id = :record where book_id = :book and row_no = :row",
                records.entrySet().stream()
                        .map(each -> new MapSqlParameterSource("book", book)
                                .addValue("row", each.getKey())
                                .addValue("record", each.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Those of these records that a row of a standing book says already. */
    List<String> saidBefore(Collection<String> records) {
        return jdbc.sql("""
                        select distinct r.source_record_id from imports.row r join imports.book b on b.id = r.book_id
                        where r.source_record_id = any(:records::text[]) and not r.undone and b.state in ('TAKING', 'TAKEN')
                        """)
                .param("records", BookStore.names(records))
                .query(String.class)
                .list();
    }

    /** Some rows that still count, to be undone; each with its source record. */
    Map<Long, String> standing(String book, int most) {
        return records("not undone", book, most);
    }

    /** Some rows that were undone. */
    Map<Long, String> undone(String book, int most) {
        return records("undone", book, most);
    }

    private Map<Long, String> records(String which, String book, int most) {
        Map<Long, String> records = new HashMap<>();
        jdbc.sql(
                        "select row_no, source_record_id from imports.row where book_id = :book and source_record_id is not null and "
                                + which + " order by row_no limit :most")
                .param("book", book)
                .param("most", most)
                .query((row, n) -> records.put(row.getLong(1), row.getString(2)))
                .list();
        return records;
    }

    void undone(String book, Collection<Long> rows, boolean undone) {
        jdbc.sql("update imports.row set undone = :undone where book_id = :book and row_no = any(:rows::bigint[])")
                .param("book", book)
                .param("rows", rows.toArray(Long[]::new))
                .param("undone", undone)
                .update();
    }

    void leaveOut(String book, Collection<Long> rows, boolean out) {
        jdbc.sql("""
                        update imports.row set left_out = :out
                        where book_id = :book and row_no = any(:rows::bigint[]) and verdict <> 'REFUSED'
                        """)
                .param("book", book)
                .param("rows", rows.toArray(Long[]::new))
                .param("out", out)
                .update();
    }

    void leaveOutDoubtful(String book) {
        jdbc.sql("update imports.row set left_out = true where book_id = :book and verdict = 'DOUBTFUL'")
                .param("book", book)
                .update();
    }

    Map<AddressBooks.Verdict, Integer> verdicts(String book) {
        Map<AddressBooks.Verdict, Integer> counts = new EnumMap<>(AddressBooks.Verdict.class);
        for (AddressBooks.Verdict verdict : AddressBooks.Verdict.values()) {
            counts.put(verdict, 0);
        }
        jdbc.sql("select verdict, count(*) from imports.row where book_id = :book and verdict is not null group by 1")
                .param("book", book)
                .query((row, n) -> counts.put(AddressBooks.Verdict.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    Map<String, Integer> changes(String book) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select change, count(*) from imports.row where book_id = :book and change is not null group by 1")
                .param("book", book)
                .query((row, n) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    int leftOut(String book) {
        return jdbc.sql("select count(*) from imports.row where book_id = :book and left_out")
                .param("book", book)
                .query(Integer.class)
                .single();
    }

    /** A page of rows as they were judged. */
    List<ImportsPages.RowLine> lines(Book book, AddressBooks.@Nullable Verdict verdict, long after, int most) {
        return jdbc.sql("""
                        select row_no, cells, raw, trouble, verdict, refusal, twin, records, evidence, change, left_out, source_record_id, undone
                        from imports.row
                        where book_id = :book and row_no > :after and (:verdict::text is null or verdict = :verdict) order by row_no limit :most
                        """)
                .param("book", book.id())
                .param("verdict", verdict == null ? null : verdict.name())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> line(row, book))
                .list();
    }

    private static ImportsPages.RowLine line(ResultSet row, Book book) throws SQLException {
        BookRow said = row(row, book.fields());
        String verdict = row.getString("verdict");
        return new ImportsPages.RowLine(
                said.rowNo(),
                said.cells(),
                said.said().getOrDefault(BookField.COMPANY, ""),
                said.customer().contact(),
                verdict == null ? null : AddressBooks.Verdict.valueOf(verdict),
                refusal(row, "refusal"),
                org.tongqu.hub.platform.Columns.longOrNull(row, "twin"),
                BookStore.texts(row, "records"),
                row.getString("evidence"),
                row.getString("change"),
                row.getBoolean("left_out"),
                row.getString("source_record_id"),
                row.getBoolean("undone"));
    }
}
