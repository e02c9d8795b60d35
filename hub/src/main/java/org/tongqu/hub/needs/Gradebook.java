package org.tongqu.hub.needs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.Grade.Letter;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 评级簿: the rules needs are graded by, tried on past needs before they are put in force, and grades that a person gave instead. */
@Component
public class Gradebook {
    private static final int TRIED_ON = 1_000;
    private static final int SHOWN = 50;
    private static final int VERSIONS = 20;

    private final GradeRulesStore rules;
    private final MeasuredStore measured;
    private final NeedStore needs;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Gradebook(
            GradeRulesStore rules,
            MeasuredStore measured,
            NeedStore needs,
            ApplicationEventPublisher events,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.rules = rules;
        this.measured = measured;
        this.needs = needs;
        this.events = events;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Versions, the one in force first. */
    public List<GradeRules> versions(Sender reader) {
        policy.require(reader, Act.SEE_GRADE_RULES);
        return wall.read(Scope.of(reader), () -> rules.versions(VERSIONS));
    }

    public boolean mayRead(Sender reader) {
        return policy.allows(reader.role(), Act.SEE_GRADE_RULES);
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_GRADE_RULES);
    }

    public boolean mayRegrade(Sender reader) {
        return policy.allows(reader.role(), Act.REGRADE_NEED);
    }

    /** What the last thousand needs in sight would be graded under these rules. */
    public Trial tried(Sender by, List<GradeRules.Rule> wanted) {
        policy.require(by, Act.EDIT_GRADE_RULES);
        Optional<Refusal> wrong = GradeWords.wrong(wanted);
        return wrong.isPresent()
                ? Trial.refused(wrong.get())
                : wall.read(Scope.of(by), () -> trial(measured.past(TRIED_ON), of(0, wanted, by, "")));
    }

    private static Trial trial(List<MeasuredStore.Past> past, GradeRules wanted) {
        Map<String, Integer> moves = new TreeMap<>();
        List<Moved> moved = new ArrayList<>();
        for (MeasuredStore.Past need : past) {
            Grade grade = Grade.of(need.measured(), wanted);
            String letter = grade.letter().name();
            moves.merge(need.grade() + letter, 1, Integer::sum);
            if (!letter.equals(need.grade()) && moved.size() < SHOWN) {
                moved.add(new Moved(
                        need.id(), need.number(), need.summary(), need.grade(), letter, grade.zh(), grade.en()));
            }
        }
        return new Trial(past.size(), moves, moved, Optional.empty());
    }

    /** Puts rules in force as a new version; needs graded before stay as they are. */
    public Optional<Refusal> change(Sender by, List<GradeRules.Rule> wanted, String why) {
        policy.require(by, Act.EDIT_GRADE_RULES);
        Optional<Refusal> wrong = GradeWords.wrong(wanted).or(() -> GradeWords.wrongReason(why));
        return wrong.isPresent()
                ? wrong
                : wall.within(Scope.of(by), () -> {
                    int version = rules.current().version() + 1;
                    if (!rules.add(of(version, wanted, by, why.strip()))) {
                        return GradeWords.changedMeanwhile();
                    }
                    trail.note(Act.EDIT_GRADE_RULES.name(), "grade-" + version, why.strip());
                    return Optional.empty();
                });
    }

    private GradeRules of(int version, List<GradeRules.Rule> wanted, Sender by, String why) {
        return new GradeRules(version, wanted, by.login(), why, Columns.utc(clock.instant()));
    }

    /** Gives a need another grade; the ones before stay in its history, and whoever hears of grades hears of this one. */
    public Optional<Refusal> regrade(Sender by, String needId, String letter, String why) {
        policy.require(by, Act.REGRADE_NEED);
        Optional<Refusal> wrong = GradeWords.wrongLetter(letter).or(() -> GradeWords.wrongReason(why));
        return wrong.isPresent()
                ? wrong
                : wall.within(Scope.of(by), () -> {
                    events.publishEvent(new RegradeWanted(needId));
                    NeedStore.Standing stands = needs.standing(needId)
                            .orElseThrow(() -> Problem.notFound().said());
                    if (letter.equals(stands.grade())) {
                        return GradeWords.sameGrade(letter);
                    }
                    needs.regrade(
                            needId,
                            Letter.valueOf(letter),
                            rules.current().version(),
                            why.strip(),
                            by.login(),
                            clock.instant());
                    events.publishEvent(new NeedGraded(needId, stands.messageId(), true, clock.instant()));
                    trail.note(Act.REGRADE_NEED.name(), needId, letter + " " + why.strip());
                    return Optional.empty();
                });
    }

    /** Every grade the need was given, newest first. */
    public List<Grading> gradings(Sender reader, String needId) {
        policy.require(reader, Act.SEE_GRADE_RULES);
        return wall.read(Scope.of(reader), () -> needs.gradings(needId));
    }

    /**
     * One grade of a need.
     *
     * @param by who gave it; absent where the rules did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Grading(
            int n,
            String grade,
            String ruleVersion,
            String zh,
            String en,
            @Nullable String by,
            OffsetDateTime at) {}

    /** A need that would be graded otherwise. */
    public record Moved(String id, String number, String summary, String from, String to, String zh, String en) {}

    /**
     * What rules would have done.
     *
     * @param moves how many went from one letter to another, e.g. CB: 3
     * @param moved the newest of those that would change, 50 at most
     */
    public record Trial(
            int needs,
            Map<String, Integer> moves,
            List<Moved> moved,
            @JsonIgnore Optional<Refusal> wrong) {
        public Trial {
            moves = Map.copyOf(moves);
            moved = List.copyOf(moved);
        }

        static Trial refused(Refusal refusal) {
            return new Trial(0, Map.of(), List.of(), Optional.of(refusal));
        }

        /** How many went from the one letter to the other. */
        public int went(String from, String to) {
            return moves.getOrDefault(from + to, 0);
        }
    }
}
