package org.tongqu.hub.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.sales.LineVerdict.New;
import org.tongqu.hub.sales.LineVerdict.Return;
import org.tongqu.hub.sales.LineVerdict.Succession;
import org.tongqu.hub.sales.LinesStored.Heir;
import org.tongqu.hub.sales.LinesStored.Rival;
import org.tongqu.hub.sales.LinesStored.Twin;

/**
 * SQL of agents' reported lines, a chunk at a time: each statement takes all its rows at once. A condition with {@code is true} is one no index
 * may be chosen for: planned while the table is empty, when all indexes look alike, a look by key went through all lines of the agent.
 */
@Repository
class LineStore {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LineStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Two files of one agent take turns, chunk by chunk, so that neither judges by lines the other is about to change. */
    void lock(String agent) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:agent, 0))")
                .param("agent", "sales.report_line " + agent)
                .query()
                .listOfRows();
    }

    LinesStored stored(String agent, String messageId, List<SalesLine> rows) {
        String[] hashes = rows.stream().map(SalesLine::contentHash).distinct().toArray(String[]::new);
        Map<String, Long> wanted = rows.stream()
                .collect(Collectors.groupingBy(row -> LineKey.of(row).text(), Collectors.counting()));
        return new LinesStored(
                twins(agent, hashes), rivals(agent, messageId, hashes, wanted), highest(agent, counted(rows)));
    }

    private Map<String, Twin> twins(String agent, String[] hashes) {
        Map<String, Twin> twins = new HashMap<>();
        jdbc.sql("""
                        select t.content_hash, t.id, h.id as heir, h.content_hash as heir_hash, h.message_id as heir_message
                        from sales.report_line t
                        left join lateral (
                            select s.id, s.content_hash, s.message_id from sales.report_line s
                            where s.id = t.superseded_by and (s.superseded_by is null) is true limit 1) h on true
                        where t.content_hash = any(:hashes::text[]) and (t.agent = :agent) is true
                        """).param("agent", agent).param("hashes", hashes).query(row -> {
            String heir = row.getString("heir");
            Heir speaking =
                    heir == null ? null : new Heir(heir, row.getString("heir_hash"), row.getString("heir_message"));
            twins.put(row.getString("content_hash"), new Twin(row.getString("id"), speaking));
        });
        return twins;
    }

    /**
     * Lines a row of the chunk may supersede. Where lines are counted, those this file states itself are left out; one that it
     * states in a later chunk comes back when that chunk is read.
     */
    private Map<String, List<Rival>> rivals(String agent, String messageId, String[] hashes, Map<String, Long> wanted) {
        Map<String, List<Rival>> rivals = new LinkedHashMap<>();
        jdbc.sql("""
                        select k.key, l.id, l.line_n
                        from unnest(:keys::text[], :wanted::bigint[]) as k(key, wanted)
                        cross join lateral (
                            select r.id, r.line_n from sales.report_line r
                            where r.line_key = k.key and (r.agent = :agent) is true and r.superseded_by is null
                              and (r.line_n = 0 or (r.message_id <> :messageId and not r.content_hash = any(:hashes::text[])))
                            order by r.line_n limit k.wanted) l
                        order by k.key, l.line_n
                        """)
                .param("keys", wanted.keySet().toArray(String[]::new))
                .param("wanted", wanted.values().toArray(Long[]::new))
                .param("agent", agent)
                .param("messageId", messageId)
                .param("hashes", hashes)
                .query(row -> {
                    rivals.computeIfAbsent(row.getString("key"), none -> new ArrayList<>())
                            .add(new Rival(row.getString("id"), row.getInt("line_n")));
                });
        return rivals;
    }

    private static Set<String> counted(List<SalesLine> rows) {
        return rows.stream()
                .map(LineKey::of)
                .filter(key -> !key.numbered())
                .map(LineKey::text)
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> highest(String agent, Collection<String> keys) {
        Map<String, Integer> highest = new HashMap<>();
        if (keys.isEmpty()) {
            return highest;
        }
        jdbc.sql("""
                        select k.key, l.line_n
                        from unnest(:keys::text[]) as k(key)
                        cross join lateral (
                            select r.line_n from sales.report_line r
                            where r.line_key = k.key and (r.agent = :agent) is true and r.line_n > 0
                            order by r.line_n desc limit 1) l
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("agent", agent)
                .query(row -> {
                    highest.put(row.getString("key"), row.getInt("line_n"));
                });
        return highest;
    }

    /** Heirs move to their new numbers before the lines they silenced speak again: one line a key and number speaks at any time. */
    void comeBack(List<Return> returns) {
        for (Return each : returns) {
            jdbc.sql("update sales.report_line set line_n = :n where id = :heir")
                    .param("n", each.heirN())
                    .param("heir", each.heir())
                    .update();
            jdbc.sql("update sales.report_line set superseded_by = null where id = :old")
                    .param("old", each.old())
                    .update();
        }
    }

    void supersede(List<Succession> successions) {
        if (successions.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update sales.report_line l set superseded_by = s.heir
                        from unnest(:old::text[], :heirs::text[]) as s(old, heir) where l.id = s.old
                        """)
                .param("old", successions.stream().map(Succession::old).toArray(String[]::new))
                .param("heirs", successions.stream().map(Succession::heir).toArray(String[]::new))
                .update();
    }

    void add(List<StoredLine> lines, String agent, Arrival arrival) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into sales.report_line
                            (id, agent, line_key, line_n, content_hash, report_no, line_no, sold_on, customer_name, source_record_id, region,
                             product_code, model, product_name, qty, unit_price, amount, contract_no, paid, remark, extras, flags,
                             message_id, row_no, superseded_by, received_at)
                        select r.id, :agent, r.line_key, r.line_n, r.content_hash, r.report_no, r.line_no, r.sold_on::date, r.customer_name,
                             r.source_record_id, r.region, r.product_code, r.model, r.product_name, r.qty::numeric, r.unit_price::numeric,
                             r.amount::numeric, r.contract_no, r.paid::numeric, r.remark, r.extras::jsonb, string_to_array(r.flags, ','),
                             :messageId, r.row_no, r.superseded_by, :receivedAt
                        from unnest(
                             :ids::text[], :keys::text[], :ns::int[], :hashes::text[], :reportNos::text[], :lineNos::text[],
                             :days::text[], :customers::text[], :records::text[], :regions::text[], :codes::text[], :models::text[],
                             :products::text[], :qtys::text[], :prices::text[], :amounts::text[], :contracts::text[], :paids::text[],
                             :remarks::text[], :extras::text[], :flags::text[], :rows::bigint[], :heirs::text[]) as r(
                             id, line_key, line_n, content_hash, report_no, line_no,
                             sold_on, customer_name, source_record_id, region, product_code, model,
                             product_name, qty, unit_price, amount, contract_no, paid,
                             remark, extras, flags, row_no, superseded_by)
                        """)
                .param("agent", agent)
                .param("messageId", arrival.messageId())
                .param("receivedAt", arrival.receivedAt().atOffset(ZoneOffset.UTC))
                .params(columns(lines))
                .update();
    }

    /** A column an array: the server reads them several times faster than rows as JSON. */
    private Map<String, Object> columns(List<StoredLine> lines) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", texts(lines, StoredLine::id));
        columns.put("keys", texts(lines, StoredLine::lineKey));
        columns.put("ns", lines.stream().map(StoredLine::lineN).toArray(Integer[]::new));
        columns.put("hashes", texts(lines, line -> line.said().contentHash()));
        columns.put("reportNos", texts(lines, line -> line.said().reportNo()));
        columns.put("lineNos", texts(lines, line -> line.said().lineNo()));
        columns.put("days", texts(lines, line -> line.said().soldOn().toString()));
        columns.put("customers", texts(lines, line -> line.said().customer().name()));
        columns.put("records", texts(lines, StoredLine::sourceRecordId));
        columns.put("regions", texts(lines, StoredLine::region));
        columns.put("codes", texts(lines, line -> line.said().productCode()));
        columns.put("models", texts(lines, line -> line.said().model()));
        columns.put("products", texts(lines, line -> line.said().productName()));
        columns.put("qtys", texts(lines, line -> plain(line.said().qty())));
        columns.put("prices", texts(lines, line -> plain(line.said().unitPrice())));
        columns.put("amounts", texts(lines, line -> plain(line.said().amount())));
        columns.put("contracts", texts(lines, line -> line.said().contractNo()));
        columns.put("paids", texts(lines, line -> plain(line.said().paid())));
        columns.put("remarks", texts(lines, line -> line.said().remark()));
        columns.put("extras", texts(lines, line -> written(line.said().extras())));
        columns.put("flags", texts(lines, line -> String.join(",", line.said().flags())));
        columns.put("rows", lines.stream().map(line -> line.said().rowNo()).toArray(Long[]::new));
        columns.put("heirs", texts(lines, StoredLine::supersededBy));
        return columns;
    }

    private static @Nullable String[] texts(List<StoredLine> lines, Function<StoredLine, @Nullable String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    private String written(SortedMap<String, String> extras) {
        try {
            return extras.isEmpty() ? "{}" : json.writeValueAsString(extras);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A line as its row is written. */
    record StoredLine(
            String id,
            String lineKey,
            int lineN,
            SalesLine said,
            String sourceRecordId,
            @Nullable String region,
            @Nullable String supersededBy) {

        static StoredLine of(New added, String sourceRecordId, @Nullable String region) {
            return new StoredLine(
                    added.id(), added.key(), added.n(), added.line(), sourceRecordId, region, added.supersededBy());
        }
    }
}
