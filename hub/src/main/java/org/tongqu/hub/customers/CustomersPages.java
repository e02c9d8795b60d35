package org.tongqu.hub.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Neighbours;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/**
 * Customers as shown: headquarters and regions read the golden record, and so does the agent whose customer it is; any other partner reads
 * the same customer made from its own source records alone, by the same rule, for a golden value may come from a rival's mouth.
 */
@Component
public final class CustomersPages {
    private final CustomersPagesStore store;
    private final FindingStore finding;
    private final CustomerStore customers;
    private final MembershipStore memberships;
    private final Matching matching;
    private final Confidences confidences;
    private final UpkeepPeriods periods;
    private final Wall wall;

    CustomersPages(
            CustomersPagesStore store,
            FindingStore finding,
            CustomerStore customers,
            MembershipStore memberships,
            Matching matching,
            Confidences confidences,
            UpkeepPeriods periods,
            Wall wall) {
        this.store = store;
        this.finding = finding;
        this.customers = customers;
        this.memberships = memberships;
        this.matching = matching;
        this.confidences = confidences;
        this.periods = periods;
        this.wall = wall;
    }

    /** Customers by newest number. */
    public Slice<CustomerLine> customers(Sender sender, Sought sought, Window window) {
        Scope scope = Scope.of(sender);
        return wall.read(scope, () -> {
            List<CustomersPagesStore.Found> found = found(sought.within(scope), window);
            Slice<CustomersPagesStore.Found> page =
                    Slice.of(found, window, customer -> String.valueOf(customer.number()));
            return new Slice<>(lines(scope, page.items()), page.next());
        });
    }

    /** Customers that a term finds, newest first, each with where the term stands in it. */
    public List<Hit> found(Sender sender, String term, Window window) {
        Scope scope = Scope.of(sender);
        Term sought = Term.of(term);
        return wall.read(scope, () -> {
            List<CustomerLine> found = lines(scope, finding.search(sought, window)).stream()
                    .limit(window.limit())
                    .toList();
            List<FindingStore.Words> words =
                    finding.wordsOf(found.stream().map(CustomerLine::id).toList());
            return found.stream().map(line -> Why.found(line, sought, words)).toList();
        });
    }

    /** Customers by their ids, in that order; those out of sight are missing. */
    public List<CustomerLine> byIds(Sender sender, List<String> ids) {
        Scope scope = Scope.of(sender);
        return wall.read(
                scope,
                () -> lines(
                        scope,
                        ids.stream()
                                .map(id -> new CustomersPagesStore.Found(customers.heirOf(id), 0))
                                .distinct()
                                .toList()));
    }

    /** What stands above and below a customer in the list a term finds; above it only as far as {@link Window#MAX_LIMIT} answers reach. */
    public Neighbours around(Sender sender, Sought asked, long number) {
        Window below = new Window(1, String.valueOf(number));
        Scope scope = Scope.of(sender);
        Sought sought = asked.within(scope);
        return wall.read(
                scope,
                () -> new Neighbours(
                        newer(sought, number).orElse(null),
                        found(sought, below).stream()
                                .findFirst()
                                .map(CustomersPagesStore.Found::id)
                                .orElse(null)));
    }

    private Optional<String> newer(Sought sought, long number) {
        String term = sought.term();
        if (term == null) {
            return sought.stale() ? store.newerStale(periods, number) : store.newer(number);
        }
        return finding.search(Term.of(term), Window.first(Window.MAX_LIMIT)).stream()
                .filter(found -> found.number() > number)
                .reduce((above, next) -> next)
                .map(CustomersPagesStore.Found::id);
    }

    private List<CustomersPagesStore.Found> found(Sought sought, Window window) {
        String term = sought.term();
        if (term != null) {
            return finding.search(Term.of(term), window);
        }
        return sought.stale() ? store.stale(periods, window) : store.newest(window);
    }

    private List<CustomerLine> lines(Scope scope, List<CustomersPagesStore.Found> found) {
        List<String> ids = found.stream().map(CustomersPagesStore.Found::id).toList();
        Map<String, Map<String, Value>> values = values(scope, ids);
        Map<String, CustomersPagesStore.Header> headers = store.headers(ids);
        List<CustomerLine> lines = new ArrayList<>();
        for (String id : ids) {
            CustomersPagesStore.Header header = headers.get(id);
            if (header != null) {
                boolean stale = scope.kind() != Scope.Kind.PARTNER && periods.over(header.lifeState(), header.keptAt());
                lines.add(header.line(values.getOrDefault(id, Map.of()), stale));
            }
        }
        return lines;
    }

    /** The customer whole; the id of one merged away answers with its heir. */
    public Optional<Customer> customer(Sender sender, String id) {
        Scope scope = Scope.of(sender);
        return wall.read(scope, () -> {
            String heir = customers.heirOf(id);
            CustomersPagesStore.Header header = store.headers(List.of(heir)).get(heir);
            return Optional.ofNullable(header).map(found -> whole(scope, found, heir.equals(id) ? null : id));
        });
    }

