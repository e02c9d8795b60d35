package org.tongqu.hub.journal;

import java.util.List;

/** What a message states, by its claims, and the keys it is found by. */
public record Statement(List<Claim> claims, List<BusinessKey> keys) {
    public Statement {
        claims = List.copyOf(claims);
        keys = List.copyOf(keys);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a message that claims nothing can be taken twice");
        }
    }
}
