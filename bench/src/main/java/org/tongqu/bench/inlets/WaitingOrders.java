package org.tongqu.bench.inlets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.tongqu.bench.stage.Store;

/** Orders as they stand in the journal once they are acknowledged, laid down in one transaction as nobody could send so many so fast. */
final class WaitingOrders {
    private static final String BYTES = """
            create temporary table waiting on commit drop as
            select m.id as first_id, left(m.id, length(m.id) - 7) || lpad(n::text, 7, '0') as id, m.received_day as day,
                   convert_to(replace(convert_from(p.bytes, 'UTF8'), ?, 'DRAIN-' || lpad(n::text, 7, '0')), 'UTF8') as bytes
            from journal.business_key k
            join journal.message m on m.id = k.message_id
            join journal.payload p on p.message_id = m.id and p.received_day = m.received_day
            cross join generate_series(1, ?) n
            where k.value = ?
            """;

    private static final String HEADERS = """
            insert into journal.message (id, kind, channel, format, login, role, partner, region, received_at, received_day, sha256, size,
                progress, tries_left, next_attempt_at)
            select w.id, m.kind, m.channel, m.format, m.login, m.role, m.partner, m.region, m.received_at, m.received_day,
                encode(sha256(w.bytes), 'hex'), length(w.bytes), 'UNDERSTOOD', 10, now()
            from waiting w join journal.message m on m.id = w.first_id
            """;

    private static final String PAYLOADS =
            "insert into journal.payload (received_day, message_id, seq, bytes) select day, id, 0, bytes from waiting";

    private WaitingOrders() {}

    /** @param like the number of an order that was taken */
    static void layDown(Store store, String like, int many) throws SQLException {
        try (Connection connection = store.open()) {
            connection.setAutoCommit(false);
            try (PreparedStatement bytes = connection.prepareStatement(BYTES)) {
                bytes.setString(1, like);
                bytes.setInt(2, many);
                bytes.setString(3, like);
                bytes.executeUpdate();
            }
            for (String laid : new String[] {HEADERS, PAYLOADS}) {
                try (PreparedStatement each = connection.prepareStatement(laid)) {
                    each.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
