package org.tongqu.connectors.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The columns of an agent's sales file and the headings under which each is known. */
enum Column {
    SOLD_ON("销售日期", "sale date", "日期|成交日期|售出日期|date|sales date"),
    CUSTOMER_NAME("客户名称", "customer", "客户|客户全称|用户名称|购货单位"),
    PRODUCT_CODE("产品编码", "", "产品代码|产品编号|物料编码|product no|item code|sku"),
    MODEL("产品型号", "型号|model", "规格型号|型号规格|model no|product model"),
    PRODUCT_NAME("产品名称", "product", "产品|品名|商品名称"),
    QTY("数量", "quantity", "销售数量|台数"),
    UNIT_PRICE("含税单价", "单价|price", "销售单价"),
    AMOUNT("金额", "amount", "含税金额|销售金额|价税合计|total amount"),
    CONTRACT_NO("合同号", "contract", "合同编号|contract number"),
    PAID("收款金额", "回款金额|paid", "已收款|已回款|回款|收款|paid amount"),
    REMARK("备注", "remarks", "说明|note|notes"),
    REPORT_NO("报表编号", "报告期|period", "报告编号|报表期|report|reporting period"),
    LINE_NO("行号", "序号", "line|no"),
    AGENT_NAME("代理商", "agent", "代理商名称|代理名称|dealer"),
    USCC("统一社会信用代码", "", "社会信用代码|信用代码"),
    CONTACT("联系人", "", "contact person"),
    PHONE("电话", "", "联系电话|手机|telephone|tel|mobile"),
    PROVINCE("省份", "", "省"),
    CITY("城市", "", "市");

    static final List<Column> PRODUCT = List.of(PRODUCT_CODE, MODEL, PRODUCT_NAME);
    static final Set<Column> MONEY = Set.of(UNIT_PRICE, AMOUNT, PAID);

    private static final Map<String, Column> PROPER =
            byHeading(column -> column.name() + "|" + column.zh + "|" + column.proper);
    private static final Map<String, Column> LOOSE = byHeading(column -> column.loose);

    private final String key;
    private final String zh;
    private final String proper;
    private final String loose;

    /** Loose names count only where no other heading of the file has a proper one. */
    Column(String zh, String proper, String loose) {
        this.key = name().toLowerCase(Locale.ROOT);
        this.zh = zh;
        this.proper = proper;
        this.loose = loose;
    }

    private static Map<String, Column> byHeading(Function<Column, String> names) {
        Map<String, Column> byHeading = new HashMap<>();
        for (Column column : values()) {
            Pattern.compile("[|]")
                    .splitAsStream(names.apply(column))
                    .map(Text::plain)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> byHeading.put(name, column));
        }
        return Map.copyOf(byHeading);
    }

    static Optional<Column> properly(String plainHeading) {
        return Optional.ofNullable(PROPER.get(plainHeading));
    }

    static Optional<Column> loosely(String plainHeading) {
        return Optional.ofNullable(LOOSE.get(plainHeading));
    }

    static Optional<Column> keyed(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    /** Name in the contract, e.g. {@code sold_on}. */
    String key() {
        return key;
    }

    String zh() {
        return zh;
    }

    /** Most characters a cell may have, so that it fits what is stored. */
    int longest() {
        return this == REMARK ? 4_000 : 200;
    }
}
