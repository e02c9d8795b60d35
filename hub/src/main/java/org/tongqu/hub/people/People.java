package org.tongqu.hub.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/** The door of people: who a login is and which region a province belongs to. */
public interface People {
    Optional<User> find(String login);

    /** Region of a province by its full or short name, e.g. 辽宁省 or 辽宁; empty where it is none of ours. */
    Optional<String> regionOfProvince(@Nullable String province);

    /** The province's full name, e.g. 辽宁 to 辽宁省; empty where it is none of ours. */
    Optional<String> fullProvince(@Nullable String province);

    List<Region> regions();

    record User(
            String login,
            String name,
            Sender.Role role,
            @Nullable String region,
            @Nullable String partner,
            boolean active) {
        public Sender sender() {
            return new Sender(login, role, region, partner);
        }
    }

    record Region(String code, String zh, String en) {}
}
