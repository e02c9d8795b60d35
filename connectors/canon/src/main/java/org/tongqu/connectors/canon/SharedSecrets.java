package org.tongqu.connectors.canon;

import java.time.Instant;
import java.util.Optional;

/** The door where a partner proves itself by a digest over a secret that both sides keep and neither sends. */
public interface SharedSecrets {

    /** Who speaks under this name and what proves it; empty for a stranger and for a partner that is switched off. */
    Optional<Holder> holder(String name);

    /** Whether this name never used this nonce before, in whichever hub of the group; asked only once the digest is proved. */
    boolean firstUse(String name, String nonce, Instant created);

    /** One partner with its secret. */
    record Holder(Sender sender, String secret) {
        @Override
        public String toString() {
            return "Holder[" + sender + "]";
        }
    }
}