    /** One that was withdrawn shows what stood until then, to those who see it still. */
    private Customer whole(Scope scope, CustomersPagesStore.Header header, @Nullable String askedId) {
        String id = header.id();
        OffsetDateTime gone = header.withdrawnAt();
        if (gone != null && scope.kind() != Scope.Kind.PARTNER) {
            Instant then = gone.toInstant();
            return header.customer(
                    askedId,
                    store.goldenValuesThen(List.of(id), then).getOrDefault(id, Map.of()),
                    store.sourcesThen(id, then));
        }
        return header.customer(
                askedId, confidences.of(id, values(scope, List.of(id)).getOrDefault(id, Map.of())), store.sources(id));
    }

    /**
     * The customer of an id as it was then: the records grouped under it and the values chosen from them; region and life state are today's.
     * Partners are told nothing: what was chosen then may come from a rival.
     */
    public Optional<Customer> customerAsOf(Sender sender, String id, Instant then) {
        Scope scope = Scope.of(sender);
        if (scope.kind() == Scope.Kind.PARTNER) {
            return Optional.empty();
        }
        return wall.read(scope, () -> {
            List<Source> sources = store.sourcesThen(id, then);
            CustomersPagesStore.Header header = store.headers(List.of(id)).get(id);
            return header == null || sources.isEmpty()
                    ? Optional.empty()
                    : Optional.of(header.customer(
                            null, store.goldenValuesThen(List.of(id), then).getOrDefault(id, Map.of()), sources));
        });
    }

    private Map<String, Map<String, Value>> values(Scope scope, List<String> ids) {
        if (scope.kind() != Scope.Kind.PARTNER) {
            return store.goldenValues(ids);
        }
        Map<String, Map<String, Value>> seen = new HashMap<>(store.valuesOfOwnRecords(ids));
        seen.putAll(store.goldenValues(ids));
        return seen;
    }

    /** Every golden value a customer ever had, newest first within each field; partners see none. */
    public List<PastValue> history(Sender sender, String customerId) {
        return wall.read(Scope.of(sender), () -> store.history(customers.heirOf(customerId)));
    }

    /** Names of today's customers of source records, by source record; those out of sight are missing. */
    public Map<String, Named> namesOf(Sender sender, Collection<String> sourceRecordIds) {
        Scope scope = Scope.of(sender);
        return wall.read(scope, () -> {
            Map<String, String> customerByRecord = memberships.customersOf(sourceRecordIds);
            Map<String, Map<String, Value>> values =
                    values(scope, customerByRecord.values().stream().distinct().toList());
            return Named.of(customerByRecord, values);
        });
    }

    /** Customers in the asker's sight that belong with this one without being one: its branches, sister works, namesakes elsewhere. */
    public List<Kin> kin(Sender sender, Customer customer) {
        if (Scope.of(sender).kind() == Scope.Kind.PARTNER) {
            return List.of();
        }
        List<Matching.Related> related = wall.read(Scope.WORKER, () -> matching.related(customer.recordIds()));
        Map<String, Named> names =
                namesOf(sender, related.stream().map(Matching.Related::record).toList());
        Map<String, Kin> kin = new LinkedHashMap<>();
        for (Matching.Related each : related) {
            Named named = names.get(each.record());
            if (named != null && !named.customerId().equals(customer.id())) {
                kin.putIfAbsent(named.customerId(), new Kin(named.customerId(), named.name(), each.relation()));
            }
        }
        return List.copyOf(kin.values());
    }

    /** How many customers the asker sees in each life state. */
    public Map<String, Long> countsByLifeState(Sender sender) {
        return wall.read(Scope.of(sender), store::countsByLifeState);
    }

    /**
     * What is looked for.
     *
     * @param term part of a name, a USCC or a phone; absent for all
     * @param stale only those whose file asks for upkeep; a term goes before
     */
    public record Sought(@Nullable String term, boolean stale) {
        public static final Sought ALL = new Sought(null, false);

        public static Sought of(@Nullable String term) {
            return new Sought(term, false);
        }

        /** Upkeep is the service company's own business. */
        Sought within(Scope scope) {
            return scope.kind() == Scope.Kind.PARTNER ? of(term) : this;
        }
    }

    /**
     * A customer in a list.
     *
     * @param keptAt when the file was last made, visited, pinned or verified
     * @param stale whether it asks for upkeep; never for partners
     * @param completeness hundredths of the file that are filled in with what counts
     */
    public record CustomerLine(
            String id,
            long number,
            String name,
            @Nullable String uscc,
            @Nullable String province,
            @Nullable String city,
            @Nullable String region,
            String lifeState,
            OffsetDateTime createdAt,
            OffsetDateTime keptAt,
            boolean stale,
            int completeness) {}

