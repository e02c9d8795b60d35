package org.tongqu.hub.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 同事: those of one's own house who may keep customers. A user row is its owner's, so names are read by the hub and given to colleagues alone. */
@Component
public class Colleagues {
    private final ColleaguesStore store;
    private final Wall wall;

    Colleagues(ColleaguesStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    /** Representatives and managers of the asker's region, for headquarters of all regions and its own desk too; those switched off as well. */
    public List<People.User> of(Sender asker) {
        return switch (Scope.of(asker).kind()) {
            case HQ, WORKER -> wall.read(Scope.WORKER, () -> store.keepers(null));
            case REGION -> wall.read(Scope.WORKER, () -> store.keepers(asker.region()));
            case PARTNER, SELF -> List.of();
        };
    }

    /** Persons of any region and the active managers of branches, named to one another in a case that is both sides'; the hub answers, not the asker's scope. */
    public List<People.User> parties(Collection<String> logins, Collection<String> branches) {
        return wall.read(Scope.WORKER, () -> store.keepers(null)).stream()
                .filter(user -> logins.contains(user.login())
                        || (user.active() && user.role() == Sender.Role.MANAGER && branches.contains(user.region())))
                .toList();
    }

    /** All of the house who may own a wait, for the hub's own work. */
    public List<People.User> everybody() {
        return wall.read(Scope.WORKER, () -> store.keepers(null));
    }

    /** Those of these logins that are switched off, told in any scope at hand. */
    public Set<String> off(Collection<String> logins) {
        return store.off(logins);
    }

    public Optional<People.User> find(Sender asker, String login) {
        return of(asker).stream().filter(user -> user.login().equals(login)).findFirst();
    }
}
