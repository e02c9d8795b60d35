package org.tongqu.hub.support;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reconciliation.Scores;

/** Support actions as shown, each beside the agent's score before and after it; agents see none. */
@Component
public final class SupportPages {
    public static final List<String> KINDS =
            Arrays.stream(SupportKind.values()).map(Enum::name).toList();

    private static final Window LATEST = Window.first(20);

    private final SupportStore store;
    private final Dealers dealers;
    private final Colleagues colleagues;
    private final Scores scores;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;

    SupportPages(
            SupportStore store,
            Dealers dealers,
            Colleagues colleagues,
            Scores scores,
            Policy policy,
            Wall wall,
            Ids ids) {
        this.store = store;
        this.dealers = dealers;
        this.colleagues = colleagues;
        this.scores = scores;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
    }

    /** Actions in sight, newest first; an agent that is named must be in sight. */
    public Slice<Line> list(Sender reader, Sought sought, Window window) {
        policy.require(reader, Act.SEE_SUPPORT);
        Map<String, String> names = names(reader, sought);
        Slice<SupportStore.Logged> found = wall.read(
                Scope.of(reader),
                () -> Slice.of(store.list(sought.row(), window), window, each -> String.valueOf(each.number())));
        Map<String, List<Scores.Month>> months = months(reader, found.items());
        return found.map(each -> line(each, names, months));
    }

    /** What stands on one agent's page. */
    OfAgent ofAgent(Sender reader, String code) {
        Sought own = new Sought(code, null);
        return new OfAgent(
                code,
                list(reader, own, LATEST),
                standing(reader, own),
                mayLog(reader),
                people(reader),
                KINDS,
                newForm());
    }

    /** Number of a form that nobody has sent yet. */
    public String newForm() {
        return ids.next();
    }

    /** How many of those sought stand. */
    public long standing(Sender reader, Sought sought) {
        policy.require(reader, Act.SEE_SUPPORT);
        return wall.read(Scope.of(reader), () -> store.standing(sought.row()));
    }

    private Map<String, String> names(Sender reader, Sought sought) {
        String agent = sought.agent();
        if (agent != null) {
            dealers.required(reader, agent);
        }
        return dealers.of(reader).stream().collect(Collectors.toMap(Partners.Partner::code, Partners.Partner::name));
    }

    private Map<String, List<Scores.Month>> months(Sender reader, List<SupportStore.Logged> rows) {
        return policy.allows(reader.role(), Act.SEE_DISCREPANCIES)
                ? scores.months(
                        reader,
                        rows.stream().map(SupportStore.Logged::agent).distinct().toList())
                : Map.of();
    }

    private static Line line(
            SupportStore.Logged each, Map<String, String> names, Map<String, List<Scores.Month>> months) {
        Moved moved = each.withdrawn() != null
                ? Moved.NONE
                : Moved.around(each.day(), months.getOrDefault(each.agent(), List.of()));
        return new Line(
                each.id(),
                each.number(),
                each.agent(),
                names.getOrDefault(each.agent(), each.agent()),
                each.region(),
                each.kind(),
                each.day(),
                each.until(),
                each.purpose(),
                each.doneBy(),
                each.enteredBy(),
                each.withdrawn(),
                moved.before(),
                moved.after());
    }

    public boolean mayLog(Sender reader) {
        return policy.allows(reader.role(), Act.LOG_SUPPORT);
    }

    /** Agents that may be chosen, with those switched off. */
    public List<Choice> agents(Sender reader) {
        policy.require(reader, Act.SEE_SUPPORT);
        return dealers.of(reader).stream()
                .map(each -> new Choice(each.code(), each.name()))
                .toList();
    }

    /** Colleagues who may have done it, besides the reader. */
    public List<Choice> people(Sender reader) {
        return mayLog(reader)
                ? colleagues.of(reader).stream()
                        .filter(People.User::active)
                        .filter(each -> !each.login().equals(reader.login()))
                        .map(each -> new Choice(each.login(), each.name()))
                        .toList()
                : List.of();
    }

    /** What of the list is asked for; absent means all. */
    public record Sought(@Nullable String agent, @Nullable String kind) {
        /** What cannot be meant is told to the asker. */
        public static Sought of(@Nullable String agent, @Nullable String kind) {
            return new Sought(Asked.word("agent", agent), Asked.oneOf("kind", kind, KINDS));
        }

        SupportStore.Sought row() {
            return new SupportStore.Sought(agent, kind);
        }
    }

    /** A code to choose and its name. */
    public record Choice(String code, String name) {}

    /** What an agent's page draws: its latest actions and how many stand. */
    public record OfAgent(
            String agent,
            Slice<Line> found,
            long standing,
            boolean mayLog,
            List<Choice> people,
            List<String> kinds,
            String formNo) {}

    /** Who withdrew it, when and why. */
    public record Withdrawn(String by, OffsetDateTime at, String why) {}

    /**
     * One action.
     *
     * @param withdrawn absent while it stands
     * @param before the agent's score of the month before it; absent where there is none, or the action was withdrawn
     * @param after of the latest month after it in which figures were held against one another
     */
    public record Line(
            String id,
            long number,
            String agent,
            String agentName,
            @Nullable String region,
            String kind,
            LocalDate day,
            @Nullable LocalDate until,
            String purpose,
            String doneBy,
            String enteredBy,
            @Nullable Withdrawn withdrawn,
            Scores.@Nullable Month before,
            Scores.@Nullable Month after) {}
}
