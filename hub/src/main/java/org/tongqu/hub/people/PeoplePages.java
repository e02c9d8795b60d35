package org.tongqu.hub.people;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** People as shown to those who may look after them; nothing of a password is ever read here. */
@Component
public final class PeoplePages {
    private final PeoplePagesStore store;
    private final Policy policy;
    private final Wall wall;

    PeoplePages(PeoplePagesStore store, Policy policy, Wall wall) {
        this.store = store;
        this.policy = policy;
        this.wall = wall;
    }

    /** In the order of their logins. */
    public Slice<Person> list(Sender sender, Sought sought, Window window) {
        policy.require(sender, Act.READ_PEOPLE);
        return wall.read(Scope.of(sender), () -> Slice.of(store.list(sought, window), window, Person::login));
    }

    public Optional<Person> one(Sender sender, String login) {
        policy.require(sender, Act.READ_PEOPLE);
        return wall.read(Scope.of(sender), () -> store.one(login));
    }

    public Counts counts(Sender sender) {
        policy.require(sender, Act.READ_PEOPLE);
        return wall.read(Scope.of(sender), store::counts);
    }

    /**
     * What is looked for; absent means any.
     *
     * @param word part of a name, a login or a partner's code
     */
    public record Sought(
            @Nullable String word,
            @Nullable String role,
            @Nullable String region,
            @Nullable Boolean active) {}

    /**
     * @param oneTime whether the password is still the one handed out
     * @param lastSignIn at a browser; absent where never, or before it was kept
     */
    public record Person(
            String login,
            String name,
            Sender.Role role,
            @Nullable String region,
            @Nullable String partner,
            boolean active,
            boolean oneTime,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime lastSignIn) {}

    public record Counts(long active, long off) {}
}
