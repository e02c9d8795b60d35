package org.tongqu.hub.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 谁覆盖: who is there today for what in a region. The hub itself reads it, as a stand-in may be of a region the asker does not see. */
@Component
public class Covering {
    private final Attendance attendance;
    private final Colleagues colleagues;
    private final Partners partners;
    private final Wall wall;

    Covering(Attendance attendance, Colleagues colleagues, Partners partners, Wall wall) {
        this.attendance = attendance;
        this.colleagues = colleagues;
        this.partners = partners;
        this.wall = wall;
    }

    /** How it stands now; asked outside of any scope. */
    public Today today() {
        return wall.read(
                Scope.WORKER,
                () -> new Today(
                        attendance.on(attendance.today()),
                        partners,
                        colleagues.everybody().stream()
                                .collect(Collectors.toMap(People.User::login, Function.identity()))));
    }

    /** One day's matrix to be asked again and again. */
    public static final class Today {
        private final Present present;
        private final Partners partners;
        private final Map<String, People.User> people;

        private Today(Present present, Partners partners, Map<String, People.User> people) {
            this.present = present;
            this.partners = partners;
            this.people = people;
        }

        /**
         * Who covers one of these classes in a region, whoever covers most of them first; all of the region where no class is known. Of other
         * regions nobody but whoever stands in for one of this.
         */
        public List<Person> of(@Nullable String region, Collection<String> classes) {
            if (region == null) {
                return List.of();
            }
            Map<String, Person> found = new LinkedHashMap<>();
            if (classes.isEmpty()) {
                seats(region, present.assigned(region, each -> true), List.of()).forEach(each -> add(found, each));
            }
            classes.stream()
                    .sorted()
                    .forEach(each -> seats(
                                    region, present.assigned(region, partners.classAndAncestors(each)), List.of(each))
                            .forEach(person -> add(found, person)));
            return found.values().stream()
                    .sorted((one, other) ->
                            other.classes().size() - one.classes().size())
                    .toList();
        }

        /** Whether this is an active representative or manager, or the desk. */
        public boolean knows(String login) {
            People.User user = people.get(login);
            return user != null && user.active();
        }

        private static void add(Map<String, Person> found, Person person) {
            found.merge(person.user().login(), person, Person::and);
        }

        private List<Person> seats(String region, List<Coverage.Assignment> assigned, List<String> classes) {
            return present.seats(assigned).stream()
                    .filter(seat -> people.containsKey(seat.login()))
                    .map(seat -> new Person(
                            Objects.requireNonNull(people.get(seat.login())), named(seat.insteadOf()), classes))
                    .filter(person -> person.insteadOf() != null
                            || region.equals(person.user().region()))
                    .toList();
        }

        private @Nullable String named(@Nullable String login) {
            People.User user = login == null ? null : people.get(login);
            return user == null ? login : user.name();
        }
    }

    /**
     * Somebody who is there.
     *
     * @param insteadOf name of who is away; absent where it is the person's own place
     * @param classes which of those asked for
     */
    public record Person(People.User user, @Nullable String insteadOf, List<String> classes) {
        /** Her own place speaks before one she stands in for. */
        Person and(Person other) {
            List<String> both = new ArrayList<>(classes);
            both.addAll(other.classes);
            return new Person(user, insteadOf == null ? null : other.insteadOf, both);
        }
    }
}
