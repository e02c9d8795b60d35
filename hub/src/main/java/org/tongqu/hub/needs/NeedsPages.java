package org.tongqu.hub.needs;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Neighbours;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Needs as shown; a factory sees a need by the part it is asked for, and of the parts its own alone. */
@Component
public final class NeedsPages {
    /** In the order of the road, then those outside it. */
    public static final List<String> STATES = List.of(
            "RAISED",
            "GRADED",
            "ASKED",
            "ACKNOWLEDGED",
            "QUOTED",
            "ORDERED",
            "DELIVERED",
            "PAID",
            "CLOSED",
            "REFUSED",
            "WITHDRAWN");

    private static final Pattern NUMBER = Pattern.compile("(?:[Nn]-\\d{4}-)?(\\d{1,18})");

    private final NeedsPagesStore store;
    private final Customers customers;
    private final Wall wall;

    NeedsPages(NeedsPagesStore store, Customers customers, Wall wall) {
        this.store = store;
        this.customers = customers;
        this.wall = wall;
    }

    /** Needs, newest first. */
    public Slice<NeedLine> needs(Sender sender, Sought sought, Window window) {
        return wall.read(Scope.of(sender), () -> {
            String customer = sought.customerId();
            List<String> records = customer == null ? null : customers.recordsOf(customer);
            Slice<NeedLine> page = Slice.of(store.lines(sought, records, window), window, NeedLine::id);
            return new Slice<>(withCustomers(page.items()), page.next());
        });
    }

    /** Needs that go by what somebody typed: the number people read, whole or its last part, or that of their visit. */
    public List<NeedLine> called(Sender sender, String typed, Window window) {
        Matcher number = NUMBER.matcher(typed);
        long wanted = number.matches() ? Long.parseLong(number.group(1)) : 0;
        return wall.read(Scope.of(sender), () -> withCustomers(store.called(typed, wanted, window)));
    }

    /** What stands above and below a need in the list of what is looked for, whether or not the need itself is in it. */
    public Neighbours around(Sender sender, Sought sought, String id) {
        return wall.read(Scope.of(sender), () -> {
            String customer = sought.customerId();
            List<String> records = customer == null ? null : customers.recordsOf(customer);
            return new Neighbours(
                    store.newer(sought, records, id).orElse(null),
                    store.lines(sought, records, new Window(1, id)).stream()
                            .findFirst()
                            .map(NeedLine::id)
                            .orElse(null));
        });
    }

    public Optional<Need> need(Sender sender, String id) {
        return wall.read(
                Scope.of(sender),
                () -> store.need(id)
                        .map(need -> need.of(
                                customers.customerOf(need.sourceRecordId()).orElse(null))));
    }

    /** Needs that rest on these source records, newest first, 200 at most. */
    public List<NeedLine> byRecords(Sender sender, Collection<String> sourceRecordIds) {
        return wall.read(Scope.of(sender), () -> withCustomers(store.byRecords(sourceRecordIds)));
    }

    /** Lines of needs by id; those out of sight are missing. */
    public Map<String, NeedLine> byIds(Sender sender, Collection<String> ids) {
        return wall.read(
                Scope.of(sender),
                () -> withCustomers(store.byIds(ids)).stream()
                        .collect(Collectors.toMap(NeedLine::id, Function.identity())));
    }

    /** Of whom each part of a need was ever asked. */
    public List<Asking> askings(Sender sender, String needId) {
        return wall.read(Scope.of(sender), () -> store.askings(needId));
    }

    /** Parts nobody is asked for and nobody quotes, the longest blocked first. */
    public List<BlockedPart> blocked(Sender sender, int most) {
        return wall.read(Scope.of(sender), () -> {
            Map<String, String> needOfPart = store.blocked(most);
            Map<String, NeedLine> needs = byIds(sender, new HashSet<>(needOfPart.values()));
            Map<String, Part> parts = store.partsByIds(needOfPart.keySet());
            return needOfPart.entrySet().stream()
                    .flatMap(each -> blocked(needs.get(each.getValue()), parts.get(each.getKey())))
                    .toList();
        });
    }

    private static Stream<BlockedPart> blocked(@Nullable NeedLine need, @Nullable Part part) {
        return need == null || part == null ? Stream.empty() : Stream.of(new BlockedPart(need, part));
    }

