package org.tongqu.hub.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.matching.Told;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 查重: whether a firm is known, asked before a file is made. The engine sees all; the asker is told what {@link Masking} lets through. */
@Component
public class Lookups {
    private static final int MOST = 5;

    private final Matching matching;
    private final Customers customers;
    private final CustomersPages pages;
    private final Portfolios portfolios;
    private final KeeperStore keepers;
    private final LookupGuard guard;
    private final Policy policy;
    private final Wall wall;

    Lookups(
            Matching matching,
            Customers customers,
            CustomersPages pages,
            Portfolios portfolios,
            KeeperStore keepers,
            LookupGuard guard,
            Policy policy,
            Wall wall) {
        this.matching = matching;
        this.customers = customers;
        this.pages = pages;
        this.portfolios = portfolios;
        this.keepers = keepers;
        this.guard = guard;
        this.policy = policy;
        this.wall = wall;
    }

    /** Whether it is known, as far as the asker may know; each question is written down. */
    public Answer look(Sender by, Question question) {
        return answer(by, question).said();
    }

    /** The same with what stands behind each line, for those who act on it. */
    Masking.Masked answer(Sender by, Question question) {
        policy.require(by, Act.LOOK_UP);
        guard.note(by, question);
        Optional<List<Found>> found = wall.read(Scope.WORKER, () -> found(question));
        if (found.isEmpty()) {
            return Masking.tooLittle();
        }
        return Masking.of(by, found.get(), inSight(by, found.get()), policy.allows(by.role(), Act.OPEN_CONFLICT));
    }

    private Map<String, CustomersPages.CustomerLine> inSight(Sender by, List<Found> found) {
        return found.isEmpty()
                ? Map.of()
                : wall
                        .readByKeys(
                                Scope.of(by),
                                () -> pages.byIds(
                                        by, found.stream().map(Found::customer).toList()))
                        .stream()
                        .collect(Collectors.toMap(CustomersPages.CustomerLine::id, Function.identity()));
    }

    private Optional<List<Found>> found(Question question) {
        return matching.near(question.told()).map(near -> {
            Map<String, String> byRecord = customers.customersOf(
                    near.stream().map(Matching.Near::record).toList());
            Map<String, Matching.Near> best = new LinkedHashMap<>();
            near.stream()
                    .filter(each -> byRecord.containsKey(each.record()))
                    .forEach(each -> best.putIfAbsent(byRecord.get(each.record()), each));
            List<String> few = best.keySet().stream().limit(MOST).toList();
            Map<String, Portfolios.Line> lines = portfolios.lines(few);
            List<Found> found = new ArrayList<>();
            few.forEach(customer -> found.add(found(customer, best.get(customer), lines.get(customer))));
            return found;
        });
    }

    private Found found(String customer, Matching.@Nullable Near near, Portfolios.@Nullable Line line) {
        List<String> kin = portfolios.kin(customer);
        return new Found(
                customer,
                java.util.Objects.requireNonNull(near),
                line == null ? null : line.region(),
                kin,
                keepers.today(kin).orElse(null));
    }

    /** A customer near to what was asked, with all that the hub knows; it leaves this room through {@link Masking} alone. */
    record Found(
            String customer,
            Matching.Near near,
            @Nullable String region,
            List<String> kin,
            KeeperStore.@Nullable Kept keeper) {}

    /**
     * What is asked; any of it may be empty.
     *
     * @param province as people write it, e.g. 辽宁
     */
    public record Question(String name, String phone, String province) {
        private static final String NONE = "";

        public static Question of(@Nullable String name, @Nullable String phone, @Nullable String province) {
            return new Question(text(name), text(phone), text(province));
        }

        private static String text(@Nullable String given) {
            return given == null ? NONE : given.strip();
        }

        public boolean empty() {
            return name.isEmpty() && phone.isEmpty();
        }

        Told told() {
            return new Told(
                    NONE,
                    isWord(name) ? name : NONE,
                    NONE,
                    NONE,
                    NONE,
                    province,
                    NONE,
                    NONE,
                    NONE,
                    phone,
                    NONE,
                    NONE,
                    NONE,
                    NONE);
        }

        /** Signs alone, or one letter among them, are no name. */
        private static boolean isWord(String text) {
            return text.codePoints().filter(Character::isLetterOrDigit).count() >= 2;
        }

        /** Whether somebody has typed on. */
        boolean goesOn(Question before) {
            return name.startsWith(before.name)
                    && phone.startsWith(before.phone)
                    && province.startsWith(before.province);
        }

        String rest() {
            return Stream.of(phone, province).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
        }
    }

    /** What the look-up comes to. */
    public enum Outcome {
        SAME,
        PERHAPS,
        NEW,
        TOO_LITTLE
    }

    /** @param known the likeliest first; empty where it is new or says too little */
    public record Answer(Outcome outcome, List<Known> known) {
        private static final Set<Outcome> NEAR = Set.of(Outcome.SAME, Outcome.PERHAPS);

        public Answer {
            known = List.copyOf(known);
        }

        public boolean near() {
            return NEAR.contains(outcome);
        }
    }

    /**
     * A firm that is known.
     *
     * @param region whose customer it is; absent for agents, and where nobody can tell
     * @param branch of its keeper; absent for agents, and where nobody keeps it
     * @param customer absent where the asker has no right to it
     * @param mayClaim whether the asker may say that it is its customer too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Known(
            Outcome outcome,
            @Nullable String region,
            @Nullable String branch,
            @Nullable Customer customer,
            boolean mayClaim) {}

    /** A customer within the asker's rights. */
    public record Customer(String id, String name) {}
}
