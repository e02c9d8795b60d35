package org.tongqu.hub.channel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;

/** Why a word on the tree cannot stand, in words to act on. */
final class TreeWrongs {
    static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");
    static final Refusal ORDER = new Refusal(
            "/until", "PERIOD_EMPTY", "结束日期须晚于开始日期：请改日期。", "The last day must lie after the first: mend the days.");

    private TreeWrongs() {}

    static Refusal circle(String agent, @Nullable String above) {
        return new Refusal(
                "/above",
                "CIRCLE",
                agent + " 不能挂在 " + above + " 下面：上级会变成自己的下级。请选别的上级，或先移走中间的一级。",
                agent + " cannot stand under " + above
                        + ": its superior would become its subordinate. Choose another, or move the one between them first.");
    }

    static Refusal overlaps(TreeStore.Place place) {
        return overlaps(place.from() + " – " + (place.until() == null ? "" : place.until()));
    }

    static Refusal overlaps(CapabilityStore.Capability capability) {
        return overlaps(capability.from() + " – " + (capability.until() == null ? "" : capability.until()));
    }

    private static Refusal overlaps(String period) {
        return new Refusal(
                "/from",
                "PERIOD_OVERLAPS",
                "这段日期已有登记（" + period + "）：请改日期，或先结束已有的一条。",
                "Something stands for these days already (" + period + "): choose other days, or end that first.");
    }

    static Optional<Refusal> of(CapabilityStore.Capability added, Partners partners, People people) {
        String region = added.region();
        String province = added.province();
        String productClass = added.productClass();
        if (!AgentTree.CapabilityWanted.KINDS.contains(added.kind())) {
            return unknown("/kind", "UNKNOWN_KIND", "能力", "capability", added.kind());
        }
        if (region != null && !REGIONS.contains(region)) {
            return unknown("/region", "UNKNOWN_REGION", "大区", "region", region);
        }
        if (province != null && people.regionOfProvince(province).isEmpty()) {
            return unknown("/province", "UNKNOWN_PROVINCE", "省份", "province", province);
        }
        return productClass == null || partners.knowsClass(productClass)
                ? Optional.empty()
                : unknown("/productClass", "UNKNOWN_CLASS", "产品类", "product class", productClass);
    }

    private static Optional<Refusal> unknown(String pointer, String code, String zh, String en, String said) {
        return Optional.of(
                new Refusal(pointer, code, "没有这个" + zh + "：" + said, "There is no such " + en + ": " + said));
    }
}
