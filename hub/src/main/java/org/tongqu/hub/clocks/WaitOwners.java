package org.tongqu.hub.clocks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;

/** Whose each wait is today, as the hub itself knows it: whoever raised a need may have handed its customer over, or left. */
@Component
class WaitOwners {
    private final List<Followers> followers;
    private final Colleagues colleagues;

    WaitOwners(List<Followers> followers, Colleagues colleagues) {
        this.followers = List.copyOf(followers);
        this.colleagues = colleagues;
    }

    List<Wait> named(List<Wait> waits) {
        Map<String, People.User> there = colleagues.everybody().stream()
                .filter(People.User::active)
                .collect(Collectors.toMap(People.User::login, Function.identity()));
        Map<String, String> following = following(waits);
        return waits.stream()
                .map(wait -> wait.hop() == Hop.COVERAGE ? wait : wait.of(owner(wait, following, there)))
                .toList();
    }

    private Map<String, String> following(List<Wait> waits) {
        List<String> needs = waits.stream()
                .flatMap(wait -> Stream.ofNullable(wait.needId()))
                .distinct()
                .toList();
        Map<String, String> following = new HashMap<>();
        followers.forEach(each -> following.putAll(each.ofNeeds(needs)));
        return following;
    }

    /** Who follows the need, else who raised it, else the branch's manager; each only while active, and last of all the desk. */
    private static String owner(Wait wait, Map<String, String> following, Map<String, People.User> there) {
        if (wait.isOfDesk()) {
            return Wait.DESK;
        }
        @Nullable String follower = wait.needId() == null ? null : following.get(wait.needId());
        return Stream.of(follower, wait.owner())
                .flatMap(Stream::ofNullable)
                .filter(there::containsKey)
                .findFirst()
                .orElseGet(() -> manager(wait, there.values()));
    }

    private static String manager(Wait wait, Collection<People.User> there) {
        return there.stream()
                .filter(user -> user.role() == Sender.Role.MANAGER
                        && (wait.region().equals(user.region()) || wait.branch().equals(user.region())))
                .map(People.User::login)
                .sorted()
                .findFirst()
                .orElse(Wait.DESK);
    }
}
