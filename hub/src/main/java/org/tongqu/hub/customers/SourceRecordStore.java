package org.tongqu.hub.customers;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.platform.Columns;

/** SQL of source records, which are written once and never changed. */
@Repository
class SourceRecordStore {
    private static final CustomerSaid.ContactSaid NOBODY = new CustomerSaid.ContactSaid(null, null, null);
    private static final String INSERT = """
            insert into customers.source_record
                (id, source, source_kind, partner, region, content_hash, name, uscc, uscc_valid, province, city, address,
                 contact_name, contact_phone, contact_title, message_id, row_no, observed_at, received_at)
            select * from unnest(:ids::text[], :sources::text[], :kinds::text[], :partners::text[], :regions::text[], :hashes::text[],
                 :names::text[], :usccs::text[], :usccValids::boolean[], :provinces::text[], :cities::text[], :addresses::text[],
                 :contactNames::text[], :contactPhones::text[], :contactTitles::text[], :messageIds::text[], :rowNos::bigint[],
                 :observedAts::timestamptz[], :receivedAts::timestamptz[])
            on conflict (source, content_hash) do nothing returning source, content_hash, id
            """;

    private static final Map<String, Function<SourceRecord, @Nullable String>> COLUMNS = Map.ofEntries(
            entry("ids", SourceRecord::id),
            entry("sources", SourceRecord::source),
            entry("kinds", record -> record.kind().name()),
            entry("partners", SourceRecord::partner),
            entry("regions", SourceRecord::region),
            entry("hashes", SourceRecord::contentHash),
            entry("names", record -> record.said().name()),
            entry("usccs", record -> record.said().uscc()),
            entry("usccValids", record -> Boolean.toString(record.usccValid())),
            entry(
                    "provinces",
                    record -> record.province() == null ? record.said().province() : record.province()),
            entry("cities", record -> record.said().city()),
            entry("addresses", record -> record.said().address()),
            entry("contactNames", record -> contact(record).name()),
            entry("contactPhones", record -> contact(record).phone()),
            entry("contactTitles", record -> contact(record).title()),
            entry("messageIds", SourceRecord::messageId),
            entry(
                    "rowNos",
                    record -> record.rowNo() == null ? null : record.rowNo().toString()),
            entry("observedAts", record -> record.observedAt().toString()),
            entry("receivedAts", record -> record.receivedAt().toString()));

    private final JdbcClient jdbc;

    SourceRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps those not there yet; answers the id under which each key stands. A single one is hardly ever there; of many often all are. */
    Map<String, String> keep(Collection<SourceRecord> records) {
        Map<String, String> known = records.size() > 1 ? ids(records) : new HashMap<>();
        known.putAll(add(without(records, known)));
        List<SourceRecord> others = without(records, known);
        if (!others.isEmpty()) {
            known.putAll(ids(others));
        }
        return known;
    }

    private static List<SourceRecord> without(Collection<SourceRecord> records, Map<String, String> known) {
        return records.stream()
                .filter(record -> !known.containsKey(record.key()))
                .sorted(Comparator.comparing(SourceRecord::key))
                .toList();
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
                .query((row, n) -> ids.put(key(row), row.getString(3)))
                .list();
        return ids;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString(1) + "|" + row.getString(2);
    }

    private static CustomerSaid.ContactSaid contact(SourceRecord record) {
        CustomerSaid.@Nullable ContactSaid contact = record.said().contact();
        return contact == null ? NOBODY : contact;
    }

    /** Those that were not there. */
    private Map<String, String> add(List<SourceRecord> fresh) {
        Map<String, String> added = new HashMap<>();
        if (!fresh.isEmpty()) {
            JdbcClient.StatementSpec insert = jdbc.sql(INSERT);
            COLUMNS.forEach((column, said) ->
                    insert.param(column, fresh.stream().map(said).toArray(String[]::new)));
            insert.query((row, n) -> added.put(key(row), row.getString(3))).list();
        }
        return added;
    }

    Map<String, CustomerSaid> said(Collection<String> ids) {
        Map<String, CustomerSaid> said = new HashMap<>();
        jdbc.sql("select * from customers.source_record where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> said.put(row.getString("id"), said(row)))
                .list();
        return said;
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
