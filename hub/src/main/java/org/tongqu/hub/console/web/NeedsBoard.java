package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 需求看板: needs by state, each column with how many stand there and what they are worth.
 *
 * @param byRegion whether the reader sees more than one region
 */
record NeedsBoard(Map<String, String> filters, boolean byRegion, List<Lane> lanes) {
    public @Nullable String grade() {
        return filters.get("grade");
    }

    public @Nullable String region() {
        return filters.get("region");
    }

    /** The board with one filter more, or where it stands already without it. */
    public String turned(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        if (!value.equals(changed.remove(name))) {
            changed.put(name, value);
        }
        changed.put("look", "board");
        return NeedsList.address(changed);
    }

    public boolean empty() {
        return lanes.stream().allMatch(lane -> lane.count() == 0);
    }

    /** The same needs as a list, of one state or of all. */
    public String list(@Nullable String state) {
        Map<String, String> of = new LinkedHashMap<>(filters);
        if (state != null) {
            of.put("state", state);
        }
        return NeedsList.address(of);
    }

    /**
     * One state.
     *
     * @param budget in yuan
     * @param cards the newest few
     */
    record Lane(String state, long count, BigDecimal budget, List<NeedsList.Row> cards) {
        public long more() {
            return count - cards.size();
        }
    }
}
