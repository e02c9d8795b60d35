package org.tongqu.hub.partners.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Directory.Endpoint;
import org.tongqu.connectors.canon.Refusal;

/**
 * How a factory wants to be reached, as asked for.
 *
 * @param kind REST where not said, SOAP, or JMS, which needs no address
 * @param bearer secret of a REST server
 * @param user name that a SOAP server expects in the UsernameToken
 * @param secret of a SOAP server, behind the token's digest
 * @param timeoutSeconds 1 to 120; 20 where not said
 */
record NewEndpoint(
        @Nullable String kind,
        @Nullable String base,
        @Nullable String bearer,
        @Nullable String user,
        @Nullable String secret,
        @Nullable Integer timeoutSeconds) {
    private static final int DEFAULT_TIMEOUT = 20;
    private static final int LONGEST_TIMEOUT = 120;

    Optional<Refusal> wrong() {
        if (!way().matches("REST|SOAP|JMS")) {
            return Optional.of(PartnerWords.badWay());
        }
        if ((user == null) != (secret == null)) {
            return Optional.of(PartnerWords.userWithoutSecret());
        }
        return way().equals("JMS") || (hasAddress() && isPatient())
                ? Optional.empty()
                : Optional.of(PartnerWords.badEndpoint());
    }

    private String way() {
        return kind == null ? "REST" : kind;
    }

    private boolean hasAddress() {
        return base != null && base.matches("https?://[^\\s?#]+");
    }

    private boolean isPatient() {
        return timeoutSeconds == null || (timeoutSeconds >= 1 && timeoutSeconds <= LONGEST_TIMEOUT);
    }

    /** Only of one with nothing wrong. */
    Endpoint endpoint() {
        Duration timeout = Duration.ofSeconds(timeoutSeconds == null ? DEFAULT_TIMEOUT : timeoutSeconds);
        return switch (way()) {
            case "SOAP" -> new Endpoint.Soap(URI.create(String.valueOf(base)), user, secret, timeout);
            case "JMS" -> new Endpoint.Queue();
            default -> new Endpoint.Rest(URI.create(String.valueOf(base)), bearer, timeout);
        };
    }
}
