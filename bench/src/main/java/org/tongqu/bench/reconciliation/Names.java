package org.tongqu.bench.reconciliation;

/** Firms that nobody takes for one another: their brands differ in all characters, their codes besides. */
final class Names {
    private static final String FIRST = "金达德美源利福特瑞华康尔泰新鑫龙天盛斯海通安力兴博佳大中信丰科威恒星祥和隆富顺山万森百汇诺奥凯嘉普润";
    private static final String SECOND = "雅吉云宏亚立鸿圣宇智正明联优益世创贝尚合品昌永高克惠飞光邦艺林泽腾诚胜绿能泉健银成荣川旺聚江沃捷峰朗";
    private static final String[] CITIES = {"沈阳市", "大连市", "鞍山市", "抚顺市", "本溪市", "丹东市", "锦州市", "营口市"};
    private static final String[] TRADES = {"机床", "轴承", "阀门", "水泵", "电缆", "铸造", "锻压", "化工", "纺织", "食品", "包装", "印刷"};

    private Names() {}

    static String of(int number) {
        int brand = number * 37;
        return CITIES[number % CITIES.length].substring(0, 2)
                + FIRST.charAt(brand % FIRST.length())
                + SECOND.charAt(brand / FIRST.length() % SECOND.length())
                + TRADES[number % TRADES.length]
                + "有限公司";
    }

    static String city(int number) {
        return CITIES[number % CITIES.length];
    }
}
