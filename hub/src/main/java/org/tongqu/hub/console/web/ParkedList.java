package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.ManyParked;
import org.tongqu.hub.journal.ParkedBook;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.ParkedQueue;
import org.tongqu.hub.platform.Slice;

/**
 * 停放页.
 *
 * @param partners to choose among
 * @param mayResend whether the reader may put back
 * @param letters of partners' queues the hub could not take; absent where the broker is away
 * @param works the newest acts on many
 */
record ParkedList(
        ParkedFilter filter,
        @Nullable String after,
        Slice<ParkedBook.Standing> found,
        List<Partners.Partner> partners,
        boolean mayResend,
        @Nullable List<ParkedQueue.Parked> letters,
        List<ManyParked.Work> works) {
    private static final String HERE = "/parked";

    public String state() {
        return filter.sought().state();
    }

    public List<String> states() {
        return ParkedBook.STATES;
    }

    public List<String> faults() {
        return ParkedFilter.FAULTS;
    }

    public List<String> directions() {
        return ParkedFilter.DIRECTIONS;
    }

    public List<String> kinds() {
        return ParkedFilter.KINDS;
    }

    public boolean filtered() {
        return !filter.said().isEmpty();
    }

    /** The same list with one filter changed. */
    public String with(String name, @Nullable String value) {
        return filter.address(HERE, name, value);
    }

    public String all() {
        return filter.address("/parked/many", "all", "true");
    }

    public String older(String next) {
        return filter.address(HERE, "after", next);
    }

    public String newest() {
        return filter.address(HERE, "after", null);
    }

    public String filters() {
        return Query.filters(java.net.URI.create(newest()).getRawQuery());
    }

    /** What people know it by; a key of several parts is the hub's own, of which the last names the thing. */
    public String keyOf(ParkedBook.Standing each) {
        String name = each.name();
        if (name != null) {
            return name;
        }
        String key = each.keys().isEmpty() ? each.id() : each.keys().getFirst().value();
        return key.substring(key.lastIndexOf('|') + 1);
    }
}
