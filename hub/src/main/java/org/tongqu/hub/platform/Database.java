package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

/**
 * Where the one truth lives, and the two roles it is reached by: the owner migrates, the application role owns nothing.
 *
 * @param url JDBC address, {@code jdbc:postgresql://…}, without user or password in it
 * @param ownerUser role that owns the tables
 * @param ownerPassword never printed
 * @param appUser role the hub works as, under row-level security
 * @param appPassword never printed
 */
public record Database(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {
    public Database {
        requireNonNull(url, "url");
        requireNonNull(ownerUser, "ownerUser");
        requireNonNull(ownerPassword, "ownerPassword");
        requireNonNull(appUser, "appUser");
        requireNonNull(appPassword, "appPassword");
    }

    @Override
    public String toString() {
        return "Database[" + url + ", owner " + ownerUser + ", app " + appUser + "]";
    }
}
