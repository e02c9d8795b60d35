package org.tongqu.hub.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.matching.Matching.Link;
import org.tongqu.hub.platform.Ids;

/** What one regrouping changes: customers born, revived and buried, records that move, and the events that tell of it. */
final class Regrouped {
    private static final String FIRST = "FIRST";
    private static final String WHOLE = "WHOLE";

    private final Map<String, String> today;
    private final Cause cause;
    private final Ids ids;
    private final Map<String, String> born = new TreeMap<>();
    private final Set<String> revived = new LinkedHashSet<>();
    private final Map<String, String> buried = new TreeMap<>();
    private final List<MembershipStore.Move> moves = new ArrayList<>();
    private final List<RegroupingStore.Event> events = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();

    /**
     * Why it is grouped anew.
     *
     * @param who a person's login, or the rule where no person acts
     * @param messages by record, the message that brought it just now
     * @param why a person's words; absent where the evidence itself is the reason
     */
    record Cause(
            String who,
            Map<String, String> messages,
            @Nullable String why) {}

    Regrouped(Map<String, String> today, Cause cause, Ids ids) {
        this.today = today;
        this.cause = cause;
        this.ids = ids;
    }

    void add(Homes.Home home) {
        String customer = home.customer();
        Map<String, Link> links = new HashMap<>();
        home.firm().links().forEach(link -> links.put(link.record(), link));
        Set<String> sources = new LinkedHashSet<>();
        for (String record : home.firm().records()) {
            String from = today.get(record);
            if (!customer.equals(from)) {
                move(
                        record,
                        from,
                        customer,
                        links.get(record),
                        record.equals(home.firm().records().getFirst()));
                if (from != null) {
                    sources.add(from);
                }
            }
        }
        switch (home.kind()) {
            case NEW -> born.put(customer, home.firm().records().getFirst());
            case REVIVED -> revived.add(customer);
            case KEPT -> {}
        }
        tell(home, sources);
    }

    private void move(String record, @Nullable String from, String to, @Nullable Link link, boolean first) {
        moves.add(new MembershipStore.Move(record, from, to, link, first ? FIRST : WHOLE));
        touched.add(to);
        if (from != null) {
            touched.add(from);
        }
    }

    private void tell(Homes.Home home, Set<String> sources) {
        String message = home.firm().records().stream()
                .map(cause.messages()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String reason = home.firm().links().stream()
                .filter(link -> home.firm().records().contains(link.record()))
                .findFirst()
                .map(Link::reason)
                .orElse(WHOLE);
        home.absorbed().forEach(gone -> {
            buried.put(gone, home.customer());
            event("MERGED", home.customer(), gone, message, reason);
        });
        if (home.kind() == Homes.Kind.REVIVED && sources.isEmpty()) {
            event("RESTORED", home.customer(), home.customer(), message, reason);
        }
        if (home.kind() != Homes.Kind.KEPT) {
            sources.forEach(from ->
                    event(home.kind() == Homes.Kind.NEW ? "SPLIT" : "REVIVED", home.customer(), from, message, reason));
        }
    }

    private void event(String kind, String customer, String other, @Nullable String message, String reason) {
        events.add(new RegroupingStore.Event(
                ids.next(),
                kind,
                customer,
                other,
                cause.who(),
                message,
                Objects.requireNonNullElse(cause.why(), reason)));
    }

    /** New customers. */
    Set<String> born() {
        return born.keySet();
    }

    /** New customers and the first record of each. */
    Map<String, String> founders() {
        return born;
    }

    Set<String> revived() {
        return revived;
    }

    Map<String, String> buried() {
        return buried;
    }

    List<MembershipStore.Move> moves() {
        return moves;
    }

    List<RegroupingStore.Event> events() {
        return events;
    }

    Set<String> touched() {
        return touched;
    }

    /** Nothing where only newcomers found their place. */
    Optional<CustomersRegrouped> news() {
        if (moves.stream().allMatch(move -> move.from() == null)) {
            return Optional.empty();
        }
        List<CustomersRegrouped.Merged> merged = events.stream()
                .filter(event -> event.kind().equals("MERGED"))
                .map(event -> new CustomersRegrouped.Merged(event.customer(), event.other(), event.reason()))
                .toList();
        List<CustomersRegrouped.Parted> parted = events.stream()
                .filter(event -> event.kind().equals("SPLIT"))
                .map(event -> new CustomersRegrouped.Parted(event.customer(), event.other()))
                .toList();
        return Optional.of(new CustomersRegrouped(merged, parted, touched));
    }
}
