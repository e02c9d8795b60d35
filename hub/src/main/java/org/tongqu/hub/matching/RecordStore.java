package org.tongqu.hub.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what each record says, as matching reads it. */
@Repository
class RecordStore {
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SaidBefore before = new SaidBefore();

    RecordStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The numbers of those that were not kept yet, by id. */
    Map<String, Long> add(List<Said> records, List<Told> told) {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.sql("""
                        insert into matching.record (id, told)
                        select w.id, w.told::jsonb from unnest(:ids::text[], :tolds::text[]) as w(id, told)
                        on conflict (id) do nothing returning id, no
                        """)
                .param("ids", records.stream().map(Said::id).toArray(String[]::new))
                .param("tolds", told.stream().map(Told::cells).map(this::text).toArray(String[]::new))
                .query((row, n) -> numbers.put(row.getString(1), row.getLong(2)))
                .list();
        return numbers;
    }

    void drop(Collection<Long> numbers) {
        jdbc.sql("delete from matching.record where no = any(:numbers::bigint[])")
                .param("numbers", numbers.toArray(Long[]::new))
                .update();
    }

    Map<Long, Said> byNumber(Collection<Long> numbers) {
        return found("no = any(:wanted::bigint[])", numbers.toArray(Long[]::new));
    }

    Map<Long, Said> byId(Collection<String> ids) {
        return found("id = any(:wanted::text[])", ids.toArray(String[]::new));
    }

    private Map<Long, Said> found(String where, Object[] wanted) {
        Map<Long, Said> found = new HashMap<>();
        jdbc.sql("select no, told, also from matching.record where " + where)
                .param("wanted", wanted)
                .query((row, n) -> found.put(row.getLong(1), said(row)))
                .list();
        return found;
    }

    private Said said(ResultSet row) throws SQLException {
        List<String> also = List.of((String[]) row.getArray("also").getArray());
        return before.said(
                row.getString("told"), also, told -> Said.of(told(told)).called(also));
    }

    /** What the names of these are called too, from now on. */
    void called(Map<String, Set<String>> namesById) {
        List<String> ids = List.copyOf(namesById.keySet());
        jdbc.sql("""
                        update matching.record r set also = array(select jsonb_array_elements_text(w.names::jsonb))
                        from unnest(:ids::text[], :names::text[]) as w(id, names) where r.id = w.id
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("names", ids.stream().map(namesById::get).map(this::text).toArray(String[]::new))
                .update();
    }

    /** The name as its source wrote it. */
    Optional<String> nameOf(String id) {
        return jdbc.sql("select told ->> 1 from matching.record where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private String text(Collection<String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Told told(String text) {
        try {
            return Told.of(json.readValue(text, CELLS));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("matching.record holds what is no record", broken);
        }
    }
}
