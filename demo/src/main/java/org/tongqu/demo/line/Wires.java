package org.tongqu.demo.line;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Gives each factory the wire it speaks on; all of the demo group prove themselves with the password everybody knows. */
@FunctionalInterface
public interface Wires {
    /** Password, and SOAP secret, of all partners of the demo group. */
    String SECRET = "demo";

    /** How often a factory that can only call out looks for demands. */
    Duration FETCHES_EVERY = Duration.ofSeconds(5);

    Wire of(Wire.Kind kind, String factory);

    /** Everybody by REST, for a hub that knows nothing else. */
    static Wires plain(URI hub) {
        HubLine line = new HubLine(hub);
        return (kind, factory) -> new RestWire(line, Credential.basic(factory, SECRET));
    }

    /** Everybody as it is. */
    static Wires real(URI hub, String broker, Clock clock) {
        Wires plain = plain(hub);
        return (kind, factory) -> switch (kind) {
            case REST -> plain.of(kind, factory);
            case SOAP -> new SoapWire(hub, factory, SECRET, null, clock);
            case SOAP_FETCH -> new SoapWire(hub, factory, SECRET, FETCHES_EVERY, clock);
            case JMS -> new QueueWire(broker, factory, SECRET);
        };
    }
}
