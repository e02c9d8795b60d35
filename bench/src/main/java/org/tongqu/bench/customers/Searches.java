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
import java.util.stream.Stream;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Store;

/** What people type into the one box, each kind in turn, and what it takes until the answer is there. */
final class Searches {
    private static final int INITIALS = 5;

    private final List<Asker> askers = new ArrayList<>();
    private final Caller rep;
    private final Hub hub;

    /**
     * Somebody, and what is typed: of what is in sight of the one who asks.
     *
     * @param terms by kind
     */
    private record Asker(String name, Caller caller, Map<String, List<String>> terms) {}

    /** @param agentKey of an agent all of whose customers are there, by its code */
    Searches(Hub hub, Map<String, String> agentKey, int each, String series) throws SQLException, IOException {
        this.hub = hub;
        Store store = hub.store();
        askers.add(new Asker("hq", Caller.person(hub, "desk"), terms(store, "true", "true", each, series)));
        askers.add(new Asker(
                "region", Caller.person(hub, "mgr-ne"), terms(store, "region = 'NE'", "region = 'NE'", each, series)));
        for (Map.Entry<String, String> agent : agentKey.entrySet()) {
            String code = "'" + agent.getKey() + "'";
            askers.add(new Asker(
                    "agent",
                    Caller.key(hub, agent.getValue()),
                    terms(store, "source = " + code, "agent = " + code, each, series)));
        }
        rep = Caller.person(hub, "rep-ne-1");
    }

    /** @param sight of records; {@code facts} of what hangs on them */
    private static Map<String, List<String>> terms(Store store, String sight, String facts, int each, String series)
            throws SQLException {
        List<String> words = some(
                store,
                "words",
                "customers.found_by join customers.source_record r on r.id = source_record_id",
                sight,
                8 * each,
                series);
        Map<String, List<String>> terms = new LinkedHashMap<>();
        terms.put("two_characters", first(each, chinese(words).map(name -> name.substring(2, 4))));
        terms.put("name_part", first(each, chinese(words).map(name -> name.substring(2, Math.min(6, name.length())))));
        terms.put("initials", first(each, initials(words)));
        terms.put("telephone", first(each, lines(words, "[0-9]{9,12}")));
        terms.put("uscc", first(each, lines(words, "91[0-9A-Z]{16}")));
        terms.put("order", some(store, "order_no", "sales.sales_order", facts, each, series));
        terms.put("contract", some(store, "contract_no", "sales.report_line", facts, each, series));
        if (!facts.startsWith("agent")) {
            terms.put(
                    "serial",
                    some(
                            store,
                            "serial",
                            "visits.usage_reading join visits.visit v on v.id = visit_id",
                            facts,
                            each,
                            series));
        }
        return terms;
    }

    private static List<String> first(int each, Stream<String> wanted) {
        return wanted.limit(each).toList();
    }

    private static List<String> some(Store store, String column, String from, String where, int most, String series)
            throws SQLException {
        String sql = "select %1$s from %2$s where %3$s order by md5(%1$s || '%4$s') limit %5$d"
                .formatted(column, from, where, series, most);
        List<String> found = new ArrayList<>();
        try (Connection connection = store.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
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

    /**
     * One kind by one asker.
     *
     * @param found how many of them found something
     */
    record Told(String asker, String kind, List<Double> millis, int found) {}

    void ask(Findings findings) throws IOException, InterruptedException, SQLException {
        for (Asker asker : askers) {
            Statements.forget(hub.store());
            Cpu before = Cpu.of(hub.pid(), hub.store().postmaster());
            List<Told> told = asked(asker);
            findings.asked(
                    asker.name,
                    told.stream().mapToInt(one -> one.millis.size()).sum(),
                    Statements.of(hub.store()),
                    Cpu.of(hub.pid(), hub.store().postmaster()).since(before));
            told.forEach(findings::searched);
        }
    }

    /** Nothing is told of it. */
    void warmUp() throws IOException, InterruptedException {
        for (Asker asker : askers) {
            asked(asker);
        }
    }

    private static List<Told> asked(Asker asker) throws IOException, InterruptedException {
        List<Told> told = new ArrayList<>();
        for (Map.Entry<String, List<String>> kind : asker.terms.entrySet()) {
            if (!kind.getValue().isEmpty()) {
                told.add(one(asker.name, asker.caller, kind.getKey(), kind.getValue()));
            }
        }
        return told;
    }

    private List<String> known(String kind) {
        return askers.getFirst().terms.getOrDefault(kind, List.of());
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
        List<String> names = known("name_part");
        List<String> phones = known("telephone");
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
