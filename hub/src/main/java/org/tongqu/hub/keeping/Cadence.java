package org.tongqu.hub.keeping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 定期拜访: which customers are overdue for a visit, and how many of those that were due a month were visited; a representative is told its own. */
@Component
public class Cadence {
    private static final int MONTHS = 12;

    private final Reckoning reckoning;
    private final Colleagues colleagues;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Cadence(Reckoning reckoning, Colleagues colleagues, Policy policy, Wall wall, Clock clock) {
        this.reckoning = reckoning;
        this.colleagues = colleagues;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Who is overdue and how it stands, told together: both are reckoned from the same customers. */
    public Told told(Sender reader, Sought sought) {
        policy.require(reader, Act.SEE_CADENCE);
        Map<String, String> names = names(reader);
        List<Standing> all = wall.read(Scope.of(reader), () -> reckoning.of(person(reader, sought), sought.branch()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        return new Told(overdue(all, today, names), coverage(all, today, names));
    }

    /** Overdue customers, the longest first. */
    public Slice<Due> overdue(Sender reader, Sought sought, Window window) {
        return page(told(reader, sought).overdue(), window);
    }

    /** A page of a list that is reckoned whole; it goes on behind as many as were shown. */
    public static <T> Slice<T> page(List<T> all, Window window) {
        String after = window.after();
        int from = after == null ? 0 : Math.min(all.size(), Math.clamp(Long.parseLong(after), 0, Integer.MAX_VALUE));
        int to = Math.min(all.size(), from + window.limit());
        return new Slice<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    private static @Nullable String person(Sender reader, Sought sought) {
        return reader.role() == Sender.Role.REP ? reader.login() : sought.person();
    }

    private static List<Due> overdue(List<Standing> all, LocalDate today, Map<String, String> names) {
        return all.stream()
                .filter(each -> each.overdue(today))
                .map(each -> Due.of(each, today, names))
                .sorted(Comparator.comparing(Due::due).thenComparing(Due::number))
                .toList();
    }

    private static Coverage coverage(List<Standing> all, LocalDate today, Map<String, String> names) {
        YearMonth now = YearMonth.from(today);
        List<Month> months = Stream.iterate(now.minusMonths(MONTHS - 1L), month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(month -> Month.of(month, all))
                .toList();
        return new Coverage(
                Group.of("", "", all, today),
                months,
                groups(all, each -> each.keeper().person(), names, today),
                groups(all, each -> Objects.requireNonNullElse(each.branch(), ""), Map.of(), today));
    }

    /** The most overdue first. */
    private static List<Group> groups(
            List<Standing> all, Function<Standing, String> by, Map<String, String> names, LocalDate today) {
        List<Group> groups = new ArrayList<>();
        all.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .forEach((code, some) -> groups.add(Group.of(code, names.getOrDefault(code, code), some, today)));
        groups.sort(Comparator.comparing(Group::overdue).reversed());
        return groups;
    }

    private Map<String, String> names(Sender reader) {
        return colleagues.of(reader).stream()
                .collect(Collectors.toMap(People.User::login, People.User::name, (one, other) -> one));
    }

    /**
     * Whose customers; all absent means everybody's in sight.
     *
     * @param branch region whose branch keeps them
     */
    public record Sought(@Nullable String person, @Nullable String branch) {}

    public record Told(List<Due> overdue, Coverage coverage) {}

    /**
     * An overdue customer.
     *
     * @param branch where its keeper works
     * @param every days between two visits, as the rule that fits has it
     * @param overdue days since it was due
     * @param planned the nearest day somebody means to go
     */
    public record Due(
            String customerId,
            long number,
            String customer,
            String lifeState,
            String person,
            String personName,
            @Nullable String branch,
            @Nullable LocalDate lastVisit,
            int every,
            LocalDate due,
            long overdue,
            @Nullable LocalDate planned) {
        static Due of(Standing of, LocalDate today, Map<String, String> names) {
            LocalDate due = of.due().orElseThrow();
            return new Due(
                    of.customer().id(),
                    of.customer().number(),
                    of.customer().name(),
                    of.customer().lifeState(),
                    of.keeper().person(),
                    names.getOrDefault(of.keeper().person(), of.keeper().person()),
                    of.branch(),
                    of.lastVisit(),
                    Objects.requireNonNull(of.rule()).days(),
                    due,
                    ChronoUnit.DAYS.between(due, today),
                    of.planned());
        }
    }

    /** How it stands with all that were asked for, month by month to this one, by person and by branch. */
    public record Coverage(Group all, List<Month> months, List<Group> people, List<Group> branches) {}

    /** @param due customers to be visited by the end of the month; {@code visited} counts those of them that were */
    public record Month(YearMonth month, long due, long visited) {
        static Month of(YearMonth month, List<Standing> all) {
            List<Standing> due = all.stream().filter(each -> each.due(month)).toList();
            return new Month(
                    month,
                    due.size(),
                    due.stream().filter(each -> each.visited(month)).count());
        }

        /** In per cent; absent where none was due. */
        @JsonProperty("percent")
        public @Nullable Long percent() {
            return due == 0 ? null : visited * 100 / due;
        }
    }

    /**
     * The customers of one person or one branch.
     *
     * @param month how far this month is
     */
    public record Group(String code, String name, long kept, long overdue, Month month) {
        static Group of(String code, String name, List<Standing> all, LocalDate today) {
            return new Group(
                    code,
                    name,
                    all.size(),
                    all.stream().filter(each -> each.overdue(today)).count(),
                    Month.of(YearMonth.from(today), all));
        }
    }
}
