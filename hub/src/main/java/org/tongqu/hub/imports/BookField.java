package org.tongqu.hub.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongqu.connectors.files.Tables;

/** What a column of an address book may be taken for, and the headings it is usually found under. */
public enum BookField {
    COMPANY(
            "公司|公司名称|公司名|单位|单位名称|所在单位|工作单位|客户|客户名称|客户名|客户单位|企业|企业名称|厂名|厂家|抬头|发票抬头|开票抬头|开票名称|户名|名称|往来单位|机构|"
                    + "company|company name|organization|organisation|organization name|organization 1 - name|customer|customer name|client|account|account name|firm|employer|org",
            200),
    USCC(
            "税号|纳税人识别号|纳税人税号|统一社会信用代码|社会信用代码|信用代码|统一代码|组织机构代码|机构代码|uscc|tax id|tax no|tax number|taxpayer id|vat|vat id|vat number|credit code|unified social credit code",
            200),
    CONTACT(
            "姓名|联系人|联系人姓名|客户联系人|负责人|对接人|经办人|收件人|收货人|名字|称呼|name|full name|contact|contact name|contact person|display name|attn|person|fn",
            200),
    SURNAME("姓|姓氏|last name|surname|family name", 200),
    GIVEN_NAME("名|first name|given name", 200),
    TITLE("职务|职位|职称|岗位|头衔|部门职务|title|job title|position|role|organization title|organization 1 - title", 200),
    MOBILE(
            "手机|手机号|手机号码|移动电话|联系人手机|手机1|手机2|mobile|mobile phone|mobile number|cell|cell phone|cellphone|phone 1 - value|phone 2 - value|primary phone",
            200),
    PHONE(
            "电话|电话号码|联系电话|固定电话|固话|座机|办公电话|公司电话|单位电话|联系方式|联系人电话|总机|电话1|电话2|tel|telephone|phone|phone number|telephone number|business phone|work phone|office phone|company main phone|company phone|home phone",
            200),
    PROVINCE("省|省份|省市|所在省|所属省份|所在省份|省自治区|province|state|state/province|business state|region", 200),
    CITY("市|城市|地市|所在城市|所在市|所属城市|city|town|business city", 200),
    ADDRESS(
            "地址|详细地址|公司地址|单位地址|联系地址|通讯地址|办公地址|注册地址|收货地址|住址|街道|address|street|street address|business street|business address|company address|mailing address|work address|address 1 - formatted|address 1 - street",
            200);

    private static final Map<String, BookField> BY_HEADING = byHeading();

    /** Parted by bars. */
    private final String headings;

    private final int longest;

    BookField(String headings, int longest) {
        this.headings = headings;
        this.longest = longest;
    }

    private static Map<String, BookField> byHeading() {
        Map<String, BookField> found = new HashMap<>();
        for (BookField field : values()) {
            Pattern.compile("[|]")
                    .splitAsStream(field.headings)
                    .map(Tables::plain)
                    .forEach(heading -> found.put(heading, field));
        }
        return Map.copyOf(found);
    }

    static Set<String> known() {
        return new HashSet<>(BY_HEADING.keySet());
    }

    /** Of a heading as written; a star or a remark in brackets behind it does not matter. */
    static Optional<BookField> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(Tables.plain(heading)))
                .or(() -> Optional.ofNullable(
                        BY_HEADING.get(Tables.plain(heading.replaceAll("[(（\\[【].*?[)）\\]】]", "")))));
    }

    static Optional<BookField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /** Most characters its cell may have. */
    int longest() {
        return longest;
    }
}
