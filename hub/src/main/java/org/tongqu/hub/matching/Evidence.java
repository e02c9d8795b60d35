package org.tongqu.hub.matching;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What can be said for or against two records being one firm. Its weight stands in the shipped table; the words are for people. */
enum Evidence {
    BRAND_SAME_RARE("字号相同（少见）", "same brand, a rare one"),
    BRAND_SAME("字号相同", "same brand"),
    BRAND_SAME_COMMON("字号相同（常见）", "same brand, a common one"),
    BRAND_SOUNDS("字号读音相同，字不同", "brands sound the same and are written differently"),
    BRAND_LOOKS("字号字形相近", "brands look alike"),
    BRAND_SLIP("字号差一笔误", "brands differ by a slip of the pen"),
    BRAND_PINYIN("拼音与字号相符", "the pinyin fits the brand"),
    BRAND_PART("一方字号包含另一方", "one brand is part of the other"),
    BRAND_OTHER("字号不同", "different brands"),
    BRAND_ONE_SILENT("一方没有字号", "one says no brand"),
    BRAND_NONE("双方都没有字号", "neither says a brand"),
    SHORT_FITS("简称与全称相符", "the short form fits the full name"),
    TRADE_SAME("行业相同", "same trade"),
    TRADE_LIKE("行业相近或为简写", "trades alike, or one written short"),
    TRADE_SLIP("行业差一笔误", "trades differ by a slip of the pen"),
    TRADE_OTHER("行业不同", "different trades"),
    TRADE_ONE_SILENT("一方没说行业", "one says no trade"),
    TRADE_NONE("双方都没说行业", "neither says a trade"),
    NAME_SAME("名称完全相同", "names are the same throughout"),
    NAME_SAYS_LITTLE("名称没有字号，也不知在何地", "the name has no brand and no known place"),
    NO_NAME("一方没有可用的名称", "one has no usable name"),
    FORMER_NAME("与曾用名相符", "fits the former name"),
    NAME_TAUGHT("与人工记下的又名相符", "fits another name that a person taught"),
    ORDINAL_SAME("同为第几厂", "same ordinal (No. 2 works)"),
    ORDINAL_OTHER("序号不同（一厂、二厂）", "different ordinals: sister works"),
    ORDINAL_ONE("只有一方有序号", "only one has an ordinal"),
    BRANCH_SAME("同一地的分公司", "branches in the same place"),
    BRANCH_BOTH("同为分公司", "both are branches"),
    BRANCH_OTHER("不同地或不同企业的分公司", "branches in different places or of different firms"),
    BRANCH_ONE_THERE("一方是分公司，另一方也在当地", "one is a branch, the other is in its place"),
    BRANCH_ONE("一方是分公司，另一方不是", "one is a branch, the other is not"),
    GROUP_BOTH("同为集团", "both are groups"),
    GROUP_ONE("一方是集团，另一方全称不是", "one is a group, the other by its full name is not"),
    GROUP_MAYBE("一方是集团，另一方没说", "one is a group, the other does not say"),
    FORM_SAME("公司形式相同", "same legal form"),
    FORM_OTHER("公司形式不同", "different legal forms"),
    WORKS_ONE("一方叫厂，一方叫公司", "one is a works, the other a company"),
    REGION_SAME("名称中地名相同", "same place in the names"),
    REGION_OTHER("名称中地名不同", "different places in the names"),
    PLACE_DISTRICT("同一区县", "same district"),
    PLACE_OTHER_DISTRICT("同城不同区县", "same city, different districts"),
    PLACE_CITY("同一城市", "same city"),
    PLACE_PROVINCE("同一省", "same province"),
    PLACE_OTHER_CITY("同省不同市", "same province, different cities"),
    PLACE_OTHER("不同省", "different provinces"),
    AREA_SAME("同一大区", "same region"),
    AREA_OTHER("不同大区", "different regions"),
    CODE_SAME("统一社会信用代码相同", "same USCC"),
    CODE_SLIP("代码差一两位", "codes differ by a digit or two"),
    CODE_OTHER("统一社会信用代码不同", "different USCCs"),
    LANDLINE_SAME("座机相同", "same telephone"),
    LANDLINE_SHARED("座机相同，但多家共用", "same telephone, which many firms share"),
    LANDLINE_OTHER("座机不同", "different telephones"),
    MOBILE_SAME("手机相同", "same mobile"),
    MOBILE_SHARED("手机相同，但多家共用", "same mobile, which many firms share"),
    MOBILE_OTHER("手机不同", "different mobiles"),
    ADDRESS_SAME("同路同号", "same road and number"),
    ADDRESS_NEAR("同路，门牌写法不一", "same road, the number written differently"),
    ADDRESS_ROAD("同一条路", "same road"),
    ADDRESS_NUMBER("门牌号不同", "same road, different number"),
    ADDRESS_OTHER("地址不同", "different addresses"),
    EMAIL_SAME("邮箱相同", "same e-mail"),
    EMAIL_DOMAIN("同一企业邮箱域名", "same e-mail domain of a firm"),
    EMAIL_OTHER("企业邮箱域名不同", "different e-mail domains of firms"),
    PERSON_SAME("联系人相同", "same contact"),
    PERSON_SURNAME("联系人同姓", "contacts of one surname"),
    PERSON_OTHER("联系人不同", "different contacts");

    static final int FIELDS = 7;
    /** The field of USCCs and organisation codes. */
    static final int CODES = 1;

    private final String zh;
    private final String en;
    private final int field;

    Evidence(String zh, String en) {
        this.zh = zh;
        this.en = en;
        this.field = fieldOf(name());
    }

    private static int fieldOf(String name) {
        List<String> kinds = List.of("CODE_", "LANDLINE_", "MOBILE_", "ADDRESS_", "EMAIL_", "PERSON_");
        for (int i = 0; i < kinds.size(); i++) {
            if (name.startsWith(kinds.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** 0 for what the name and the place say; else which of the firm's several codes, numbers, addresses and people it is about. */
    int field() {
        return field;
    }

    private static final Pattern TOLD = Pattern.compile("([A-Z_]+) ([+-]\\d+\\.\\d)");

    /** What was once found, from the words of {@link Matching.Link#reason()}; a finding that is known no more speaks for itself. */
    static List<Matching.Clue> told(String reason) {
        return TOLD.matcher(reason)
                .results()
                .map(found -> clue(found.group(1), Double.parseDouble(found.group(2))))
                .toList();
    }

    private static Matching.Clue clue(String code, double weight) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(one -> new Matching.Clue(code, weight, one.zh, one.en))
                .orElseGet(() -> new Matching.Clue(code, weight, code, code));
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
