package org.tongqu.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.clocks.WorkCalendar;

@DisplayName("The plan of teams")
class PlanTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    private static final Map<String, Integer> LOWEST = Map.of("A", 3, "B", 2, "C", 1);
    private static final List<String> CLASSES =
            List.of("MACHINE_TOOL", "CRANE", "SWITCHGEAR", "BOILER", "PRINTING", "ENVIRONMENTAL");
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");

    private final Planner planner = new Planner();

    @Test
    @Tag("S0-06")
    @DisplayName(
            "two A needs that want the one expert get her one after the other, the nearer deadline first, and the clash is told")
    void twoWantOneExpert() {
        Person expert = person("expert", 4, "NE", 20, "BOILER|DESIGN");
        Plan plan =
                solve(List.of(expert), row("p1", "A", "BOILER", "DESIGN", 5), row("p2", "A", "BOILER", "DESIGN", 5));

        PlanPlace first = place(plan, "p1");
        PlanPlace second = place(plan, "p2");
        assertThat(first.turn().from()).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(second.turn().from()).isAfter(first.turn().until());
        assertThat(plan.score().isFeasible()).isTrue();
        Clashes clashes = new Clashes(plan.places());
        assertThat(clashes.at(first)).isEmpty();
        assertThat(clashes.at(second))
                .hasValueSatisfying(clash -> assertThat(clash.line()).startsWith("expert|D-p1|A|"));
        assertThat(rules(plan, "p2")).contains(PlanRules.DELAY);
    }

    @Test
    @Tag("S0-06")
    @DisplayName("nobody is planned for more days of a month than she may be sent: the B waits empty, the A is served")
    void theCapHolds() {
        Person one = person("one", 3, "NE", 6, "CRANE|DESIGN", "CRANE|SELECTION");
        Plan plan = solve(List.of(one), row("a", "A", "CRANE", "DESIGN", 5), row("b", "B", "CRANE", "SELECTION", 2));

        assertThat(place(plan, "a").person()).isEqualTo(one);
        assertThat(PlanRules.daysOver(one, of(plan, one))).isZero();
        assertThat(plan.score().hardScore()).isZero();
    }

    @Test
    @Tag("S0-07")
    @DisplayName("a C need is not given the expert while the ladder holds, and is once a person overrides it")
    void theLadderHolds() {
        Person expert = person("expert", 4, "NE", 20, "CRANE|SELECTION");
        assertThat(place(solve(List.of(expert), row("c", "C", "CRANE", "SELECTION", 1)), "c")
                        .filled())
                .isFalse();
        PlanStore.Row overridden = new PlanStore.Row(
                "c", "dc", "D-c", "C", "NE", "CRANE", "SELECTION", 1, null, true, Set.of(), false, null, null, false);
        assertThat(place(solve(List.of(expert), overridden), "c").person()).isEqualTo(expert);
    }

    @Test
    @Tag("S0-06")
    @DisplayName("the nearer and lower of two who fit goes, days of absence are left out, and work is shared")
    void softThingsCount() {
        Person near = person("near", 3, "NE", 20, "CRANE|DESIGN");
        Person far = person("far", 3, "SW", 20, "CRANE|DESIGN");
        Person chief = person("chief", 5, "NE", 20, "CRANE|DESIGN");
        Plan plan = solve(List.of(far, chief, near), row("a", "A", "CRANE", "DESIGN", 5));
        assertThat(place(plan, "a").person()).isEqualTo(near);

        List<Planner.Alternative> others = planner.alternatives(plan.places(), "a");
        assertThat(others).hasSize(2);
        assertThat(others.getFirst().change())
                .isGreaterThanOrEqualTo(others.getLast().change());
        assertThat(others)
                .allSatisfy(other -> assertThat(other.change().softScore()).isNegative());
    }

    @Test
    @DisplayName("whoever is pinned stays, and the rest is planned around her")
    void pinsStand() {
        Person one = person("one", 3, "NE", 20, "CRANE|DESIGN");
        Person two = person("two", 3, "SW", 20, "CRANE|DESIGN");
        PlanStore.Row pinned = new PlanStore.Row(
                "p",
                "dp",
                "D-p",
                "A",
                "SW",
                "CRANE",
                "DESIGN",
                5,
                null,
                false,
                Set.of(),
                true,
                "one",
                LocalDate.parse("2026-11-03"),
                false);
        Plan plan = solve(List.of(one, two), pinned, row("a", "A", "CRANE", "DESIGN", 5));

        assertThat(place(plan, "p").person()).isEqualTo(one);
        assertThat(place(plan, "a").person()).isEqualTo(two);
    }

    @Test
    @DisplayName(
            "1,000 open needs and 200 technicians are planned without breaking a rule, and anew around a pin in seconds")
    void aThousandInSeconds() {
        Random dice = new Random(8);
        List<Person> people =
                IntStream.range(0, 200).mapToObj(n -> any(n, dice)).toList();
        List<PlanStore.Row> rows = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            any(n, dice, rows);
        }
        long began = System.nanoTime();
        Plan plan = planner.solve(new Pool(people, LOWEST, WorkCalendar.PLAIN, TODAY).places(rows));
        Duration first = Duration.ofNanos(System.nanoTime() - began);
        long filled = plan.places().stream().filter(PlanPlace::filled).count();

        PlanPlace moved =
                plan.places().stream().filter(PlanPlace::filled).findFirst().orElseThrow();
        Person other = moved.turns().stream()
                .map(Turn::person)
                .filter(each -> !each.equals(moved.person()))
                .findFirst()
                .orElseThrow();
        List<PlanStore.Row> standing = standing(plan, moved.id(), other, rows);
        long again = System.nanoTime();
        Plan anew = planner.solve(new Pool(people, LOWEST, WorkCalendar.PLAIN, TODAY).places(standing));
        Duration second = Duration.ofNanos(System.nanoTime() - again);
        long why = System.nanoTime();
        int reasons = planner.reasons(anew).size();
        Duration third = Duration.ofNanos(System.nanoTime() - why);
        System.out.printf(
                Locale.ROOT,
                "plan of %d places, %d people: %d filled in %.1f s, score %s; around a pin %.1f s, score %s; reasons of %d in %.1f s%n",
                rows.size(),
                people.size(),
                filled,
                first.toMillis() / 1e3,
                plan.score(),
                second.toMillis() / 1e3,
                anew.score(),
                reasons,
                third.toMillis() / 1e3);

        assertThat(plan.score().hardScore()).isZero();
        assertThat(anew.score().hardScore()).isZero();
        assertThat(place(anew, moved.id()).person()).isEqualTo(other);
        assertThat(people)
                .allSatisfy(each ->
                        assertThat(PlanRules.daysOver(each, of(anew, each))).isZero());
        assertThat(second).isLessThan(Duration.ofSeconds(20));
    }

    private static List<PlanStore.Row> standing(Plan plan, String pinned, Person who, List<PlanStore.Row> rows) {
        Map<String, PlanPlace> places = new HashMap<>();
        plan.places().forEach(place -> places.put(place.id(), place));
        return rows.stream()
                .map(row -> {
                    PlanPlace place = Objects.requireNonNull(places.get(row.id()));
                    boolean here = row.id().equals(pinned);
                    Person person = here ? who : place.person();
                    boolean filled = here || place.filled();
                    return new PlanStore.Row(
                            row.id(),
                            row.dispatchId(),
                            row.number(),
                            row.grade(),
                            row.region(),
                            row.productClass(),
                            row.trade(),
                            row.days(),
                            row.wantedBy(),
                            row.anyTier(),
                            row.refusedBy(),
                            here,
                            filled ? person.id() : null,
                            filled ? place.turn().from() : null,
                            !filled);
                })
                .toList();
    }

    private static Person any(int n, Random dice) {
        List<String> skills = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            skills.add(
                    CLASSES.get((n + k * dice.nextInt(3)) % 6) + "|" + (dice.nextBoolean() ? "DESIGN" : "SELECTION"));
        }
        return person("t" + n, 2 + n % 4, REGIONS.get(dice.nextInt(6)), 15, skills.toArray(String[]::new));
    }

    private static void any(int n, Random dice, List<PlanStore.Row> rows) {
        boolean set = n % 5 == 0;
        String region = REGIONS.get(dice.nextInt(6));
        for (int k = 0; k < (set ? 3 : 1); k++) {
            rows.add(new PlanStore.Row(
                    "p" + n + "-" + k,
                    "d" + n,
                    "D-" + n,
                    set ? "A" : "B",
                    region,
                    CLASSES.get((n + k) % 6),
                    set ? "DESIGN" : "SELECTION",
                    set ? 5 : 2,
                    null,
                    false,
                    Set.of(),
                    false,
                    null,
                    null,
                    false));
        }
    }

    private static Person person(String id, int level, String region, int cap, String... skills) {
        Set<String> grades = switch (level) {
            case 1 -> Set.of("C");
            case 2 -> Set.of("B", "C");
            case 3 -> Set.of("A", "B", "C");
            case 4 -> Set.of("A", "B");
            default -> Set.of("A");
        };
        return new Person(
                id,
                id,
                null,
                level,
                grades,
                region,
                cap,
                java.util.Arrays.stream(skills).collect(Collectors.toSet()),
                Set.of(),
                Map.of());
    }

    private static PlanStore.Row row(String id, String grade, String productClass, String trade, int days) {
        return new PlanStore.Row(
                id,
                "d" + id,
                "D-" + id,
                grade,
                "NE",
                productClass,
                trade,
                days,
                null,
                false,
                Set.of(),
                false,
                null,
                null,
                false);
    }

    private Plan solve(List<Person> people, PlanStore.Row... rows) {
        return planner.solve(new Pool(people, LOWEST, WorkCalendar.PLAIN, TODAY).places(List.of(rows)));
    }

    private static PlanPlace place(Plan plan, String id) {
        return plan.places().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<PlanPlace> of(Plan plan, Person person) {
        return plan.places().stream()
                .filter(each -> each.filled() && each.person().equals(person))
                .toList();
    }

    private List<String> rules(Plan plan, String id) {
        return planner.reasons(plan).getOrDefault(id, List.of()).stream()
                .map(Planner.Reason::rule)
                .toList();
    }
}
