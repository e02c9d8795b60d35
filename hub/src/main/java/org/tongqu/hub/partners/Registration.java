package org.tongqu.hub.partners;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Wakes;

/** Enters partners and how they are reached; routes follow at once, in every hub. */
@Service
public class Registration {
    private final PartnerStore store;
    private final SoapSecretStore secrets;
    private final Seal seal;
    private final Wakes wakes;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random;
    private final PartnerFolders folders;

    Registration(
            PartnerStore store,
            SoapSecretStore secrets,
            Seal seal,
            Wakes wakes,
            Ids ids,
            Clock clock,
            SecureRandom random,
            PartnerFolders folders) {
        this.store = store;
        this.secrets = secrets;
        this.seal = seal;
        this.wakes = wakes;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.folders = folders;
    }

    /** The new partner's API key, told this once; empty where the code is taken. */
    public Optional<String> register(Partners.Partner partner) {
        if (!store.add(partner, clock.instant())) {
            return Optional.empty();
        }
        String key = ApiKeys.fresh(random);
        store.addKey(ids.next(), partner.code(), ApiKeys.hash(key), clock.instant());
        folders.make(partner.code());
        wakes.ring(PartnerBook.BELL, partner.code());
        return Optional.of(key);
    }

    /** From now on the partner is reached this way and no other. */
    public void reach(String partner, Directory.Endpoint endpoint) {
        store.putEndpoint(partner, SealedEndpoint.close(endpoint, seal), clock.instant());
        wakes.ring(PartnerBook.BELL, partner);
    }

    /** From now on the partner proves itself over SOAP by a digest of this secret and no other. */
    public void soapSecret(String partner, String secret) {
        secrets.put(partner, seal.close(secret), clock.instant());
    }

    /** As {@link #soapSecret}, unless the partner has one already. */
    public void firstSoapSecret(String partner, String secret) {
        if (secrets.ofActive(partner).isEmpty()) {
            soapSecret(partner, secret);
        }
    }

    /** As {@link #soapSecret}, with a secret nobody could guess, told this once. */
    public String freshSoapSecret(String partner) {
        String secret = ApiKeys.secret(random);
        soapSecret(partner, secret);
        return secret;
    }
}