    /**
     * A customer that was found.
     *
     * @param by NAME, SOUND, OTHER_NAME, OTHER_SOUND, USCC, PHONE or CONTACT; TIED where something found belongs to it
     * @param said where the term stands in: its name, or what a source said besides
     */
    public record Hit(CustomerLine customer, String by, List<Piece> said) {
        /** One that is shown for what was found of it. */
        public static Hit tied(CustomerLine customer) {
            return new Hit(customer, "TIED", List.of(new Piece(customer.name(), false)));
        }

        /** Whether the name it goes by holds the term. */
        @JsonIgnore
        public boolean byName() {
            return List.of("NAME", "SOUND", "TIED").contains(by);
        }
    }

    /** Part of a text, marked where it is what was looked for. */
    public record Piece(String text, boolean marked) {}

    /**
     * A customer whole.
     *
     * @param askedId the id asked for, where it was merged into this one
     * @param withdrawnAt since when all of its records are taken back; what is shown is what stood then
     * @param provenance by field: name, uscc, province, city, address, contactName, contactPhone, contactTitle
     */
    public record Customer(
            String id,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String askedId,

            @JsonIgnore long number,
            String name,
            @Nullable String uscc,
            @Nullable String province,
            @Nullable String city,
            @Nullable String address,
            @Nullable String region,
            String lifeState,
            @Nullable Contact contact,
            @Nullable String mergedInto,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OffsetDateTime withdrawnAt,

            OffsetDateTime createdAt,
            @JsonIgnore OffsetDateTime keptAt,
            List<Source> sources,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Value> provenance) {

        public Customer withoutProvenance() {
            return new Customer(
                    id,
                    askedId,
                    number,
                    name,
                    uscc,
                    province,
                    city,
                    address,
                    region,
                    lifeState,
                    contact,
                    mergedInto,
                    withdrawnAt,
                    createdAt,
                    keptAt,
                    sources,
                    null);
        }

        /** Ids of the source records the asker sees, for the other rooms' parts of the page. */
        @JsonIgnore
        public List<String> recordIds() {
            return sources.stream().map(Source::id).toList();
        }
    }

    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String title) {}

    /**
     * One source record: what one source said, untouched.
     *
     * @param source a partner's code or a region
     * @param kind VISIT, FACTORY or AGENT
     */
    public record Source(
            String id,
            String source,
            String kind,
            String name,
            String messageId,
            @Nullable Long rowNo,
            OffsetDateTime observedAt,
            @JsonIgnore @Nullable Joined joined) {}

    /**
     * Why a source record is where it is.
     *
     * @param name of the record it goes best with
     * @param score log-odds for their being one
     * @param clues what was found for and against that day, the weightiest first
     * @param rule the version that weighed them
     */
    public record Joined(String name, double score, List<Matching.Clue> clues, String rule) {
        public Joined {
            clues = List.copyOf(clues);
        }
    }

    /** A customer that belongs with another without being one. */
    public record Kin(String customerId, String name, Matching.Relation relation) {}

    /**
     * A value with where it came from; the source is absent where it is out of the asker's sight.
     *
     * @param sourceKind VISIT, FACTORY, AGENT, or PIN for a person's own word
     * @param sourceRecordId absent for a pin
     * @param confidence told of values that stand, not of those that once stood
     */
    public record Value(
            String value,
            @Nullable String source,
            @Nullable String sourceKind,
            @Nullable String sourceRecordId,
            @Nullable String messageId,
            @Nullable Long rowNo,
            @Nullable OffsetDateTime observedAt,
            @Nullable OffsetDateTime receivedAt,
            String rule,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Pin pin,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Confidence confidence) {

        Value with(Confidence found) {
            return new Value(
                    value,
                    source,
                    sourceKind,
                    sourceRecordId,
                    messageId,
                    rowNo,
                    observedAt,
                    receivedAt,
                    rule,
                    pin,
                    found);
        }
    }

    /** A person's word on a value, with its reason; and where it was taken off, by whom and why. */
    public record Pin(
            String who,
            String why,
            @Nullable String endedBy,
            @Nullable String endedWhy) {}

    /** A golden value of now or of once; {@code until} is absent while it stands. */
    public record PastValue(
            String field,
            Value value,
            OffsetDateTime since,
            @Nullable OffsetDateTime until) {}

    /** A customer's id and name as the asker sees it. */
    public record Named(String customerId, String name) {
        static Map<String, Named> of(Map<String, String> customerByRecord, Map<String, Map<String, Value>> values) {
            Map<String, Named> named = new HashMap<>();
            customerByRecord.forEach((record, customer) -> {
                Value name = values.getOrDefault(customer, Map.of()).get("name");
                if (name != null) {
                    named.put(record, new Named(customer, name.value()));
                }
            });
            return named;
        }
    }
}
