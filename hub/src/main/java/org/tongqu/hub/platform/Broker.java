package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

/**
 * The broker at the hub's edges: transport only, so any queue of it may be thrown away and filled again from the store.
 *
 * @param url {@code tcp://host:port}, Artemis core protocol
 * @param user may be empty for a broker without security
 * @param password never printed
 */
public record Broker(String url, String user, String password) {
    public Broker {
        requireNonNull(url, "url");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "Broker[" + url + ", user " + user + "]";
    }
}
