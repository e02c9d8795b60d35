package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.OutboxPages;

/**
 * 伙伴: who is reached by which wire and how it stands, those in trouble first.
 *
 * @param next more partners, where there are more than a page holds
 */
record PartnersList(
        @Nullable String kind,
        @Nullable String after,
        List<Row> rows,
        @Nullable String next) {
    static final List<String> KINDS = List.of("FACTORY", "BRANCH", "AGENT", "COOPERATOR");
    private static final List<String> TROUBLE_FIRST = List.of("late", "soon", "calm", "gone");

    public List<String> kinds() {
        return KINDS;
    }

    public long count(String style) {
        return rows.stream().filter(row -> row.health().style().equals(style)).count();
    }

    /** One partner. */
    record Row(
            PartnersPages.Partner partner,
            PartnerHealth health,
            OutboxPages.@Nullable Load load,
            JournalPages.@Nullable Heard heard) {
        public int urgency() {
            return TROUBLE_FIRST.indexOf(health.style());
        }

        /** Rows that went back of all rows sent, 0 to 1; nothing where no file came. */
        public @Nullable Double refusedShare() {
            return heard == null || heard.rows() == 0 ? null : (double) heard.refused() / heard.rows();
        }
    }
}
