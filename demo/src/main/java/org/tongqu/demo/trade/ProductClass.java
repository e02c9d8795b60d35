package org.tongqu.demo.trade;

import java.util.List;

/** 产品类别 of the demo group; a sub-class carries its parent's code before the dot, a top class has an empty parent. */
public record ProductClass(String code, String parent, String chinese, String english) {
    private static final List<ProductClass> ALL = Table.rows("product-classes.tsv").stream()
            .map(row -> new ProductClass(row[0], row[1], row[2], row[3]))
            .toList();

    public static List<ProductClass> all() {
        return ALL;
    }

    /** The class without a parent that this one belongs to. */
    public static String top(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
