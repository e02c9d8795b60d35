package org.tongqu.hub.sales;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.sales.LineVerdict.New;
import org.tongqu.hub.sales.LineVerdict.Return;
import org.tongqu.hub.sales.LineVerdict.Succession;
import org.tongqu.hub.sales.LinesStored.Heir;
import org.tongqu.hub.sales.LinesStored.Rival;
import org.tongqu.hub.sales.LinesStored.Twin;

/**
 * Decides which rows are new lines, which correct one and which repeat one.
 * Words an agent said before count never again, spoken or superseded, so an old file dropped once more undoes no correction.
 */
final class LineRules {
    private final String messageId;
    private final LinesStored stored;
    private final Supplier<String> ids;
    private final Set<String> stated = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Deque<Rival>> rivals = new HashMap<>();
    private final Map<String, Integer> highest;
    private final Map<String, New> added = new LinkedHashMap<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private long duplicate;

    private LineRules(String messageId, LinesStored stored, Supplier<String> ids) {
        this.messageId = messageId;
        this.stored = stored;
        this.ids = ids;
        this.highest = new HashMap<>(stored.highest());
        stored.rivals().forEach((key, lines) -> rivals.put(key, new ArrayDeque<>(lines)));
    }

    /** @param rows of one file, in file order */
    static LineVerdict judge(String messageId, List<SalesLine> rows, LinesStored stored, Supplier<String> ids) {
        LineRules rules = new LineRules(messageId, stored, ids);
        rows.forEach(row -> rules.stated.add(row.contentHash()));
        rows.forEach(rules::judge);
        return new LineVerdict(List.copyOf(rules.added.values()), rules.successions, rules.returns, rules.duplicate);
    }

    private void judge(SalesLine row) {
        if (!seen.add(row.contentHash())) {
            duplicate++;
            return;
        }
        Twin twin = stored.twin(row.contentHash()).orElse(null);
        LineKey key = LineKey.of(row);
        if (twin != null) {
            repeat(twin, key);
        } else if (key.numbered()) {
            addNumbered(row, key.text());
        } else {
            addCounted(row, key.text());
        }
    }

    private void repeat(Twin twin, LineKey key) {
        duplicate++;
        Heir heir = twin.heir();
        if (heir != null && !key.numbered() && standsBeside(heir)) {
            returns.add(new Return(twin.id(), heir.id(), next(key.text())));
        }
    }

    /** Whether this file states the heir as well, here or in a chunk before. */
    private boolean standsBeside(Heir heir) {
        return heir.messageId().equals(messageId) || stated.contains(heir.contentHash());
    }

    /** The newest row under a number speaks, whichever file it stands in. */
    private void addNumbered(SalesLine row, String key) {
        Deque<Rival> speaking = rivals(key);
        String id = add(row, key, 0);
        @Nullable Rival before = speaking.poll();
        if (before != null) {
            supersede(before.id(), id);
        }
        speaking.add(new Rival(id, 0));
    }

    /** A row takes the place of an earlier file's line that this file does not state, or else it is one line more. */
    private void addCounted(SalesLine row, String key) {
        @Nullable Rival before = rivals(key).poll();
        if (before == null) {
            add(row, key, next(key));
        } else {
            supersede(before.id(), add(row, key, before.n()));
        }
    }

    private String add(SalesLine row, String key, int n) {
        String id = ids.get();
        added.put(id, new New(id, row, key, n, null));
        return id;
    }

    private void supersede(String before, String heir) {
        New sameChunk = added.get(before);
        if (sameChunk == null) {
            successions.add(new Succession(before, heir));
        } else {
            added.put(before, sameChunk.supersededBy(heir));
        }
    }

    private Deque<Rival> rivals(String key) {
        return rivals.computeIfAbsent(key, none -> new ArrayDeque<>());
    }

    private int next(String key) {
        return highest.merge(key, 1, Integer::sum);
    }
}