    /** How many needs stand in each state; states without any are missing. */
    public Map<String, Long> countsByState(Sender sender) {
        return wall.read(Scope.of(sender), store::countsByState);
    }

    /** What stands in each state under the filters of a list, but for the state itself; states without any are missing. */
    public Map<String, Standing> standing(Sender sender, Sought sought) {
        return wall.read(Scope.of(sender), () -> store.standing(sought));
    }

    private List<NeedLine> withCustomers(List<NeedLine> lines) {
        Map<String, String> customerByRecord = customers.customersOf(
                lines.stream().map(NeedLine::sourceRecordId).distinct().toList());
        return lines.stream()
                .map(line -> line.of(customerByRecord.get(line.sourceRecordId())))
                .toList();
    }

    /** What is looked for; all absent means everything. */
    public record Sought(
            @Nullable String state,
            @Nullable String visitNo,
            @Nullable String region,
            @Nullable String customerId,
            @Nullable String grade) {
        public static final Sought EVERYTHING = new Sought(null, null, null, null, null);

        public Sought(
                @Nullable String state,
                @Nullable String visitNo,
                @Nullable String region,
                @Nullable String customerId) {
            this(state, visitNo, region, customerId, null);
        }
    }

    /**
     * A need in a list.
     *
     * @param number as people read it, e.g. N-2026-000318
     * @param customerId today's customer, where the asker may see it
     */
    public record NeedLine(
            String id,
            String number,
            String visitNo,
            String needNo,
            String summary,
            String state,
            @Nullable String grade,
            String region,
            @Nullable String customerId,
            OffsetDateTime raisedAt,
            @Nullable LocalDate requiredBy,
            @JsonIgnore String sourceRecordId,
            @JsonIgnore String rep,
            @JsonIgnore @Nullable Amount budget) {
        NeedLine of(@Nullable String customer) {
            return new NeedLine(
                    id,
                    number,
                    visitNo,
                    needNo,
                    summary,
                    state,
                    grade,
                    region,
                    customer,
                    raisedAt,
                    requiredBy,
                    sourceRecordId,
                    rep,
                    budget);
        }
    }

    /** A need whole, but for what was asked of factories, which the room above knows. */
    public record Need(
            String id,
            String number,
            String visitNo,
            String needNo,
            String summary,
            @Nullable String functional,
            @Nullable LocalDate requiredBy,
            @Nullable Amount budget,
            String region,
            String state,
            @Nullable String grade,
            @Nullable GradeReason gradeReason,
            @Nullable String ruleVersion,
            @Nullable String customerId,
            List<Part> parts,
            OffsetDateTime raisedAt,
            @JsonIgnore String sourceRecordId,
            @JsonIgnore String visitId,
            @JsonIgnore String branch,
            @JsonIgnore String rep,
            @JsonIgnore OffsetDateTime visitedAt,
            @JsonIgnore String messageId,
            @JsonIgnore @Nullable OffsetDateTime gradedAt) {
        Need of(@Nullable String customer) {
            return new Need(
                    id,
                    number,
                    visitNo,
                    needNo,
                    summary,
                    functional,
                    requiredBy,
                    budget,
                    region,
                    state,
                    grade,
                    gradeReason,
                    ruleVersion,
                    customer,
                    parts,
                    raisedAt,
                    sourceRecordId,
                    visitId,
                    branch,
                    rep,
                    visitedAt,
                    messageId,
                    gradedAt);
        }
    }

    /** @param budget sum of what was said in yuan; other currencies are not added to it */
    public record Standing(long count, BigDecimal budget) {}

    public record GradeReason(String zh, String en) {}

    /**
     * @param demandId under which a factory is, or was last, asked for it; absent where no routing rule spoke
     * @param blocked since when nobody is asked for it and nobody quotes it; absent otherwise
     * @param outReason why a person let it go
     */
    public record Part(
            String id,
            @Nullable String productClass,
            @Nullable String productCode,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal qty,
            String state,
            @Nullable String demandId,
            @Nullable Block blocked,
            @Nullable String outReason) {}

    /**
     * 卡住.
     *
     * @param why NO_CLASS, NO_RULE or ALL_REFUSED
     * @param owner whose it is: the service desk's
     */
    public record Block(String why, OffsetDateTime since, String owner) {}

    public record Asking(String partId, String factory, String demandId) {}

    /** A blocked part with its need, for the list of those who must do something. */
    public record BlockedPart(NeedLine need, Part part) {}
}
