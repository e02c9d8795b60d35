package org.tongqu.hub.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.people.People;

/** Who is to be reminded of a wait by now: a rung where nobody stands is the next one's. */
final class Ladders {
    private final WorkClock clock;
    private final List<People.User> people;
    private final Map<String, Set<String>> alsoOwn;

    /** @param alsoOwn by need, who owns it besides whoever follows it */
    Ladders(WorkClock clock, Collection<People.User> people, Map<String, Set<String>> alsoOwn) {
        this.clock = clock;
        this.people = people.stream().filter(People.User::active).toList();
        this.alsoOwn = alsoOwn;
    }

    List<Reminded> of(Wait wait, Instant now) {
        if (wait.hop() == Hop.COVERAGE) {
            return all(Step.DESK, desk(), wait);
        }
        WorkClock.Ladder ladder = clock.ladder(wait);
        List<Reminded> reminded = new ArrayList<>();
        if (!now.isBefore(ladder.late())) {
            reminded.addAll(all(Step.LATE, owners(wait), wait));
        } else if (!now.isBefore(ladder.warning())) {
            reminded.addAll(all(Step.WARNING, owners(wait), wait));
        }
        if (!now.isBefore(ladder.manager())) {
            reminded.addAll(all(Step.MANAGER, managers(wait), wait));
        }
        if (!now.isBefore(ladder.desk()) && !wait.isOfDesk()) {
            reminded.addAll(all(Step.DESK, desk(), wait));
        }
        return reminded;
    }

    private static List<Reminded> all(Step step, Set<String> logins, Wait wait) {
        return logins.stream().map(login -> new Reminded(step, login, wait)).toList();
    }

    private Set<String> owners(Wait wait) {
        if (wait.isOfDesk()) {
            return desk();
        }
        Set<String> wanted = new LinkedHashSet<>();
        if (wait.owner() != null) {
            wanted.add(wait.owner());
        }
        if (wait.needId() != null) {
            wanted.addAll(alsoOwn.getOrDefault(wait.needId(), Set.of()));
        }
        Set<String> there =
                people.stream().map(People.User::login).filter(wanted::contains).collect(Collectors.toSet());
        return there.isEmpty() ? managers(wait) : there;
    }

    private Set<String> managers(Wait wait) {
        Set<String> there = people.stream()
                .filter(user -> user.role() == Sender.Role.MANAGER
                        && (wait.region().equals(user.region()) || wait.branch().equals(user.region())))
                .map(People.User::login)
                .collect(Collectors.toSet());
        return there.isEmpty() ? desk() : there;
    }

    private Set<String> desk() {
        return people.stream()
                .filter(user -> user.role() == Sender.Role.DESK)
                .map(People.User::login)
                .collect(Collectors.toSet());
    }

    /** One person to be reminded of one wait. */
    record Reminded(Step step, String login, Wait about) {
        /** Whether it asks the owner to move, rather than tells somebody above. */
        boolean isOwners() {
            return step == Step.WARNING || step == Step.LATE;
        }
    }
}
