package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/**
 * What one transaction may see: row-level security in the database reads it, so forgetting a filter shows nothing rather than everything.
 *
 * @param kind HQ and WORKER see all rows; REGION a region's; PARTNER a partner's; SELF none but its own user row
 */
public record Scope(
        Kind kind, @Nullable String region, @Nullable String partner, String login, String role, boolean readOnly) {

    /** The hub's own workers, e.g. applying a message whose sender has long gone. */
    public static final Scope WORKER = new Scope(Kind.WORKER, null, null, "hub", "WORKER", false);

    public Scope {
        requireNonNull(kind, "kind");
        requireNonNull(login, "login");
    }

    public static Scope of(Sender sender) {
        return new Scope(
                kindOf(sender.role()),
                sender.region(),
                sender.partner(),
                sender.login(),
                sender.role().name(),
                sender.role() == Sender.Role.AUDITOR);
    }

    private static Kind kindOf(Sender.Role role) {
        return switch (role) {
            case ADMIN, DESK, AUDITOR -> Kind.HQ;
            case MANAGER, REP, BRANCH -> Kind.REGION;
            case FACTORY, AGENT -> Kind.PARTNER;
            case TECHNICIAN -> Kind.SELF;
        };
    }

    /** The kinds the policies know. */
    public enum Kind {
        HQ,
        REGION,
        PARTNER,
        SELF,
        WORKER
    }
}
