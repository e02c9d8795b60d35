package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.Sender;

/** Who may do what, from the one file {@code policy.properties}; a word in it that is not known stops the start. */
public final class Policy {
    private final Map<Act, Set<Sender.Role>> allowed;

    private Policy(Map<Act, Set<Sender.Role>> allowed) {
        this.allowed = allowed;
    }

    /** Reads the file of the class path. */
    public static Policy read() {
        try (InputStream file = Policy.class.getResourceAsStream("/policy.properties")) {
            Properties lines = new Properties();
            lines.load(Objects.requireNonNull(file, "policy.properties"));
            return of(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Policy of(Properties lines) {
        Map<Act, Set<Sender.Role>> allowed = new EnumMap<>(Act.class);
        lines.forEach((act, roles) -> allowed.put(Act.valueOf((String) act), roles((String) roles)));
        return new Policy(allowed);
    }

    private static Set<Sender.Role> roles(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(role -> Sender.Role.valueOf(role.strip()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Sender.Role.class)));
    }

    public boolean allows(Sender.Role role, Act act) {
        return allowed.getOrDefault(act, Set.of()).contains(role);
    }

    /** @throws NotAllowed where the sender's role may not do it */
    public void require(Sender sender, Act act) {
        if (!allows(sender.role(), act)) {
            throw new NotAllowed(sender.role(), act);
        }
    }

    /** The role may not do this; answered as 403. */
    public static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllowed(Sender.Role role, Act act) {
            super(role + " may not " + act);
        }
    }
}
