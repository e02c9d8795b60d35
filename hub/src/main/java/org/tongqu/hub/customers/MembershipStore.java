package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Columns;

/** SQL of which source record belongs to which customer; every regrouping ends a membership and begins another. */
@Repository
class MembershipStore {
    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record that goes to a customer, from none or from another, and why. */
    record Move(String record, @Nullable String from, String to, Matching.@Nullable Link link, String otherwise) {

        String reason() {
            return link == null ? otherwise : link.reason();
        }
    }

    void move(List<Move> moves, Instant now) {
        List<String> leaving = moves.stream()
                .filter(move -> move.from() != null)
                .map(Move::record)
                .toList();
        if (!leaving.isEmpty()) {
            end(leaving, now);
        }
        jdbc.sql("""
                        insert into customers.membership (source_record_id, customer_id, reason, rule, because, score, since)
                        select * , :now from unnest(:records::text[], :customers::text[], :reasons::text[], :rules::text[],
                            :becauses::text[], :scores::real[])
                        """)
                .param("records", texts(moves, Move::record))
                .param("customers", texts(moves, Move::to))
                .param("reasons", texts(moves, Move::reason))
                .param(
                        "rules",
                        texts(
                                moves,
                                move -> move.link() == null
                                        ? "-"
                                        : Objects.requireNonNull(move.link()).rule()))
                .param(
                        "becauses",
                        texts(
                                moves,
                                move -> move.link() == null
                                        ? null
                                        : Objects.requireNonNull(move.link()).other()))
                .param("scores", moves.stream().map(MembershipStore::score).toArray(Float[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    /** Takes records out of their customers and into none. */
    void end(Collection<String> records, Instant now) {
        jdbc.sql(
                        "update customers.membership set until = :now where source_record_id = any(:records) and until is null")
                .param("records", records.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    private static @Nullable Float score(Move move) {
        return move.link() == null ? null : (float) move.link().score();
    }

    Map<String, String> customersOf(Collection<String> records) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql(
                        "select source_record_id, customer_id from customers.membership where source_record_id = any(:ids) and until is null")
                .param("ids", records.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return found;
    }

    /** Each record of these customers and whose it is. */
    Map<String, String> membersOf(Collection<String> customers) {
        Map<String, String> members = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, customer_id from customers.membership where customer_id = any(:ids::text[]) and until is null
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> members.put(row.getString(1), row.getString(2)))
                .list();
        return members;
    }

    List<String> recordsOf(Collection<String> customers) {
        return jdbc.sql(
                        "select source_record_id from customers.membership where customer_id = any(:ids::text[]) and until is null")
                .param("ids", customers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static String[] texts(List<Move> moves, Function<Move, @Nullable String> text) {
        return moves.stream().map(text).toArray(String[]::new);
    }
}
