package org.tongqu.connectors.canon;

import java.util.List;

/** What came of reading one item of a message: words understood, or what is wrong with them. */
public sealed interface Reading<T> {

    /**
     * @param contentHash SHA-256 in hex over the canonical form, so that white space and field order do not make another content
     */
    record Understood<T>(T said, String contentHash) implements Reading<T> {}

    record Refused<T>(List<Refusal> refusals) implements Reading<T> {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
