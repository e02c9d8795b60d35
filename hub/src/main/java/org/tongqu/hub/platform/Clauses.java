package org.tongqu.hub.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The where-part of a search: only what was asked for becomes a clause, so the planner sees no idle conditions. Clauses are constants of
 * a Store; what people type is always a parameter.
 */
public final class Clauses {
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Clauses and(String clause) {
        clauses.add(clause);
        return this;
    }

    public Clauses and(String clause, String parameter, Object value) {
        clauses.add(clause);
        parameters.put(parameter, value);
        return this;
    }

    /** Adds the clause where there is a value. */
    public Clauses andIf(@Nullable Object value, String parameter, String clause) {
        return value == null ? this : and(clause, parameter, value);
    }

    public JdbcClient.StatementSpec on(JdbcClient jdbc, String select, String tail) {
        String where = clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        return jdbc.sql(select + where + " " + tail).params(parameters);
    }
}
