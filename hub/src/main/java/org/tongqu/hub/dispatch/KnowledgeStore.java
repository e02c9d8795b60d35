package org.tongqu.hub.dispatch;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.needs.Lessons;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of knowledge items. */
@Repository
class KnowledgeStore {
    private static final String ROWS = """
            select k.*, d.id as seen, d.number
            from dispatch.knowledge_note k left join dispatch.dispatch d on d.id = k.dispatch_id
            """;

    private final JdbcClient jdbc;

    KnowledgeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; a dispatch out of the reader's sight is not named. */
    List<Knowledge.Item> items(@Nullable String productClass, @Nullable String words, Window window) {
        return new Clauses()
                .and("k.id < :before", "before", window.beforeId())
                .andIf(
                        productClass,
                        "class",
                        "(k.product_class = :class or starts_with(k.product_class, :class || '.'))")
                .andIf(words, "words", "strpos(lower(k.words), lower(:words)) > 0")
                .on(jdbc, ROWS, "order by k.id desc limit " + window.oneMore())
                .query((row, n) -> new Knowledge.Item(
                        row.getString("id"),
                        row.getString("seen"),
                        row.getString("seen") == null ? null : DispatchStore.number(row.getLong("number")),
                        row.getString("product_class"),
                        row.getString("trade"),
                        row.getString("words"),
                        row.getString("written_by"),
                        Columns.time(row, "written_at")))
                .list();
    }

    List<Lessons.Lesson> lessons(Collection<String> topClasses, int most) {
        return jdbc.sql("""
                        select product_class, words, written_by, written_at from dispatch.knowledge_note
                        where split_part(product_class, '.', 1) = any(:classes::text[]) order by id desc limit :most
                        """)
                .param("classes", topClasses.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Lessons.Lesson(
                        row.getString("product_class"),
                        row.getString("words"),
                        row.getString("written_by"),
                        Columns.time(row, "written_at")))
                .list();
    }
}
