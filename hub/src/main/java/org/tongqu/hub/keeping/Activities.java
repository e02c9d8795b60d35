package org.tongqu.hub.keeping;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 销售活动: calls, samples and quotes sent, which stand on the customer's timeline beside visits and stay there when the customer is handed over. */
@Component
public class Activities {
    public static final List<String> KINDS = List.of("CALL", "SAMPLE", "QUOTE_SENT");

    private static final int LONGEST = 1000;

    private final ActivityStore store;
    private final Portfolios portfolios;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Activities(ActivityStore store, Portfolios portfolios, Policy policy, Wall wall, Ids ids, Clock clock) {
        this.store = store;
        this.portfolios = portfolios;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** The refusal, or nothing where it is logged. */
    public Optional<Refusal> log(Sender by, Wanted wanted) {
        policy.require(by, Act.LOG_ACTIVITY);
        Instant now = clock.instant();
        Instant at = wanted.at() == null ? now : wanted.at();
        Optional<Refusal> wrong = wrong(wanted, at, now);
        if (wrong.isPresent()) {
            return wrong;
        }
        wall.run(Scope.of(by), () -> {
            String customer = portfolios.kin(wanted.customerId()).stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound().said());
            Portfolios.Line line = portfolios.lines(List.of(customer)).get(customer);
            ActivityStore.Where where =
                    new ActivityStore.Where(customer, line == null ? null : line.region(), by.region());
            store.add(ids.next(), wanted, where, by.login(), at, now);
        });
        return Optional.empty();
    }

    private static Optional<Refusal> wrong(Wanted wanted, Instant at, Instant now) {
        if (!KINDS.contains(wanted.kind())) {
            return Optional.of(new Refusal(
                    "/kind",
                    "UNKNOWN_ACTIVITY",
                    "活动种类应为：" + String.join(" ", KINDS),
                    "The kind is one of: " + String.join(" ", KINDS)));
        }
        if (wanted.words().isBlank() || wanted.words().strip().length() > LONGEST) {
            return Optional.of(new Refusal(
                    "/words",
                    "BAD_ACTIVITY_WORDS",
                    "请写说了或给了什么，1 到 1000 个字。",
                    "Say what it was in 1 to 1000 characters."));
        }
        BigDecimal amount = wanted.amount();
        if (amount != null && amount.signum() <= 0) {
            return Optional.of(
                    new Refusal("/amount", "BAD_AMOUNT", "金额应大于 0，以元计。", "An amount is more than none, in yuan."));
        }
        return at.isAfter(now)
                ? Optional.of(new Refusal(
                        "/at", "TIME_AHEAD", "时间还没有到，请写已经发生的活动。", "That time is ahead; log what has happened."))
                : Optional.empty();
    }

    /** Those of a customer in sight, newest first; partners are shown none. */
    public List<Activity> of(Sender reader, String customerId) {
        return wall.read(Scope.of(reader), () -> store.of(portfolios.kin(customerId)));
    }

    public boolean mayLog(Sender reader) {
        return policy.allows(reader.role(), Act.LOG_ACTIVITY);
    }

    /**
     * What is to be logged.
     *
     * @param at absent for now
     * @param amount in yuan, e.g. of the quote
     */
    public record Wanted(
            String customerId,
            String kind,
            @Nullable Instant at,
            String words,
            @Nullable String needId,
            @Nullable BigDecimal amount) {}

    /** One of them as it happened. */
    public record Activity(
            String id,
            String customerId,
            String kind,
            String person,
            OffsetDateTime at,
            String words,
            @Nullable String needId,
            @Nullable Amount amount) {}
}
