package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What people do to a customer's file by hand: pin a value over all feeds, take a pin off, say that the file holds. */
@Service
public class CustomerCare {
    private static final int LONGEST_REASON = 200;

    private final CustomersPages pages;
    private final CustomerStore customers;
    private final GoldenStore golden;
    private final CareStore store;
    private final Places places;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    CustomerCare(
            CustomersPages pages,
            CustomerStore customers,
            GoldenStore golden,
            CareStore store,
            Places places,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.pages = pages;
        this.customers = customers;
        this.golden = golden;
        this.store = store;
        this.places = places;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Pins a value by a person's word; whatever any source says stands behind it until it is unpinned.
     *
     * @throws Problem.Said where the customer is not to be seen (404) or another region's (403)
     */
    public Answer pin(Sender sender, String id, String field, @Nullable String value, @Nullable String why) {
        GoldenField which = field(field);
        String customer = own(sender, id);
        Optional<String> meant = meant(which, value);
        Optional<String> reason = reason(why);
        if (meant.isEmpty() || reason.isEmpty()) {
            return meant.isEmpty() ? Answer.WRONG_VALUE : Answer.NO_REASON;
        }
        return changed(sender, customer, now -> {
            if (which == GoldenField.USCC && store.holdsUscc(meant.get(), customer)) {
                return Answer.HELD_BY_ANOTHER;
            }
            store.pin(new CareStore.NewPin(
                    ids.next(),
                    customer,
                    which,
                    meant.get(),
                    which == GoldenField.PROVINCE ? places.region(meant.get(), null) : null,
                    sender.login(),
                    reason.get(),
                    now));
            trail.note("PIN", customer, which.shown() + " = " + meant.get() + " · " + reason.get());
            return Answer.DONE;
        });
    }

    /** Takes the pin off; the best word of a source stands again. */
    public Answer unpin(Sender sender, String id, String field, @Nullable String why) {
        GoldenField which = field(field);
        String customer = own(sender, id);
        Optional<String> reason = reason(why);
        if (reason.isEmpty()) {
            return Answer.NO_REASON;
        }
        return changed(sender, customer, now -> {
            if (!store.unpin(customer, which, sender.login(), reason.get(), now)) {
                return Answer.NOT_PINNED;
            }
            trail.note("UNPIN", customer, which.shown() + " · " + reason.get());
            return Answer.DONE;
        });
    }

    /** 核对: the sender has held the file against the customer, and it holds. */
    public Answer verify(Sender sender, String id) {
        String customer = own(sender, id);
        return changed(sender, customer, now -> {
            store.verified(customer, sender.login(), now);
            trail.note("VERIFY", customer, null);
            return Answer.DONE;
        });
    }

    /** Whether a person may do all this to a customer of that region. */
    public boolean may(Sender sender, @Nullable String region) {
        return policy.allows(sender.role(), Act.KEEP_CUSTOMER)
                && (sender.region() == null || sender.region().equals(region));
    }

    private String own(Sender sender, String id) {
        policy.require(sender, Act.KEEP_CUSTOMER);
        CustomersPages.Customer seen =
                pages.customer(sender, id).orElseThrow(() -> Problem.notFound().said());
        if (!may(sender, seen.region())) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "NOT_YOUR_REGION",
                            "这家客户归别的大区维护；请找该大区或总部服务台。",
                            "Another region keeps this customer's file; ask that region or the service desk at headquarters.")
                    .said();
        }
        return seen.id();
    }

    /** Values are chosen among all records, also those the person may not see: so it is the hub that chooses, in the person's name. */
    private Answer changed(Sender sender, String customer, Function<Instant, Answer> deed) {
        Scope hub = new Scope(
                Scope.Kind.WORKER, null, null, sender.login(), sender.role().name(), false);
        List<String> one = List.of(customer);
        return wall.within(hub, () -> {
            customers.hold(one);
            Instant now = clock.instant();
            Answer answer = deed.apply(now);
            if (answer == Answer.DONE) {
                golden.choose(one, now);
                customers.settleRegions(one);
                store.settle(one, now);
            }
            return answer;
        });
    }

    private Optional<String> meant(GoldenField field, @Nullable String value) {
        return field == GoldenField.PROVINCE ? places.province(value) : field.meant(value);
    }

    private static Optional<String> reason(@Nullable String why) {
        return Optional.ofNullable(why)
                .map(String::strip)
                .filter(said -> !said.isEmpty() && said.length() <= LONGEST_REASON)
                .filter(said -> said.chars().noneMatch(Character::isISOControl));
    }

    private static GoldenField field(String shown) {
        return GoldenField.called(shown).orElseThrow(() -> Problem.notFound().said());
    }

    /** What came of it. */
    public enum Answer {
        DONE,
        /** The value cannot be meant: its check digit fails, it is no province, it says nothing. */
        WRONG_VALUE,
        NO_REASON,
        /** The code is another customer's. */
        HELD_BY_ANOTHER,
        NOT_PINNED
    }
}
