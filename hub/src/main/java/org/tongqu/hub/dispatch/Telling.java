package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Brings each notice to those it is for: the technician it names, the managers of the region and of the branch, the desk, whoever raised the need. */
@Service
class Telling {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final ToldStore store;
    private final Colleagues colleagues;
    private final OpenNeeds needs;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    Telling(ToldStore store, Colleagues colleagues, OpenNeeds needs, Wall wall, Jobs jobs, Clock clock) {
        this.store = store;
        this.colleagues = colleagues;
        this.needs = needs;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT2S")
    void look() {
        if (wall.read(Scope.WORKER, store::isAnythingUntold)) {
            jobs.run("dispatch-told", LEASE, this::tell);
        }
    }

    private void tell(JobLease lease) {
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            List<ToldStore.Untold> untold = store.untold(AT_ONCE);
            List<People.User> people =
                    colleagues.everybody().stream().filter(People.User::active).toList();
            Map<String, OpenNeeds.Brief> briefs = needs.briefs(
                    untold.stream().map(ToldStore.Untold::needId).distinct().toList());
            untold.forEach(
                    each -> store.tell(each.id(), logins(each, people, briefs.get(each.needId())), clock.instant()));
        });
    }

    private static List<String> logins(
            ToldStore.Untold notice, List<People.User> people, OpenNeeds.@Nullable Brief need) {
        String login = notice.forLogin();
        return login == null
                ? people.stream()
                        .filter(person -> isFor(notice, person, need))
                        .map(People.User::login)
                        .toList()
                : List.of(login);
    }

    private static boolean isFor(ToldStore.Untold notice, People.User person, OpenNeeds.@Nullable Brief need) {
        return switch (notice.forRole()) {
            case "DESK" -> person.role() == Sender.Role.DESK;
            case "MANAGER" ->
                person.role() == Sender.Role.MANAGER
                        && Stream.of(notice.region(), notice.branch()).anyMatch(place -> place.equals(person.region()));
            default -> need != null && need.rep().equals(person.login());
        };
    }
}
