package org.tongqu.hub.partners;

import java.util.List;

/**
 * 厂情: how a factory sells, which decides the stages its deals go through and whom a service case may go to.
 *
 * @param channels at least one, the one it sells by rather first
 * @param agents how many sell for it, 0 where it sells by itself alone
 * @param exclusiveStores 专营店, which sell nobody else's goods
 * @param repairBy who mends its machines; AGENT where agents help (维修协作)
 */
public record FactoryProfile(
        SaleType saleType, List<Channel> channels, int agents, int exclusiveStores, List<Repairer> repairBy) {
    public FactoryProfile {
        channels = List.copyOf(channels);
        repairBy = List.copyOf(repairBy);
    }

    /** The three ways factories of the group sell. */
    public enum SaleType {
        /** 订货交货型 */
        ORDER_DELIVERY,
        /** 招议标型 */
        TENDER,
        /** 产品销售型 */
        PRODUCT_SALE
    }

    /** By whom goods reach the customer. */
    public enum Channel {
        DIRECT,
        AGENT
    }

    /** Who mends. */
    public enum Repairer {
        FACTORY,
        AGENT
    }
}
