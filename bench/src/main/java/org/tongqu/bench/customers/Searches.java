package org.tongqu.bench.customers;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Store;

/** What people type into the one box, each kind in turn, and what it takes until the answer is there. */
final class Searches {
    private static final String WORDS =
            "select words from customers.found_by order by md5(source_record_id || '%s') limit %d";
    private static final int INITIALS = 5;

    private final Map<String, Caller> askers = new LinkedHashMap<>();
    private final Map<String, List<String>> terms = new LinkedHashMap<>();
    private final Caller rep;

    /** @param agentKey of an agent some of whose customers are there */
    Searches(Hub hub, Optional<String> agentKey, int each, String series) throws IOException, SQLException {
        askers.put("hq", Caller.person(hub, "desk"));
        askers.put("region", Caller.person(hub, "mgr-ne"));
        agentKey.ifPresent(key -> askers.put("agent", Caller.key(hub, key)));
        rep = Caller.person(hub, "rep-ne-1");
        Store store = hub.store();
        List<String> words = column(store, WORDS.formatted(series, 8 * each));
        put("two_characters", chinese(words).map(name -> name.substring(2, 4)), each);
        put("name_part", chinese(words).map(name -> name.substring(2, Math.min(6, name.length()))), each);
        put("initials", initials(words), each);
        put("telephone", lines(words, "[0-9]{9,12}"), each);
        put("uscc", lines(words, "91[0-9A-Z]{16}"), each);
        number(store, "order", "sales.sales_order", "order_no", series, each);
        number(store, "contract", "sales.report_line", "contract_no", series, each);
        number(store, "serial", "visits.usage_reading", "serial", series, each);
    }

    private static Stream<String> lines(List<String> words, String like) {
        return words.stream().flatMap(String::lines).filter(line -> line.matches(like));
    }

    private static Stream<String> chinese(List<String> words) {
        return words.stream().map(all -> all.lines().findFirst().orElse("")).filter(name -> name.matches("[一-龥]{6,}"));
    }

    private static Stream<String> initials(List<String> words) {
        return words.stream()
                .map(all -> all.lines().skip(2).findFirst().orElse(""))
                .filter(line -> line.matches("[A-Z]{6,}"))
                .map(line -> line.substring(0, INITIALS));
    }

    private void number(Store store, String kind, String table, String column, String series, int each)
            throws SQLException {
        put(
                kind,
                column(
                        store,
                        "select %1$s from %2$s tablesample system_rows(%4$d) order by md5(%1$s || '%3$s') limit %4$d"
                                .formatted(column, table, series, each))
                        .stream(),
                each);
    }

    private void put(String kind, Stream<String> wanted, int each) {
        List<String> some = wanted.limit(each).toList();
        if (!some.isEmpty()) {
            terms.put(kind, some);
        }
    }

    private static List<String> column(Store store, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = store.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists tsm_system_rows");
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /**
     * One kind by one asker.
     *
     * @param found how many of them found something
     */
    record Told(String asker, String kind, List<Double> millis, int found) {}

    /** Term after term, each by everybody, so that what disturbs the machine disturbs all kinds. */
    List<Told> ask() throws IOException, InterruptedException {
        List<Told> told = new ArrayList<>();
        for (Map.Entry<String, Caller> asker : askers.entrySet()) {
            for (Map.Entry<String, List<String>> kind : terms.entrySet()) {
                told.add(one(asker.getKey(), asker.getValue(), kind.getKey(), kind.getValue()));
            }
        }
        return told;
    }

    private static Told one(String name, Caller asker, String kind, List<String> terms)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int found = 0;
        for (String term : terms) {
            Caller.Answer answer = asker.get("/api/v1/search?q=" + URLEncoder.encode(term, StandardCharsets.UTF_8));
            answer.orFail("search for " + term);
            millis.add(answer.millis());
            found += answer.body().contains("\"id\"") ? 1 : 0;
        }
        return new Told(name, kind, millis, found);
    }

    /** By name and telephone, as somebody about to enter a customer; none where this hub has no such look-up. */
    List<Told> lookUp() throws IOException, InterruptedException {
        List<String> names = terms.getOrDefault("name_part", List.of());
        List<String> phones = terms.getOrDefault("telephone", List.of());
        if (names.isEmpty()
                || rep.get("/api/v1/lookup?name=" + encoded(names.getFirst())).status() == 404) {
            return List.of();
        }
        return List.of(looked("name", "name", names), looked("telephone", "phone", phones));
    }

    private Told looked(String kind, String parameter, List<String> terms) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int found = 0;
        for (String term : terms) {
            Caller.Answer answer =
                    rep.get("/api/v1/lookup?" + parameter + "=" + encoded(term)).orFail("look-up");
            millis.add(answer.millis());
            found += answer.body().contains("region") ? 1 : 0;
        }
        return new Told("rep", kind, millis, found);
    }

    private static String encoded(String term) {
        return URLEncoder.encode(term, StandardCharsets.UTF_8);
    }
}
