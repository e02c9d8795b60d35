package org.tongqu.hub.journal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;

/** 被退回的行页: the rows under their filters. */
record RefusedRowsShown(
        JournalPages.RowsSought sought, Slice<JournalPages.RefusedRow> found, List<Partners.Partner> partners) {
    private static final int CELLS_SHOWN = 24;

    /** Codes of the reasons on this page, to choose among. */
    public List<String> codes() {
        return found.items().stream()
                .flatMap(row -> row.refusals().stream())
                .map(JournalPages.RowRefusal::code)
                .distinct()
                .sorted()
                .toList();
    }

    public boolean filtered() {
        return sought.partner() != null || sought.code() != null;
    }

    public String further(String next) {
        return address(sought.code(), next);
    }

    public String newest() {
        return address(sought.code(), null);
    }

    /** The same list, only rows with this reason. */
    public String only(String code) {
        return address(code, null);
    }

    private String address(@Nullable String code, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/refused-rows");
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("partner", sought.partner());
        all.put("code", code);
        all.put("after", after);
        all.values().removeIf(Objects::isNull);
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(all).toString();
    }

    /** Cells under their headings; those without a heading come last, those that say nothing not at all. */
    public List<Cell> cells(JournalPages.RefusedRow row) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < row.cells().size() && cells.size() < CELLS_SHOWN; at++) {
            if (!row.cells().get(at).isBlank()) {
                String heading = at < row.heading().size() ? row.heading().get(at) : "";
                cells.add(new Cell(heading, row.cells().get(at)));
            }
        }
        return cells;
    }

    /** @param heading as the sender wrote it, empty where there is none */
    record Cell(String heading, String text) {}
}
