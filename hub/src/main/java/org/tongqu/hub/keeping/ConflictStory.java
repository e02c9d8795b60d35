package org.tongqu.hub.keeping;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.keeping.Conflicts.Person;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Cases in words: names of persons and their managers, which both sides shall know; the customer's, and what was found in
 * its file, only where the reader may see it. */
@Component
class ConflictStory {
    private final Colleagues colleagues;
    private final Portfolios portfolios;
    private final Wall wall;

    ConflictStory(Colleagues colleagues, Portfolios portfolios, Wall wall) {
        this.colleagues = colleagues;
        this.portfolios = portfolios;
        this.wall = wall;
    }

    List<Conflicts.Line> told(Sender reader, List<ConflictStore.Row> rows) {
        Map<String, People.User> persons = persons(rows);
        Map<String, Portfolios.Line> inSight = wall.read(Scope.of(reader), () -> inSight(rows));
        return rows.stream()
                .map(row -> line(reader, row, persons, inSight.get(row.about().customer())))
                .toList();
    }

    private Map<String, People.User> persons(List<ConflictStore.Row> rows) {
        Set<String> logins = new TreeSet<>();
        rows.forEach(row -> Stream.of(
                        row.about().holder().person(), row.about().other().person(), row.decidedBy())
                .filter(Objects::nonNull)
                .forEach(logins::add));
        Set<String> branches = rows.stream().flatMap(ConflictStory::branches).collect(Collectors.toSet());
        return colleagues.parties(logins, branches).stream()
                .collect(Collectors.toMap(People.User::login, Function.identity()));
    }

    private static Stream<String> branches(ConflictStore.Row row) {
        return Stream.of(row.about().holder().branch(), row.about().other().branch())
                .filter(Objects::nonNull);
    }

    private Map<String, Portfolios.Line> inSight(List<ConflictStore.Row> rows) {
        Map<String, String> heirs = portfolios.heirs(
                rows.stream().map(row -> row.about().customer()).toList());
        Map<String, Portfolios.Line> lines = portfolios.lines(heirs.values());
        Map<String, Portfolios.Line> known = new HashMap<>();
        heirs.forEach((asked, heir) -> {
            Portfolios.Line line = lines.get(heir);
            if (line != null) {
                known.put(asked, line);
            }
        });
        return known;
    }

    /** A manager of both sides who is neither, or the desk. */
    static boolean mayDecide(Sender by, ConflictStore.Row row) {
        return switch (by.role()) {
            case DESK -> true;
            case MANAGER ->
                Objects.equals(by.region(), row.about().holder().branch())
                        && Objects.equals(by.region(), row.about().other().branch())
                        && !Set.of(
                                        row.about().holder().person(),
                                        row.about().other().person())
                                .contains(by.login());
            default -> false;
        };
    }

    private static Conflicts.Line line(
            Sender reader, ConflictStore.Row row, Map<String, People.User> persons, Portfolios.@Nullable Line inSight) {
        ConflictStore.Case about = row.about();
        String evidence = about.evidence();
        return new Conflicts.Line(
                row.id(),
                row.number(),
                about.origin(),
                row.state(),
                row.risen(),
                inSight == null ? null : inSight.id(),
                inSight == null ? Objects.requireNonNullElse(about.askedAs(), "?") : inSight.name(),
                side(about.holder(), persons),
                side(about.other(), persons),
                managers(row, persons.values()),
                row.openedAt(),
                row.due(),
                row.lastContactAt(),
                about.why(),
                evidence == null || inSight == null ? List.of() : Matching.Clue.of(evidence),
                person(row.winner(), persons),
                person(row.decidedBy(), persons),
                row.decidedWhy(),
                row.decidedAt(),
                row.goneAt(),
                mayDecide(reader, row));
    }

    private static Person side(ConflictStore.Side side, Map<String, People.User> persons) {
        People.User user = persons.get(side.person());
        return new Person(side.person(), user == null ? side.person() : user.name(), side.branch());
    }

    private static @Nullable Person person(@Nullable String login, Map<String, People.User> persons) {
        if (login == null) {
            return null;
        }
        People.User user = persons.get(login);
        return user == null ? new Person(login, login, null) : new Person(login, user.name(), user.region());
    }

    private static List<Person> managers(ConflictStore.Row row, Collection<People.User> persons) {
        Set<String> branches = branches(row).collect(Collectors.toSet());
        return persons.stream()
                .filter(user -> user.role() == Sender.Role.MANAGER && user.active())
                .filter(user -> user.region() != null && branches.contains(user.region()))
                .map(user -> new Person(user.login(), user.name(), user.region()))
                .sorted(java.util.Comparator.comparing(Person::login))
                .toList();
    }
}
