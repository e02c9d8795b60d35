package org.tongqu.hub.journal;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Refusal;

/** SQL of why something went back, the same for a whole message and for a file's rows. */
final class ReasonStore {
    private ReasonStore() {}

    /** All in one statement, since every one of thousands may go back. */
    static void keep(JdbcClient jdbc, String messageId, List<Reason> reasons) {
        jdbc.sql("""
                        insert into journal.refusal (message_id, row_no, n, pointer, code, zh, en)
                        select :id, r.* from unnest(:rows::bigint[], :ns::int[], :pointers::text[], :codes::text[], :zh::text[], :en::text[]) as r
                        on conflict do nothing
                        """)
                .param("id", messageId)
                .param("rows", reasons.stream().map(Reason::rowNo).toArray(Long[]::new))
                .param("ns", reasons.stream().map(Reason::n).toArray(Integer[]::new))
                .param("pointers", texts(reasons, Refusal::pointer))
                .param("codes", texts(reasons, Refusal::code))
                .param("zh", texts(reasons, Refusal::zh))
                .param("en", texts(reasons, Refusal::en))
                .update();
    }

    private static String[] texts(List<Reason> reasons, Function<Refusal, String> part) {
        return reasons.stream().map(reason -> part.apply(reason.refusal())).toArray(String[]::new);
    }
}
