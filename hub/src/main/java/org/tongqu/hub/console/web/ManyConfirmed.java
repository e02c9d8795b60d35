package org.tongqu.hub.console.web;

import java.util.List;
import org.tongqu.hub.journal.ParkedBook;

/**
 * 批量重发之前: how many it is about.
 *
 * @param all whether all that the filter shows is meant, else the picked ones
 * @param ids what would be resent, at most {@link ParkedBook#MOST}
 * @param cut whether there are more
 */
record ManyConfirmed(ParkedFilter filter, boolean all, List<String> ids, boolean cut) {
    static ManyConfirmed of(ParkedFilter filter, boolean all, List<String> ids) {
        boolean cut = ids.size() > ParkedBook.MOST;
        return new ManyConfirmed(filter, all, cut ? ids.subList(0, ParkedBook.MOST) : ids, cut);
    }

    public int count() {
        return ids.size();
    }

    public String back() {
        return filter.address("/parked", "all", null);
    }
}
