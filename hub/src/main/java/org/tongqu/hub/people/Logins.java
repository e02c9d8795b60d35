package org.tongqu.hub.people;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Switches a person's login off and on again; whoever is off is out at their next click, for every request asks. */
@Service
public class Logins {
    private final PeopleStore store;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Clock clock;

    Logins(PeopleStore store, Policy policy, AuditTrail trail, Wall wall, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.clock = clock;
    }

    /** @throws Policy.NotAllowed where the sender's role may not */
    public Answer turn(Sender sender, String login, boolean on) {
        policy.require(sender, Act.SWITCH_LOGIN);
        if (login.equals(sender.login())) {
            return Answer.OWN;
        }
        return wall.within(Scope.of(sender), () -> {
            if (store.turn(login, on)) {
                trail.note(Act.SWITCH_LOGIN.name(), login, on ? "on" : "off");
                return Answer.DONE;
            }
            return store.user(login).isPresent() ? Answer.AS_IT_WAS : Answer.UNKNOWN;
        });
    }

    /** A person came in at a browser. */
    public void cameIn(String login) {
        wall.run(Scope.WORKER, () -> store.cameIn(login, clock.instant()));
    }

    /** What came of it. */
    public enum Answer {
        DONE,
        AS_IT_WAS,
        UNKNOWN,
        /** Nobody shuts the door on themselves: there might be nobody left to open it. */
        OWN
    }
}
