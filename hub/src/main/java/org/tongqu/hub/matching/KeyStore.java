package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the keys that records are found under. */
@Repository
class KeyStore {
    /** In the order of keys: neighbours of the index are written while they are at hand. */
    private static final String ADD = """
            insert into matching.key (key, record)
            select distinct key, record from unnest(:keys::bigint[], :records::bigint[]) as w(key, record) order by key, record
            """;

    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever holds one of these, in the order of keys so that two never wait crosswise; one that is there is held and left as it is. */
    void hold(Set<String> anchors) {
        jdbc.sql("""
                        insert into matching.anchor (key) select distinct key from unnest(:keys::bigint[]) as w(key) order by key
                        on conflict (key) do update set key = excluded.key where false
                        """).param("keys", KeyHash.all(anchors)).update();
    }

    /** Keys of records that have none yet: looking for them again first would be half of the work. */
    void first(Map<Long, Set<String>> keysByRecord) {
        add(keysByRecord, ADD);
    }

    void add(Map<Long, Set<String>> keysByRecord) {
        add(keysByRecord, ADD + "on conflict do nothing");
    }

    private void add(Map<Long, Set<String>> keysByRecord, String sql) {
        Wanted wanted = Wanted.of(keysByRecord);
        jdbc.sql(sql)
                .param("keys", wanted.keys())
                .param("records", wanted.records())
                .update();
    }

    /** Pairs of a record and another that shares a key with it, each once; a key that too many share is left out. */
    List<long[]> candidates(Map<Long, Set<String>> keysByRecord) {
        Wanted wanted = Wanted.of(keysByRecord);
        return jdbc.sql("""
                        select distinct w.record, other.record
                        from unnest(:records::bigint[], :keys::bigint[], :mosts::int[]) as w(record, key, most)
                        cross join lateral (
                            select array_agg(f.record) as records
                            from (select k.record from matching.key k where k.key = w.key limit w.most + 1) f) found
                        cross join lateral unnest(found.records) as other(record)
                        where cardinality(found.records) <= w.most and other.record <> w.record
                        """)
                .param("records", wanted.records())
                .param("keys", wanted.keys())
                .param("mosts", wanted.mosts())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();
    }

    void drop(Map<Long, Set<String>> keysByRecord) {
        Wanted wanted = Wanted.of(keysByRecord);
        jdbc.sql("""
                        delete from matching.key k using unnest(:keys::bigint[], :records::bigint[]) as w(key, record)
                        where k.key = w.key and k.record = w.record
                        """)
                .param("keys", wanted.keys())
                .param("records", wanted.records())
                .update();
    }

    List<Long> under(Collection<String> keys) {
        return underHashes(List.of(KeyHash.all(keys)));
    }

    List<Long> underHashes(Collection<Long> keys) {
        return jdbc.sql("select distinct record from matching.key where key = any(:keys::bigint[])")
                .param("keys", keys.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Each record beside each of its keys, as three columns. */
    private record Wanted(Long[] records, Long[] keys, Integer[] mosts) {
        static Wanted of(Map<Long, Set<String>> keysByRecord) {
            List<Long> records = new ArrayList<>();
            List<Long> keys = new ArrayList<>();
            List<Integer> mosts = new ArrayList<>();
            keysByRecord.forEach((record, its) -> its.forEach(key -> {
                records.add(record);
                keys.add(KeyHash.of(key));
                mosts.add(Candidates.most(key));
            }));
            return new Wanted(records.toArray(Long[]::new), keys.toArray(Long[]::new), mosts.toArray(Integer[]::new));
        }
    }
}
