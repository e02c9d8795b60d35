package org.tongqu.hub.partners;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.SharedSecrets;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Secrets and spent nonces in the store, so that every hub of the group knows a token that any of them has seen. */
@Service
class SoapSecrets implements SharedSecrets {
    /** Twice what a token may be old or ahead: after that its time alone refuses it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final SoapSecretStore store;
    private final Partners partners;
    private final Seal seal;
    private final Wall wall;
    private final Clock clock;

    SoapSecrets(SoapSecretStore store, Partners partners, Seal seal, Wall wall, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.seal = seal;
        this.wall = wall;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holder(String name) {
        return wall.read(
                Scope.WORKER,
                () -> store.ofActive(name).map(kept -> new Holder(partners.folderSender(name), seal.open(kept))));
    }

    @Override
    public boolean firstUse(String name, String nonce, Instant created) {
        return wall.within(Scope.WORKER, () -> {
            store.forgetBefore(clock.instant().minus(REMEMBERED));
            return store.spend(name, nonce, created);
        });
    }
}
