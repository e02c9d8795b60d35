package org.tongqu.hub.sales;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages.Line;

/** SQL of reported sales as shown. */
@Repository
class LinePagesStore {
    private static final String ROWS = """
            select l.*, e.keys as extra_keys, e.said as extra_values
            from sales.report_line l
            cross join lateral (select array_agg(x.key order by x.key) as keys, array_agg(x.value order by x.key) as said
                                from jsonb_each_text(l.extras) x) e
            """;

    private final JdbcClient jdbc;

    LinePagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param records the customer's source records, where one customer's lines are wanted */
    List<Row> rows(SalesPages.LinesAsked asked, @Nullable List<String> records, Window window) {
        return new Clauses()
                .and("l.superseded_by is null")
                .and("l.id < :before", "before", window.beforeId())
                .andIf(asked.agent(), "agent", "l.agent = :agent")
                .andIf(asked.reportNo(), "reportNo", "l.report_no = :reportNo")
                .andIf(
                        records == null ? null : records.toArray(String[]::new),
                        "records",
                        "l.source_record_id = any(:records)")
                .on(jdbc, ROWS, "order by l.id desc limit " + window.oneMore())
                .query(LinePagesStore::row)
                .list();
    }

    List<Row> called(List<String> contractNumbers, Window window) {
        return new Clauses()
                .and("l.superseded_by is null")
                .and("l.contract_no = any(:numbers)", "numbers", contractNumbers.toArray(String[]::new))
                .on(jdbc, ROWS, "order by l.id desc limit " + window.limit())
                .query(LinePagesStore::row)
                .list();
    }

    /** A file's lines lie together under its message and row, so the index tells. */
    Map<String, SalesPages.Days> daysOf(List<String> messages) {
        Map<String, SalesPages.Days> days = new HashMap<>();
        jdbc.sql("""
                        select message_id, min(sold_on) as first, max(sold_on) as last
                        from sales.report_line where message_id = any(:messages::text[]) group by message_id
                        """).param("messages", messages.toArray(String[]::new)).query(row -> {
            days.put(
                    row.getString("message_id"),
                    new SalesPages.Days(
                            requireNonNull(row.getObject("first", LocalDate.class)),
                            requireNonNull(row.getObject("last", LocalDate.class))));
        });
        return days;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String record = row.getString("source_record_id");
        return new Row(record, line(row));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("agent"),
                row.getString("report_no"),
                row.getString("line_no"),
                requireNonNull(row.getObject("sold_on", LocalDate.class)),
                row.getString("customer_name"),
                null,
                row.getString("product_code"),
                row.getString("model"),
                row.getString("product_name"),
                Figures.quantity(row, "qty"),
                Figures.moneyOrNull(row, "unit_price"),
                Figures.moneyOrNull(row, "amount"),
                row.getString("contract_no"),
                Figures.moneyOrNull(row, "paid"),
                row.getString("remark"),
                extras(texts(row, "extra_keys"), texts(row, "extra_values")),
                List.of(texts(row, "flags")),
                row.getString("message_id"),
                row.getLong("row_no"));
    }

    private static Map<String, String> extras(String[] keys, String[] values) {
        Map<String, String> extras = new LinkedHashMap<>();
        for (int n = 0; n < keys.length; n++) {
            extras.put(keys[n], values[n]);
        }
        return extras;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    /** A line that does not know its customer yet. */
    record Row(String sourceRecordId, Line said) {
        String id() {
            return said.id();
        }

        Line line(@Nullable String customerId) {
            return new Line(
                    said.id(),
                    said.agent(),
                    said.reportNo(),
                    said.lineNo(),
                    said.soldOn(),
                    said.customerName(),
                    customerId,
                    said.productCode(),
                    said.model(),
                    said.productName(),
                    said.qty(),
                    said.unitPrice(),
                    said.amount(),
                    said.contractNo(),
                    said.paid(),
                    said.remark(),
                    said.extras(),
                    said.flags(),
                    said.messageId(),
                    said.rowNo());
        }
    }
}
