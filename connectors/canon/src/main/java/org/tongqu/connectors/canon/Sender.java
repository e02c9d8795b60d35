package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who is speaking, taken from the credential (session, key, folder) and from nothing else.
 *
 * @param login user login, or the partner's code where the partner's own key was used
 * @param role decides what the sender may do
 * @param region NE N E CS SW NW, for branch people
 * @param partner code of the factory, agent or branch the credential belongs to
 */
public record Sender(
        String login,
        Role role,
        @Nullable String region,
        @Nullable String partner) {
    public Sender {
        requireNonNull(login, "login");
        requireNonNull(role, "role");
    }

    /** The roles of the house; REP and MANAGER have a region, FACTORY and AGENT a partner, BRANCH both. */
    public enum Role {
        ADMIN,
        DESK,
        TECHNICIAN,
        MANAGER,
        REP,
        BRANCH,
        FACTORY,
        AGENT,
        AUDITOR
    }
}
