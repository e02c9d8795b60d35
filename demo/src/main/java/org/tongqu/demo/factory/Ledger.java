package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The factory's memory over kills: deliveries, effects, words said; one effect an Idempotency-Key. */
final class Ledger implements AutoCloseable {
    private final String prefix;
    private final Clock clock;
    private final LedgerFile file;
    private final Map<String, Dossier> dossiers = new LinkedHashMap<>();
    private final Map<String, Taking> byKey = new HashMap<>();

    private Ledger(String prefix, Clock clock, LedgerFile file) {
        this.prefix = prefix;
        this.clock = clock;
        this.file = file;
    }

    /** What came of a delivery: the factory's number, the same for every repeat under the key. */
    record Taking(String demandId, String factoryRef, boolean first) {
        Taking again() {
            return new Taking(demandId, factoryRef, false);
        }
    }

    static Ledger open(Path folder, String code, Clock clock) throws IOException {
        Path path = folder.resolve(code + ".jsonl");
        Ledger ledger = new Ledger(prefixOf(code), clock, LedgerFile.open(path));
        LedgerFile.read(path).forEach(ledger::remember);
        return ledger;
    }

    static String prefixOf(String code) {
        return code.replaceFirst("^factory-", "").toUpperCase(Locale.ROOT);
    }

    synchronized void delivered(String demandId, String key) {
        write(Entry.delivered(demandId, key, now()));
    }

    /** Takes a demand unless that key was taken before. */
    synchronized Taking take(String demandId, String key, JsonNode asked) {
        Taking before = byKey.get(key);
        if (before != null) {
            return before.again();
        }
        String reference = prefix + "-%05d".formatted(byKey.size() + 1);
        write(Entry.taken(demandId, key, reference, asked, now()));
        return new Taking(demandId, reference, true);
    }

    synchronized JsonNode said(Dossier dossier, Step step, JsonNode words) {
        write(Entry.said(dossier.demandId, step, words, now()));
        return words;
    }

    synchronized void heard(Dossier dossier, Step step, boolean kept) {
        write(Entry.heard(dossier.demandId, step, kept, now()));
    }

    synchronized Dossier dossier(String demandId) {
        return dossiers.computeIfAbsent(demandId, Dossier::new);
    }

    synchronized List<Dossier> dossiers() {
        return new ArrayList<>(dossiers.values());
    }

    String now() {
        return OffsetDateTime.now(clock).toString();
    }

    private void write(Entry entry) {
        file.append(entry);
        remember(entry);
    }

    private void remember(Entry entry) {
        dossier(entry.demandId()).happened(entry);
        if (entry.event() == Entry.Event.TAKEN && entry.key() != null && entry.factoryRef() != null) {
            byKey.put(entry.key(), new Taking(entry.demandId(), entry.factoryRef(), true));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
