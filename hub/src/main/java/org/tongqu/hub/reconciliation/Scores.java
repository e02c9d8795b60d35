package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.SourceTrust;
import org.tongqu.hub.journal.AcceptedRows;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 代理商评分: how far an agent's word holds, by its last twelve months; never shown to agents. */
@Component
public class Scores {
    private static final int MONTHS = 12;
    private static final int AT_ONCE = 1_000;
    private static final int LEAST_CASES = 5;

    private final ScoreStore store;
    private final RulesStore rules;
    private final SourceTrust trust;
    private final AcceptedRows rows;
    private final Business business;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Scores(
            ScoreStore store,
            RulesStore rules,
            SourceTrust trust,
            AcceptedRows rows,
            Business business,
            Policy policy,
            Wall wall,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.trust = trust;
        this.rows = rows;
        this.business = business;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** Agents with figures, those first whose word holds least. */
    public List<Card> all(Sender reader) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        List<Card> cards = wall.read(
                Scope.of(reader),
                () -> store.agents(since()).stream()
                        .map(this::card)
                        .sorted(java.util.Comparator.comparing(
                                card -> card.honesty().least()))
                        .toList());
        return whole(cards);
    }

    public Card of(Sender reader, String agent) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return whole(List.of(wall.read(Scope.of(reader), () -> card(agent)))).getFirst();
    }

    /** All months of each of these agents, newest first; agents without figures are missing. */
    public Map<String, List<Month>> months(Sender reader, Collection<String> agents) {
        policy.require(reader, Act.SEE_DISCREPANCIES);
        return wall.read(Scope.of(reader), () -> store.of(agents));
    }

    private List<Card> whole(List<Card> cards) {
        Map<String, Business.Figures> figures =
                business.of(cards.stream().map(Card::agent).toList(), today(), since());
        return cards.stream()
                .map(card -> withRows(card, figures.getOrDefault(card.agent(), Business.NONE)))
                .toList();
    }

    private Card withRows(Card card, Business.Figures figures) {
        AcceptedRows.Rows sent =
                rows.of(card.agent(), since().atStartOfDay(Columns.HOUSE_ZONE).toInstant());
        return card.with(Share.of(sent.accepted(), sent.accepted() + sent.refused()), figures);
    }

    boolean areStale() {
        return store.anyStale();
    }

    /** Counts anew what is stale, and tells the customers' room how far each agent's word holds; a few cases say nothing yet. */
    void count() {
        store.count(AT_ONCE).forEach(agent -> {
            Share honesty = card(agent).honesty();
            if (honesty.all() >= LEAST_CASES) {
                trust.told(agent, (int) honesty.leastPercent(), (int) honesty.mostPercent());
            }
        });
    }

    private Card card(String agent) {
        Rules now = rules.current();
        List<Month> months = store.of(agent, since());
        long judged = months.stream().mapToLong(Month::judged).sum();
        long agreed = months.stream().mapToLong(Month::agreed).sum();
        List<Month> due = months.stream()
                .filter(month -> today().isAfter(now.due(month.month())))
                .toList();
        long inTime = due.stream().filter(month -> month.isInTime(now)).count();
        BigDecimal volume = months.stream().map(Month::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Card(
                agent,
                volume,
                Share.of(agreed, judged),
                Share.of(inTime, due.size()),
                Share.of(0, 0),
                Business.NONE.growth(),
                Business.NONE.service(),
                months);
    }

    private LocalDate since() {
        return today().withDayOfMonth(1).minusMonths(MONTHS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    /**
     * One month.
     *
     * @param volume units the agent reported
     * @param judged figures held against one another, of which so many agreed
     * @param reportedAt when its first line came in; absent where none did
     */
    public record Month(
            LocalDate month,
            BigDecimal volume,
            long judged,
            long agreed,
            @Nullable OffsetDateTime reportedAt) {

        boolean isInTime(Rules rules) {
            return reportedAt != null
                    && !reportedAt
                            .atZoneSameInstant(Columns.HOUSE_ZONE)
                            .toLocalDate()
                            .isAfter(rules.due(month));
        }

        public Share honesty() {
            return Share.of(agreed, judged);
        }
    }

    /**
     * An agent's score.
     *
     * @param honesty share of its figures that agree with factory and customer, or were found right by a person
     * @param timeliness share of its months that it reported in time
     * @param accepted share of the rows it sent that were taken and did not go back
     * @param growth of the last three months against the same a year before
     * @param service of machines that it was sent to repair
     * @param months newest first
     */
    public record Card(
            String agent,
            BigDecimal volume,
            Share honesty,
            Share timeliness,
            Share accepted,
            Growth growth,
            Repairs service,
            List<Month> months) {
        public Card {
            months = List.copyOf(months);
        }

        Card with(Share rows, Business.Figures figures) {
            return new Card(agent, volume, honesty, timeliness, rows, figures.growth(), figures.service(), months);
        }
    }

    /**
     * A share with the interval that it lies in with 95 in 100 (E. B. Wilson, 1927): few cases say little.
     *
     * @param value 0 to 1; absent where there was nothing to count
     */
    public record Share(long of, long all, @Nullable Double value, double least, double most) {
        private static final double Z = 1.959963984540054;

        static Share of(long some, long all) {
            if (all == 0) {
                return new Share(0, 0, null, 0, 1);
            }
            double share = (double) some / all;
            double square = Z * Z;
            double middle = (share + square / (2 * all)) / (1 + square / all);
            double reach = Z * Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all)) / (1 + square / all);
            return new Share(some, all, share, Math.max(0, middle - reach), Math.min(1, middle + reach));
        }

        /** Hundredths, for people. */
        public long percent() {
            return Math.round(100 * (value == null ? 0 : value));
        }

        public long leastPercent() {
            return Math.round(100 * least);
        }

        public long mostPercent() {
            return Math.round(100 * most);
        }
    }
}
