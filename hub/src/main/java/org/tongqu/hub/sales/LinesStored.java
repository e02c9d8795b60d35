package org.tongqu.hub.sales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds that touches a chunk of rows.
 *
 * @param twins lines that said the same before, by content
 * @param rivals lines that speak under a key of the chunk and may be superseded by it, by key and in their order
 * @param highest highest number given out, by key
 */
record LinesStored(Map<String, Twin> twins, Map<String, List<Rival>> rivals, Map<String, Integer> highest) {
    LinesStored {
        twins = Map.copyOf(twins);
        rivals = Map.copyOf(rivals);
        highest = Map.copyOf(highest);
    }

    Optional<Twin> twin(String contentHash) {
        return Optional.ofNullable(twins.get(contentHash));
    }

    /** A line that said the same before; {@code heir} speaks in its place, if one does. */
    record Twin(String id, @Nullable Heir heir) {}

    /** A line that speaks, with its number under its key. */
    record Rival(String id, int n) {}

    record Heir(String id, String contentHash, String messageId) {}
}
