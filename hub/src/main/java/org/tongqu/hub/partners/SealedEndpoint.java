package org.tongqu.hub.partners;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Directory.Endpoint;

/**
 * An endpoint as the store keeps it: its secret opens only under the home's key.
 *
 * @param kind REST, SOAP or JMS
 * @param login name that goes with the secret, for SOAP
 */
record SealedEndpoint(
        String kind, @Nullable String base, @Nullable String login, byte @Nullable [] secret, int timeoutSeconds) {
    private static final int NO_TIMEOUT = 20;

    static SealedEndpoint close(Endpoint endpoint, Seal seal) {
        return switch (endpoint) {
            case Endpoint.Rest(URI base, String bearer, Duration timeout) ->
                new SealedEndpoint("REST", base.toString(), null, sealed(bearer, seal), (int) timeout.toSeconds());
            case Endpoint.Soap(URI address, String user, String secret, Duration timeout) ->
                new SealedEndpoint("SOAP", address.toString(), user, sealed(secret, seal), (int) timeout.toSeconds());
            case Endpoint.Queue() -> new SealedEndpoint("JMS", null, null, null, NO_TIMEOUT);
        };
    }

    private static byte @Nullable [] sealed(@Nullable String secret, Seal seal) {
        return secret == null ? null : seal.close(secret);
    }

    Endpoint open(Seal seal) {
        String opened = secret == null ? null : seal.open(secret);
        return switch (kind) {
            case "REST" -> new Endpoint.Rest(address(), opened, timeout());
            case "SOAP" -> new Endpoint.Soap(address(), login, opened, timeout());
            case "JMS" -> new Endpoint.Queue();
            default -> throw new IllegalStateException("no way to a partner is called " + kind);
        };
    }

    private URI address() {
        return URI.create(requireNonNull(base, "base"));
    }

    private Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }
}
