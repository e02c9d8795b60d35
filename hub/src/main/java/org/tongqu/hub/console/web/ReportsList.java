package org.tongqu.hub.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.sales.SalesPages;

/**
 * 代理商申报: one window of agents' files under the filters its address carries.
 *
 * @param agents to choose among; empty where the reader knows itself alone
 * @param mayUpload whether the reader hands in files itself
 */
record ReportsList(
        @Nullable String agent,
        @Nullable String state,
        @Nullable String after,
        List<Partners.Partner> agents,
        boolean mayUpload,
        Slice<Row> found) {
    /** What a file can have come to. */
    static final List<String> STATES = List.of("TAKEN", "PARTLY", "REFUSED", "DUPLICATE", "PARKED");

    public List<String> states() {
        return STATES;
    }

    public boolean filtered() {
        return agent != null || state != null;
    }

    /** Rows on this page that wait for their agent to mend them. */
    public long toMend() {
        return found.items().stream()
                .map(row -> row.line().counts())
                .filter(Objects::nonNull)
                .mapToLong(JournalPages.Counts::refused)
                .sum();
    }

    public long filesToMend() {
        return found.items().stream()
                .map(row -> row.line().counts())
                .filter(counts -> counts != null && counts.refused() > 0)
                .count();
    }

    public String older(String next) {
        return address(next);
    }

    public String newest() {
        return address(null);
    }

    private String address(@Nullable String from) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/reports");
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("agent", agent);
        all.put("state", state);
        all.put("after", from);
        all.values().removeIf(Objects::isNull);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(all).toString();
    }

    /**
     * One file.
     *
     * @param days the first and last day its lines speak of; absent where no line was taken
     */
    record Row(JournalPages.MessageLine line, SalesPages.@Nullable Days days) {
        public boolean rejected() {
            JournalPages.Counts counts = line.counts();
            return counts != null && counts.refused() > 0 && line.outcome() != null;
        }

        /** 2026-02, or 2026-01 — 2026-03 where a file tells of more than one month. */
        public String months() {
            if (days == null) {
                return "—";
            }
            String first = days.first().toString().substring(0, 7);
            String last = days.last().toString().substring(0, 7);
            return first.equals(last) ? first : first + " — " + last;
        }

        /** Rows accepted or known before, of all, 0 to 100. */
        public int share() {
            JournalPages.Counts counts = line.counts();
            if (counts == null || counts.rows() == 0) {
                return 0;
            }
            return (int) ((counts.accepted() + counts.duplicate()) * 100 / counts.rows());
        }
    }
}
