package org.tongqu.hub.handbook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Columns;

/** SQL of forms, their steps, and which visit was written on which. */
@Repository
class HandbookStore {
    private static final String FORM =
            "select product_class, version, since, until, by_login, why from handbook.form where ";

    private final JdbcClient jdbc;

    HandbookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force, the general one first. */
    List<FormVersion> today() {
        return whole(jdbc.sql(FORM + "until is null order by product_class = :general desc, product_class")
                .param("general", FormVersion.GENERAL));
    }

    /** Of one class, the newest first. */
    List<FormVersion> versions(String productClass, int most) {
        return whole(jdbc.sql(FORM + "product_class = :class order by version desc limit :most")
                .param("class", productClass)
                .param("most", most));
    }

    Optional<FormVersion> find(String productClass, int version) {
        return whole(jdbc.sql(FORM + "product_class = :class and version = :version")
                        .param("class", productClass)
                        .param("version", version))
                .stream()
                .findFirst();
    }

    private List<FormVersion> whole(JdbcClient.StatementSpec forms) {
        List<FormVersion> bare = forms.query((row, n) -> new FormVersion(
                        row.getString("product_class"),
                        row.getInt("version"),
                        Columns.time(row, "since"),
                        Columns.timeOrNull(row, "until"),
                        row.getString("by_login"),
                        row.getString("why"),
                        List.of()))
                .list();
        return bare.stream().map(form -> form.with(steps(form))).toList();
    }

    private List<FormVersion.Step> steps(FormVersion form) {
        return jdbc
                .sql("""
                        select step, asked, help_zh, help_en from handbook.step
                        where product_class = :class and version = :version
                        """)
                .param("class", form.productClass())
                .param("version", form.version())
                .query((row, n) -> new FormVersion.Step(
                        VisitStep.valueOf(row.getString("step")),
                        FormVersion.Asked.valueOf(row.getString("asked")),
                        row.getString("help_zh"),
                        row.getString("help_en")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(FormVersion.Step::step))
                .toList();
    }

    /** Whether the version was in force until now; of two that end it at once one finds it ended. */
    boolean end(String productClass, int version, Instant now) {
        return jdbc.sql("""
                        update handbook.form set until = :now
                        where product_class = :class and version = :version and until is null
                        """)
                        .param("class", productClass)
                        .param("version", version)
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    /** False where another has just begun the same one. */
    boolean begin(FormVersion form) {
        int begun = jdbc.sql("""
                        insert into handbook.form (product_class, version, why, by_login, since)
                        values (:class, :version, :why, :by, :since) on conflict (product_class, version) do nothing
                        """)
                .param("class", form.productClass())
                .param("version", form.version())
                .param("why", form.why())
                .param("by", form.by())
                .param("since", form.since())
                .update();
        if (begun == 1) {
            form.steps().forEach(step -> begin(form, step));
        }
        return begun == 1;
    }

    private void begin(FormVersion form, FormVersion.Step step) {
        jdbc.sql("""
                        insert into handbook.step (product_class, version, step, asked, help_zh, help_en)
                        values (:class, :version, :step, :asked, :zh, :en)
                        """)
                .param("class", form.productClass())
                .param("version", form.version())
                .param("step", step.step().name())
                .param("asked", step.asked().name())
                .param("zh", step.helpZh().strip())
                .param("en", step.helpEn().strip())
                .update();
    }

    void written(String messageId, FormVersion form, Sender by) {
        jdbc.sql("""
                        insert into handbook.written (message_id, product_class, version, region, by_login)
                        values (:message, :class, :version, :region, :by)
                        """)
                .param("message", messageId)
                .param("class", form.productClass())
                .param("version", form.version())
                .param("region", by.region())
                .param("by", by.login())
                .update();
    }

    /** By message. */
    Map<String, Handbook.Written> writtenOn(Collection<String> messages) {
        return jdbc
                .sql(
                        "select message_id, product_class, version from handbook.written where message_id = any(:messages::text[])")
                .param("messages", messages.toArray(String[]::new))
                .query(Handbook.Written.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Handbook.Written::messageId, written -> written));
    }
}
