package org.tongqu.hub.matching;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of how many brands are known under each number: the telephone of an agent is that of many. */
@Repository
class NumberStore {
    private final JdbcClient jdbc;

    NumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those numbers that turned out to be shared by many just now. */
    Set<String> add(Collection<Said> records) {
        Set<List<String>> known = known(records);
        if (known.isEmpty()) {
            return Set.of();
        }
        Map<String, Integer> fresh = new HashMap<>();
        jdbc.sql("""
                        insert into matching.number (number, brand)
                        select number, brand from unnest(:numbers::text[], :brands::text[]) as w(number, brand) order by 1, 2
                        on conflict do nothing returning number
                        """)
                .param("numbers", known.stream().map(List::getFirst).toArray(String[]::new))
                .param("brands", known.stream().map(List::getLast).toArray(String[]::new))
                .query((row, n) -> fresh.merge(row.getString(1), 1, Integer::sum))
                .list();
        if (fresh.isEmpty()) {
            return Set.of();
        }
        Map<String, Integer> now = spread(fresh.keySet(), Weighing.FEW + Collections.max(fresh.values()));
        Set<String> crossed = new HashSet<>();
        now.forEach((number, brands) -> {
            if (brands >= Weighing.FEW && brands - fresh.getOrDefault(number, 0) < Weighing.FEW) {
                crossed.add(number);
            }
        });
        return crossed;
    }

    /** Each number of these with each brand it is known under. */
    static Set<List<String>> known(Collection<Said> records) {
        Set<List<String>> known = new HashSet<>();
        records.forEach(said -> said.numbers()
                .forEach(number -> known.add(List.of(number, said.name().sound()))));
        return known;
    }

    /** Those numbers that are not shared by many any more. */
    Set<String> drop(Collection<List<String>> unsaid) {
        if (unsaid.isEmpty()) {
            return Set.of();
        }
        Map<String, Integer> gone = new HashMap<>();
        jdbc.sql("""
                        delete from matching.number n using unnest(:numbers::text[], :brands::text[]) as w(number, brand)
                        where n.number = w.number and n.brand = w.brand returning n.number
                        """)
                .param("numbers", unsaid.stream().map(List::getFirst).toArray(String[]::new))
                .param("brands", unsaid.stream().map(List::getLast).toArray(String[]::new))
                .query((row, n) -> gone.merge(row.getString(1), 1, Integer::sum))
                .list();
        Map<String, Integer> now = spread(gone.keySet(), Weighing.FEW);
        Set<String> uncrossed = new HashSet<>();
        gone.forEach((number, brands) -> {
            int left = now.getOrDefault(number, 0);
            if (left < Weighing.FEW && left + brands >= Weighing.FEW) {
                uncrossed.add(number);
            }
        });
        return uncrossed;
    }

    /** How many brands each has, told up to where a number is shared: beyond that it makes no difference. */
    Map<String, Integer> spread(Collection<String> numbers) {
        return spread(numbers, Weighing.FEW);
    }

    private Map<String, Integer> spread(Collection<String> numbers, int most) {
        Map<String, Integer> spread = new HashMap<>();
        jdbc.sql("""
                        select w.number, counted.brands from unnest(:numbers::text[]) as w(number)
                        cross join lateral (
                            select count(*) as brands from (select from matching.number n where n.number = w.number limit :most) seen) counted
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> spread.put(row.getString(1), row.getInt(2)))
                .list();
        return spread;
    }
}
