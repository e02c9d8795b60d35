package org.tongqu.demo.trade;

import java.util.List;
import org.tongqu.demo.line.Wire;

/**
 * 工厂: how one factory of the group sells.
 *
 * @param code as the hub knows it, e.g. factory-crane
 * @param saleType ORDER_DELIVERY TENDER PRODUCT_SALE
 * @param channels DIRECT AGENT, the main one first
 * @param agents how many sell for it
 * @param repairBy FACTORY AGENT
 * @param classes product classes it answers for
 * @param wire by what it speaks to the hub and the hub to it
 */
public record Maker(
        String code,
        String name,
        String saleType,
        List<String> channels,
        int agents,
        int exclusiveStores,
        List<String> repairBy,
        List<String> classes,
        Wire.Kind wire) {
    private static final List<Maker> ALL =
            Table.rows("factories.tsv").stream().map(Maker::of).toList();

    /** The six, in the order the group names them. */
    public static List<Maker> all() {
        return ALL;
    }

    private static Maker of(String[] row) {
        return new Maker(
                row[0],
                row[1],
                row[2],
                words(row[3]),
                Integer.parseInt(row[4]),
                Integer.parseInt(row[5]),
                words(row[6]),
                words(row[7]),
                Wire.Kind.valueOf(row[8]));
    }

    private static List<String> words(String cell) {
        return List.of(cell.split(",", -1));
    }
}
