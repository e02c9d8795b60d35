package org.tongqu.hub.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.platform.Columns;

/** SQL of source records, which are written once and never changed. */
@Repository
class SourceRecordStore {
    private static final String INSERT = """
            insert into customers.source_record
                (id, source, source_kind, partner, region, content_hash, name, uscc, uscc_valid, province, city, address,
                 contact_name, contact_phone, contact_title, message_id, row_no, observed_at, received_at)
            values (:id, :source, :kind, :partner, :region, :hash, :name, :uscc, :usccValid, :province, :city, :address,
                 :contactName, :contactPhone, :contactTitle, :messageId, :rowNo, :observedAt, :receivedAt)
            on conflict (source, content_hash) do nothing
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    SourceRecordStore(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Keeps those not there yet; answers the id under which each key stands. */
    Map<String, String> keep(Collection<SourceRecord> records) {
        Map<String, String> known = ids(records);
        List<SourceRecord> fresh = records.stream()
                .filter(record -> !known.containsKey(record.key()))
                .sorted(Comparator.comparing(SourceRecord::key))
                .toList();
        if (!fresh.isEmpty()) {
            batch.batchUpdate(INSERT, fresh.stream().map(SourceRecordStore::row).toArray(MapSqlParameterSource[]::new));
            known.putAll(ids(fresh));
        }
        return known;
    }

    private Map<String, String> ids(Collection<SourceRecord> records) {
        Map<String, String> ids = new HashMap<>();
        jdbc.sql("""
                        select r.source, r.content_hash, r.id
                        from unnest(:sources::text[], :hashes::text[]) as w(source, hash)
                        join customers.source_record r on r.source = w.source and r.content_hash = w.hash
                        """)
                .param("sources", records.stream().map(SourceRecord::source).toArray(String[]::new))
                .param("hashes", records.stream().map(SourceRecord::contentHash).toArray(String[]::new))
                .query((row, n) -> ids.put(row.getString(1) + "|" + row.getString(2), row.getString(3)))
                .list();
        return ids;
    }

    private static MapSqlParameterSource row(SourceRecord record) {
        CustomerSaid said = record.said();
        CustomerSaid.@Nullable ContactSaid contact = said.contact();
        return new MapSqlParameterSource("id", record.id())
                .addValue("source", record.source())
                .addValue("kind", record.kind().name())
                .addValue("partner", record.partner())
                .addValue("region", record.region())
                .addValue("hash", record.contentHash())
                .addValue("name", said.name())
                .addValue("uscc", said.uscc())
                .addValue("usccValid", record.usccValid())
                .addValue("province", record.province() == null ? said.province() : record.province())
                .addValue("city", said.city())
                .addValue("address", said.address())
                .addValue("contactName", contact == null ? null : contact.name())
                .addValue("contactPhone", contact == null ? null : contact.phone())
                .addValue("contactTitle", contact == null ? null : contact.title())
                .addValue("messageId", record.messageId())
                .addValue("rowNo", record.rowNo())
                .addValue("observedAt", record.observedAt().atOffset(ZoneOffset.UTC))
                .addValue("receivedAt", record.receivedAt().atOffset(ZoneOffset.UTC));
    }

    CustomerSaid said(String id) {
        return jdbc.sql("select * from customers.source_record where id = :id")
                .param("id", id)
                .query((row, n) -> said(row))
                .single();
    }

    private static CustomerSaid said(ResultSet row) throws SQLException {
        return new CustomerSaid(
                row.getString("name"),
                row.getString("uscc"),
                row.getString("province"),
                row.getString("city"),
                row.getString("address"),
                contact(row.getString("contact_name"), row.getString("contact_phone"), row.getString("contact_title")));
    }

    List<SourceRecord> byId(Collection<String> ids) {
        return jdbc.sql("select * from customers.source_record where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new SourceRecord(
                        row.getString("id"),
                        row.getString("source"),
                        Customers.SourceKind.valueOf(row.getString("source_kind")),
                        row.getString("partner"),
                        row.getString("region"),
                        row.getString("content_hash"),
                        said(row),
                        row.getBoolean("uscc_valid"),
                        row.getString("province"),
                        row.getString("message_id"),
                        Columns.longOrNull(row, "row_no"),
                        Columns.time(row, "observed_at").toInstant(),
                        Columns.time(row, "received_at").toInstant()))
                .list();
    }

    private static CustomerSaid.@Nullable ContactSaid contact(
            @Nullable String name, @Nullable String phone, @Nullable String title) {
        return name == null && phone == null && title == null ? null : new CustomerSaid.ContactSaid(name, phone, title);
    }

    Map<String, String> regionsOf(Collection<String> ids) {
        Map<String, String> regions = new HashMap<>();
        jdbc.sql("select id, region from customers.source_record where id = any(:ids) and region is not null")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> regions.put(row.getString(1), row.getString(2)))
                .list();
        return regions;
    }

    void share(String id, String partner) {
        jdbc.sql(
                        "insert into customers.sight (source_record_id, partner) values (:id, :partner) on conflict do nothing")
                .param("id", id)
                .param("partner", partner)
                .update();
    }
}
