package org.tongqu.hub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.tongqu.hub.matching.Sample.at;
import static org.tongqu.hub.matching.Sample.called;
import static org.tongqu.hub.matching.Sample.coded;
import static org.tongqu.hub.matching.Sample.groups;
import static org.tongqu.hub.matching.Sample.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One firm under many spellings")
class OneFirmTest {

    @ParameterizedTest
    @DisplayName(
            "full width, traditional characters, remarks, places written otherwise, short trades and cut ends are one firm")
    @CsvSource({
        "保定市兴宇光伏科技有限公司, 保定兴宇光伏",
        "寧波嶗百液壓件有限公司, 宁波崂百液压件有限公司",
        "宁波崂百液压件有限公司, 宁波崂百  液压件有限公司（设备科）",
        "宁波崂百液压件有限公司, 宁波崂百液压件有限责",
        "济宁第六电器厂, 济宁电器六厂",
        "唐山第四电缆厂, 唐山四电缆",
        "包头恒泰重型机械有限公司, 恒泰(包头)重型机械有限公司"
    })
    @Tag("S3-01")
    void spellings(String one, String other) {
        String city = one.substring(0, 2).replace("寧波", "宁波");
        assertThat(groups(at("a", one, city), at("b", other, city))).containsExactly("a b");
    }

