package org.tongqu.hub.needs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of grade rules, version by version. */
@Repository
class GradeRulesStore {
    private final JdbcClient jdbc;

    GradeRulesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GradeRules current() {
        return versions(1).getFirst();
    }

    /** Newest first. */
    List<GradeRules> versions(int most) {
        Map<Integer, List<GradeRules.Rule>> rules = jdbc
                .sql("""
                        select r.* from needs.grade_rule r
                        where r.version > (select max(version) from needs.grade_rules) - :most
                        """)
                .param("most", most)
                .query((row, n) -> Map.entry(
                        row.getInt("version"),
                        new GradeRules.Rule(
                                Measure.valueOf(row.getString("measure")),
                                row.getString("value"),
                                row.getString("grade"),
                                row.getBoolean("applied"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from needs.grade_rules order by version desc limit :most")
                .param("most", most)
                .query((row, n) -> new GradeRules(
                        row.getInt("version"),
                        rules.getOrDefault(row.getInt("version"), List.of()),
                        row.getString("by_whom"),
                        row.getString("why"),
                        Columns.time(row, "since")))
                .list();
    }

    /** @return false where somebody else made that version meanwhile */
    boolean add(GradeRules rules) {
        boolean added = jdbc.sql("""
                                insert into needs.grade_rules (version, by_whom, why, since)
                                values (:version, :who, :why, :since) on conflict do nothing
                                """)
                        .param("version", rules.version())
                        .param("who", rules.by())
                        .param("why", rules.why())
                        .param("since", rules.since())
                        .update()
                == 1;
        if (added) {
            rules.rules().forEach(rule -> add(rules.version(), rule));
        }
        return added;
    }

    private void add(int version, GradeRules.Rule rule) {
        jdbc.sql("""
                        insert into needs.grade_rule (version, measure, value, grade, applied)
                        values (:version, :measure, :value, :grade, :applied)
                        """)
                .param("version", version)
                .param("measure", rule.measure().name())
                .param("value", rule.value())
                .param("grade", rule.grade())
                .param("applied", rule.applied())
                .update();
    }
}
