package org.tongqu.bench.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The limit of a correct pipeline: rows checked in Java, copied to a staging table, merged set by set, all in one transaction. */
final class CopyMerge implements Loader {
    private static final int FLUSH = 1 << 16;
    private static final String STAGING = """
            create temp table staging (
                report_no text, line_no text, sold_on date, name_key text, name text, uscc text, contact text, phone text,
                province text, city text, product_code text, qty numeric, unit_price numeric, amount numeric,
                contract_no text, remark text) on commit drop
            """;
    private static final String CUSTOMERS = """
            insert into customer (name_key, name, uscc, province, city, contact, phone)
            select distinct on (name_key) name_key, name, uscc, province, city, contact, phone from staging
            on conflict (name_key) do nothing
            """;
    private static final String LINES = """
            insert into sales_line
                (agent_id, customer_id, product_id, report_no, line_no, sold_on, qty, unit_price, amount, contract_no, remark)
            select 1, c.id, p.id, s.report_no, s.line_no, s.sold_on, s.qty, s.unit_price, s.amount, s.contract_no, s.remark
            from staging s join customer c on c.name_key = s.name_key join product p on p.code = s.product_code
            on conflict do nothing
            """;

    private final DataSource pool;

    CopyMerge(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void load(Path file, Path rejects) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, STAGING);
            copy(connection, file, rejects);
            run(connection, "analyze staging");
            run(connection, CUSTOMERS);
            run(connection, LINES);
            connection.commit();
        }
    }

    private static void copy(Connection connection, Path file, Path rejects) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staging from stdin");
        StringBuilder text = new StringBuilder(FLUSH + 1_000);
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file, UTF_8);
                BufferedWriter back = Files.newBufferedWriter(rejects)) {
            boolean heading = true;
            for (CsvRecord row : rows) {
                Optional<SoldRow> sold = heading ? Optional.empty() : SoldRow.read(row.getFields());
                sold.ifPresent(line -> write(text, line));
                if (sold.isEmpty() && !heading) {
                    back.write(String.join("|", row.getFields()) + "\n");
                }
                heading = false;
                if (text.length() >= FLUSH) {
                    flush(copy, text);
                }
            }
            flush(copy, text);
        }
        copy.endCopy();
    }

    private static void flush(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void write(StringBuilder text, SoldRow row) {
        cell(text, row.reportNo(), '\t');
        cell(text, row.lineNo(), '\t');
        cell(text, row.soldOn().toString(), '\t');
        cell(text, row.nameKey(), '\t');
        cell(text, row.customer(), '\t');
        cell(text, row.uscc(), '\t');
        cell(text, row.contact(), '\t');
        cell(text, row.phone(), '\t');
        cell(text, row.province(), '\t');
        cell(text, row.city(), '\t');
        cell(text, row.productCode(), '\t');
        cell(text, row.qty().toPlainString(), '\t');
        cell(text, row.unitPrice().toPlainString(), '\t');
        cell(text, row.amount().toPlainString(), '\t');
        cell(text, row.contractNo(), '\t');
        cell(text, row.remark(), '\n');
    }

    private static void cell(StringBuilder text, String value, char end) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        text.append(end);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
