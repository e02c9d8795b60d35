package org.tongqu.connectors.canon;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door where routes learn which partners there are and how each is reached. */
public interface Directory {
    List<Partner> partners();

    /** Calls back after a partner was added or changed; routes then look again. */
    void onChange(Runnable look);

    record Partner(String code, Kind kind, @Nullable Endpoint endpoint) {}

    enum Kind {
        AGENT,
        FACTORY,
        BRANCH
    }

    /** How a factory is reached; one without any fetches its demands itself. */
    sealed interface Endpoint {
        /** By what it is reached. */
        Wire wire();

        /**
         * A REST server of its own: demands go to {@code POST {base}/demands}.
         *
         * @param bearer secret sent as {@code Authorization: Bearer}
         * @param timeout for connecting, and again for the whole exchange
         */
        record Rest(URI base, @Nullable String bearer, Duration timeout) implements Endpoint {
            @Override
            public Wire wire() {
                return Wire.REST;
            }

            @Override
            public String toString() {
                return "Rest[" + base + "]";
            }
        }

        /**
         * A SOAP server of its own that speaks our {@code FactoryInbox}.
         *
         * @param address where the port listens
         * @param user name in the UsernameToken; absent, with the secret, where the server asks for none
         * @param secret behind the token's digest
         * @param timeout for connecting, and again for the whole exchange
         */
        record Soap(
                URI address,
                @Nullable String user,
                @Nullable String secret,
                Duration timeout) implements Endpoint {
            @Override
            public Wire wire() {
                return Wire.SOAP;
            }

            @Override
            public String toString() {
                return "Soap[" + address + "]";
            }
        }

        /** A queue of its own on the group's broker, from which it takes its demands by JMS or AMQP. */
        record Queue() implements Endpoint {
            @Override
            public Wire wire() {
                return Wire.JMS;
            }
        }
    }
}
