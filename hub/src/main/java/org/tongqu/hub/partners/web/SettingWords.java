package org.tongqu.hub.partners.web;

import org.tongqu.connectors.canon.Refusal;

/** What is said to whoever enters a factory's settings wrongly. */
final class SettingWords {
    private SettingWords() {}

    static Refusal badSaleType() {
        return new Refusal(
                "/saleType",
                "BAD_SALE_TYPE",
                "saleType 须为 ORDER_DELIVERY（订货交货型）、TENDER（招议标型）或 PRODUCT_SALE（产品销售型）。",
                "saleType is ORDER_DELIVERY, TENDER or PRODUCT_SALE.");
    }

    static Refusal badChannels() {
        return new Refusal(
                "/channels",
                "BAD_CHANNELS",
                "channels 须含 DIRECT、AGENT 之一或两者，主要的在前，不重复。",
                "channels holds DIRECT, AGENT or both, the main one first, each once.");
    }

    static Refusal badAgents() {
        return new Refusal(
                "/agents",
                "BAD_COUNT",
                "agents 为 0 至 10000 的整数；大于 0 时 channels 须含 AGENT。",
                "agents is 0 to 10000; more than 0 needs AGENT among the channels.");
    }

    static Refusal badStores() {
        return new Refusal(
                "/exclusiveStores",
                "BAD_COUNT",
                "exclusiveStores 为 0 至 10000 的整数。",
                "exclusiveStores is a whole number, 0 to 10000.");
    }

    static Refusal badRepair() {
        return new Refusal(
                "/repairBy",
                "BAD_REPAIR",
                "repairBy 须含 FACTORY、AGENT 之一或两者，不重复；不填为 FACTORY。",
                "repairBy holds FACTORY, AGENT or both, each once; FACTORY where left out.");
    }

    static Refusal badDay() {
        return new Refusal(
                "/validFrom",
                "BAD_DAY",
                "validFrom 为片区生效日，形如 2026-01-01。",
                "validFrom is the first day the cut holds for, such as 2026-01-01.");
    }

    static Refusal noZones() {
        return new Refusal("/zones", "NO_ZONES", "请列出 1 至 100 个片区。", "List 1 to 100 zones.");
    }

    static Refusal badZoneName(int n) {
        return new Refusal(
                "/zones/" + n + "/zone",
                "BAD_ZONE",
                "片区须有名称（不超过 100 字），且不与其它片区同名。",
                "A zone has a name, at most 100 characters, that no other zone of the cut has.");
    }

    static Refusal zoneNowhere(int n, String zone) {
        return new Refusal(
                "/zones/" + n + "/provinces",
                "ZONE_NOWHERE",
                "片区 " + zone + " 要么列出省份，要么标 export，二者必居其一。",
                "Zone " + zone + " either lists provinces or is marked export, one of the two.");
    }

    static Refusal badProvince(int n, String province) {
        return new Refusal(
                "/zones/" + n + "/provinces",
                "BAD_PROVINCE",
                "“" + province + "”不是省级行政区名称，或在本片区中重复；请写全称或简称，如 辽宁省、辽宁。",
                "\"" + province
                        + "\" is no province, or stands twice in the zone; write its full or short name, such as 辽宁省 or 辽宁.");
    }

    static Refusal notAFactory(String code) {
        return new Refusal(
                "",
                "NOT_A_FACTORY",
                "伙伴 " + code + " 不是工厂；只有工厂有厂情与片区。",
                "Partner " + code + " is no factory; only factories have a profile and zones.");
    }
}
