package org.tongqu.bench.plain;

import java.util.List;
import java.util.Map;

/** A plain way to tell which records are one customer. */
interface Linker {
    /** @param score from 0 to 1, how alike the two are */
    record Link(String one, String other, double score) {}

    /** All pairs that are at least so much alike. */
    List<Link> links(List<Firm> firms, double atLeast) throws Exception;

    /** Figures of its own that nobody can see from outside the program. */
    default Map<String, Long> told() {
        return Map.of();
    }
}
