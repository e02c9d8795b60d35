package org.tongqu.demo.trade;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 产品: one thing a factory of the group makes.
 *
 * @param listPrice yuan, whole hundreds
 * @param leadTimeDays calendar days from order to dispatch
 * @param factory code of the factory that makes it
 */
public record Product(
        String code, String productClass, String name, BigDecimal listPrice, int leadTimeDays, String factory) {
    private static final List<Product> ALL = Table.rows("products.tsv").stream()
            .map(row -> new Product(row[0], row[1], row[2], new BigDecimal(row[3]), Integer.parseInt(row[4]), row[5]))
            .toList();

    public static List<Product> all() {
        return ALL;
    }

    public static List<Product> madeBy(String factory) {
        return ALL.stream().filter(product -> product.factory.equals(factory)).toList();
    }

    /** How many one buys at once: one of what costs a million, a dozen of what costs little. */
    public int usualQuantity(Luck luck) {
        int most = listPrice.intValue() > 1_000_000 ? 1 : listPrice.intValue() > 150_000 ? 3 : 10;
        return luck.between(1, most);
    }

    public static Product named(String code) {
        return ALL.stream()
                .filter(product -> product.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such product: " + code));
    }

    /** The product asked for, or the cheapest of the class where the customer named none; of any class where even that is unknown. */
    public static Product fitting(String productClass, @Nullable String code) {
        return ALL.stream()
                .filter(product -> product.code.equals(code))
                .findFirst()
                .orElseGet(() -> cheapest(productClass));
    }

    private static Product cheapest(String productClass) {
        return ALL.stream()
                .filter(product -> product.isOf(productClass))
                .min(Comparator.comparing(Product::listPrice))
                .orElseGet(ALL::getFirst);
    }

    private boolean isOf(String wanted) {
        return productClass.equals(wanted) || productClass.startsWith(wanted + ".");
    }
}
