package org.tongqu.connectors.canon;

import java.util.List;
import java.util.Map;

/**
 * 自有列名: what a partner calls our columns, set once so that its own export is read as it is.
 *
 * @param ours column name of the contract by the partner's heading, e.g. {@code InvoiceNo -> contract_no}; {@link #EXTRA} keeps a heading that looks
 *     like one of ours as an unknown column
 */
public record SheetColumns(Map<String, String> ours) {
    public static final String EXTRA = "extra";

    /** Column names of the contract. */
    public static final List<String> KNOWN = List.of(
            "sold_on",
            "customer_name",
            "product_code",
            "model",
            "product_name",
            "qty",
            "unit_price",
            "amount",
            "contract_no",
            "paid",
            "remark",
            "report_no",
            "line_no",
            "agent_name",
            "uscc",
            "contact",
            "phone",
            "province",
            "city");

    public static final SheetColumns NONE = new SheetColumns(Map.of());

    public SheetColumns {
        ours = Map.copyOf(ours);
    }
}