    @Test
    @DisplayName("an export name in pinyin and English is the firm of that brand, trade and city")
    @Tag("S3-01")
    void english() {
        assertThat(groups(
                        called("a", "宁波崂百液压件有限公司", "宁波", "0574-62706673"),
                        called("b", "Ningbo Laobai Hydraulic Components Co., Ltd.", "Ningbo", "+86-574-62706673")))
                .containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("a name in pinyin throughout, spaced, joined or with Co., Ltd. behind it, is the firm that sounds so")
    @CsvSource({
        "沈阳, Shen yang bo da ji chuang you xian gong si, 沈阳博大机床有限公司",
        "沈阳, SHENYANGBODAJICHUANGGUFENYOUXIANGONGSI, 沈阳博大机床股份有限公司",
        "沈阳, 'Shenyang Boda Jichuang Co., Ltd.', 沈阳博大机床有限公司",
        "沈阳, Shenyang Boda Jichuang, 'Shenyang Boda Machine Tool Co., Ltd.'",
        "济宁, ji ning di liu dian qi chang, 济宁电器六厂",
        "西安, xi an xin gang gang guan you xian gong si, 西安新钢钢管有限公司"
    })
    @Tag("S3-01")
    void pinyin(String city, String one, String other) {
        assertThat(groups(at("a", one, city), at("b", other, city))).containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("codes, labels and notes around a name, departments behind it and dashes in it say nothing")
    @CsvSource({
        "KH00494 沈阳博大机床有限公司",
        "A-沈阳博大机床有限公司",
        "客户名称：沈阳博大机床有限公司",
        "12、沈阳博大机床",
        "沈阳博大机床  已迁址",
        "沈阳博大机床——见新档",
        "沈阳博大机床物资供应部",
        "沈阳博大机-床有限公司",
        "博大（沈阳）机床有限公司",
        "沈阳博大机床股份公司",
        "沈阳博大机床总厂",
        "沈阳博大机床厂有限公司"
    })
    @Tag("S3-01")
    void writtenAround(String other) {
        assertThat(groups(at("a", "沈阳博大机床有限公司", "沈阳"), at("b", other, "沈阳"))).containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("an export name with its place in brackets or at the end, and with another form, is the same firm")
    @CsvSource({
        "Boda Machine Tool (Shenyang) Co.,Ltd",
        "'Boda Machine Tool Co., Ltd., Shenyang'",
        "'SHENYANG CITY BODA MACHINE TOOL COLTD (P.R.C.)'"
    })
    @Tag("S3-01")
    void englishOrder(String other) {
        assertThat(groups(at("a", "Shenyang Boda Machine Tool Co., Ltd.", "沈阳"), at("b", other, "沈阳")))
                .containsExactly("a b");
    }

    @Test
    @DisplayName("a name of nothing but words of trades is read at once, however many ways it can be cut")
    void manyTrades() {
        String name = "机械设备".repeat(29);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Trades.lengthAtEnd(name)))
                .isEqualTo(name.length());
    }

    @Test
    @DisplayName("a former name written into the name counts like the field")
    void formerInName() {
        assertThat(groups(
                        called("a", "沈阳博大机床有限公司（原沈阳长风机床厂）", "沈阳", "024-28812345"),
                        called("b", "沈阳长风机床厂", "沈阳", "024-28812345")))
                .containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("the place is told wherever it is written: in one field with the province, in the district, in pinyin")
    @CsvSource({"'', 辽宁省沈阳市, ''", "'', '', 沈阳市铁西区", "'', Shenyang City, ''", "沈阳市, 辽宁省, ''"})
    void placeAnywhere(String province, String city, String district) {
        Told told = new Told("b", "博大机床有限公司", "", "", "", province, city, district, "", "", "", "", "", "");
        assertThat(groups(at("a", "沈阳博大机床有限公司", "沈阳"), told)).containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("a code is read with its label, in small letters and with O for 0, I for 1, S for 5 and Z for 2")
    @CsvSource({"USCC:91330102mab1417239", "9I330IOZMAB1417Z39", "统一社会信用代码 9133 0102 MAB1 4172 39"})
    void codeWritten(String code) {
        assertThat(groups(coded("a", "德辉阀门", "91330102MAB1417239", ""), coded("b", "德辉阀门厂", code, "")))
                .containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("a contact is one person with 先生, a department, a blank in the name, or in pinyin")
    @CsvSource({"杨强峰先生", "杨强峰（采购）", "杨 强峰", "联系人：杨强峰", "Mr. Yang Qiang Feng", "Qiangfeng YANG"})
    void contactWritten(String other) {
        assertThat(Person.of(Script.plain(other))).isEqualTo(Person.of("杨强峰"));
    }

    @Test
    @DisplayName("two valid different codes are two firms, whatever else agrees")
    void twoCodes() {
        assertThat(groups(
                        coded("a", "杭州润鹏矿山机械有限公司", "91330102MAB1417239", "杭州"),
                        coded("b", "杭州润鹏矿山机械有限公司", "913501223349204211", "杭州")))
                .containsExactly("a", "b");
    }

    @Test
    @DisplayName("an old nine-character organisation code is part of the code of today")
    void organisationCode() {
        assertThat(groups(coded("a", "德辉阀门有限公司", "91330102MAB1417239", ""), coded("b", "杭州德辉阀门", "MAB14172-3", "杭州")))
                .containsExactly("a b");
    }

    @ParameterizedTest
    @DisplayName("sister works are apart: No. 1 and No. 2 in any spelling, with the same telephone")
    @CsvSource({
        "济宁第一电器厂, 济宁第二电器厂",
        "济宁电器一厂, 济宁电器二厂",
        "济宁第一电器厂, 济宁二电器",
        "济宁第一电器厂, Jining No.2 Electric Appliance Factory",
        "济宁第一电器厂, 济宁2电器厂",
        "济宁第一电器厂, 济宁电器贰厂",
        "济宁第一电器厂, ji ning dian qi er chang",
        "济宁第一电器厂, Jining 2nd Electric Appliance Factory"
    })
    void sisterWorks(String one, String other) {
        assertThat(groups(called("a", one, "济宁", "0537-3333333"), called("b", other, "济宁", "0537-3333333")))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @DisplayName("a branch is not its parent, nor a branch elsewhere")
    @CsvSource({"重庆万和金属制品集团有限公司, 重庆, 重庆万和金属制品集团有限公司济南分公司, 济南", "重庆万和金属制品集团有限公司成都分公司, 成都, 重庆万和金属制品集团有限公司济南分公司, 济南"})
    void branches(String one, String city, String other, String otherCity) {
        assertThat(groups(at("a", one, city), at("b", other, otherCity))).containsExactly("a", "b");
    }

    @ParameterizedTest
    @DisplayName("branches of two firms in one city are two, even where brands sound alike or trades agree")
    @CsvSource({"邵阳宏声燃气集团有限公司佛山分公司, 衡阳洪生齿轮集团有限公司佛山分公司, 佛山", "河北泰科制冷设备集团有限公司保定分公司, 长沙远山制冷设备集团有限公司保定分公司, 保定"})
    void branchesOfTwo(String one, String other, String city) {
        assertThat(groups(at("a", one, city), at("b", other, city))).containsExactly("a", "b");
    }

    @Test
    @DisplayName("one name in two cities is two firms until a code says otherwise")
    void twoCities() {
        assertThat(groups(at("a", "顺远齿轮有限公司", "烟台"), at("b", "顺远齿轮有限公司", "德宏"))).containsExactly("a", "b");
    }

    @Test
    @DisplayName("a group and a company that shares its name without 集团 are two firms")
    void groupAndCompany() {
        assertThat(groups(
                        called("a", "苏州飞龙变压器集团有限公司", "苏州", "0512-68879734"),
                        called("b", "苏州飞龙变压器有限公司", "苏州", "0512-68879734")))
                .containsExactly("a", "b");
    }

    @Test
    @DisplayName("junk is never joined and never breaks anything: no name, 个体户, emoji, 10,000 characters")
    void junk() {
        List<Told> junk = new ArrayList<>();
        for (String name : List.of("", "个体户", "😀😀", "机".repeat(10_000), "---", "()", "公司", "分公司", "市", "第", "A")) {
            junk.add(called(junk.size() + "a", name, "", "13800000000"));
            junk.add(called(junk.size() + "b", name, "", ""));
        }
        assertThat(groups(junk)).hasSizeGreaterThanOrEqualTo(junk.size() - 4);
    }

    @Test
    @DisplayName("one wrong telephone repeated by a hundred sources joins nobody")
    void sharedTelephone() {
        List<Told> all = new ArrayList<>();
        String brands = "润鹏恒泰崂百顺远飞龙宏耐嘉新万和生泰红日福旺奥川立优众明兴宇亚信";
        for (int i = 0; i < 16; i++) {
            all.add(called("r" + i, brands.substring(2 * i, 2 * i + 2) + "公司", "", "0510-68638772"));
        }
        assertThat(groups(all)).hasSize(16);
    }

    @Test
    @DisplayName("a name alone, without brand or place, joins nobody")
    void sayingLittle() {
        assertThat(groups(named("a", "机械厂"), named("b", "机械厂"))).containsExactly("a", "b");
    }

    @Test
    @DisplayName("who goes to a firm of another name and another trade takes his telephone along, and joins nobody")
    void whoChangesFirms() {
        List<Told> told = List.of(
                new Told("a", "沈阳博大机床厂", "", "", "NE", "辽宁省", "", "", "", "13712345678", "", "", "赵铁生", ""),
                new Told("b", "大连祥和锅炉厂", "", "", "NE", "辽宁省", "", "", "", "13712345678", "", "", "赵铁生", ""));

        assertThat(Sample.groups(told)).containsExactly("a", "b");
    }

    @Test
    @DisplayName("two contacts of one name make no customer of two firms of different brands")
    void namesakes() {
        List<Told> told = List.of(
                new Told("a", "沈阳博大机床厂", "", "", "NE", "辽宁省", "", "", "", "13712345678", "", "", "王志强", ""),
                new Told("b", "沈阳祥和机床厂", "", "", "NE", "辽宁省", "", "", "", "13887654321", "", "", "王志强", ""));

        assertThat(Sample.groups(told)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @DisplayName("nor do two contacts of one surname, one of them told by it alone")
    @CsvSource({"沈阳耀秀迈机床厂, 沈阳秀朗雄机床厂, 王建国", "沈阳耀秀迈机床厂, 沈阳耀丹鹏机床厂, 王工", "沈阳耀坤夏机床厂, 沈阳耀秋雄机床厂, 王建国"})
    void surnames(String one, String other, String contact) {
        List<Told> told = List.of(
                new Told("a", one, "", "", "NE", "辽宁省", "", "", "", "13712345678", "", "", "王工", ""),
                new Told("b", other, "", "", "NE", "辽宁省", "", "", "", "13887654321", "", "", contact, ""));

        assertThat(Sample.groups(told)).containsExactly("a", "b");
    }
}
