package org.tongqu.hub.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the records read last say, taken apart: a record is read several times while another comes, and what its words say depends on them alone. */
final class SaidBefore {
    private static final int MOST = 20_000;

    private final Map<Words, Said> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Words, Said> eldest) {
            return size() > MOST;
        }
    };

    /** @param also what its name is called too */
    private record Words(String told, List<String> also) {}

    Said said(String told, List<String> also, Function<String, Said> reading) {
        Words words = new Words(told, also);
        synchronized (last) {
            Said known = last.get(words);
            if (known != null) {
                return known;
            }
        }
        Said said = reading.apply(told);
        synchronized (last) {
            last.put(words, said);
        }
        return said;
    }
}
