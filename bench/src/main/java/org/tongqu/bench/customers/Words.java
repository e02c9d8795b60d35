package org.tongqu.bench.customers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What made-up firms are called by, and how people write it otherwise. */
final class Words {
    /** Characters of brands, those often met first. */
    static final String BRAND =
            "金达德美源利福特瑞华康尔泰新鑫龙天盛斯海通安力兴博佳大中信丰科威恒星祥和隆富顺山万森百汇诺奥凯嘉普润雅东吉云宏亚立鸿一圣宇元智正明三联优益世创贝尚合品昌永红高克惠飞光邦艺林方泽腾南诚胜绿能泉健生国西银成荣川蓝旺日聚江沃捷峰水朗阳九升春辉喜千远众意双翔慧京强锐航长鹏卓田港旭北松风玉景耀禾心迈全辰越驰青业久伟洁同晨清雄本环木河石民月柏骏工洲五申亨跃宁耐霸苏平湾振集佰湘雷如野紫动鲁岛登津台精粤蒙锋进固电晋铁圆火盾四州协夏钢豫秦闽匠岭白爱寿净桂乐黑纪甲渝易蜀冠岳秋悦浙欧坚家煌禄代锦剑友迪米格沪名维豪鼎古道彩微奇土藏铭曦派皖花小机神恩发广丽氏思君建香志客城杰汉雁都晶秀灵谷团得缘好辽兰麦初保农虎英极睿昊艾真竹酷图黔雪皇记洋纳凡拓依上仕子冀可亿果仁赛王帝赣有仙宙旋行途欣太怡弘启玛鹰象然晟坤宜伊运浩裕逸融俊展庄深超知羽唯加希贵牧莱妙磁尊乾趣快简园速轩文峻界茂纯鲜基素实开慕采钰庆善密";

    static final List<String> TRADES = List.of(
            "机械制造,机械",
            "机床,数控机床",
            "重型机械,重机",
            "工程机械,工机",
            "电机,电动机",
            "阀门,阀业",
            "水泵,泵业",
            "轴承,轴承制造",
            "变压器,变压",
            "开关设备,开关",
            "电缆,线缆",
            "锅炉,锅炉制造",
            "电梯,电梯制造",
            "铸造,铸件",
            "锻造,锻压",
            "钢结构,钢构",
            "化工,化学",
            "精细化工,化工",
            "石油化工,石化",
            "化肥,肥业",
            "橡胶制品,橡胶",
            "塑料制品,塑料",
            "玻璃,玻璃制品",
            "水泥,水泥制造",
            "建材,建筑材料",
            "新型建材,建材",
            "包装材料,包材",
            "包装机械,包装",
            "印刷机械,印刷",
            "印刷,印务",
            "造纸,纸业",
            "纺织,纺织品",
            "服装,服饰",
            "家具,家私",
            "食品,食品加工",
            "粮油,粮油加工",
            "饲料,饲料加工",
            "酒业,酿酒",
            "汽车零部件,汽配",
            "汽车制造,汽车",
            "轨道交通装备,机车车辆",
            "船舶重工,船舶",
            "环保科技,环保",
            "新能源科技,新能源",
            "光伏科技,光伏",
            "自动化科技,自动化",
            "智能装备,智能设备",
            "精密机械,精机",
            "仪表,仪器仪表",
            "电器,电器制造",
            "五金,五金制品",
            "金属制品,金属",
            "不锈钢制品,不锈钢",
            "特殊钢,特钢",
            "煤业,煤炭",
            "矿业,矿产",
            "热力,供热",
            "自来水,供水",
            "燃气,煤气",
            "路桥工程,路桥",
            "建筑工程,建筑",
            "物流,货运",
            "制药,药业",
            "电子,电子科技");
    static final List<String> FORMS =
            List.of("有限公司", "有限公司", "有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "有限责任公司", "股份有限公司", "厂", "集团有限公司");
    static final List<String> ORDINALS = List.of("一", "二", "三", "四", "五", "六");
    static final List<String> REMARKS = List.of("(设备科)", "(已迁址)", "(二期)", "(老客户)", "(财务部)", "(待核)");
    static final List<String> PRODUCTS = List.of("QD20", "CK6150", "XK714", "LD10", "Z3050", "M1432");

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂玉萍红玲飞建国志文华海燕春梅俊峰宇鑫波斌辉力健世广义良成才发武新利清彬富顺信子昌云帆思雨晨佳琪瑞博浩然天翔";
    /** Characters that sound alike, a group each. */
    private static final List<String> ALIKE = List.of(
            "金津进晋锦 达大 德得 源元远圆缘园 利力立丽 福富 瑞锐睿 华花 泰台太 新鑫信心欣 龙隆 天田 盛圣胜生升 斯四思 通同 兴星行 佳嘉甲家加 中众 丰峰风锋 科克客可 威伟维微唯 恒亨 祥翔湘香象 和合禾河 山善 万湾皖 百柏佰白 汇惠辉慧 凯开 雅亚 东动 吉集纪机极记冀基 云运 宏鸿红弘 一益艺意易依亿怡宜伊逸 宇玉豫渝裕羽钰 智志知 明名铭 优友有 世石氏仕实 贝北 尚上 光广 诚成城晟 绿鲁禄 泉全 健坚剑建简 国果 西喜曦希 荣融 蓝兰 旺王 江匠 捷洁杰界 阳洋 九久 春纯 千黔乾 京景精净晶 港钢 迈麦 辰晨 越月跃粤岳悦 青清庆 业野 木牧慕 民闽 骏君俊峻 洲州宙 申神深 苏速素 振真 紫子 岛道 固古谷 岭灵 爱艾 桂贵 煌皇 迪帝 米密 沪虎 豪好昊浩 彩采 奇启 土图途 英鹰 仙鲜 旋轩"
                    .split(" "));

    private static final String SIMPLE = "机业电设备气车矿铁钢阀泵轴压厂华东龙兴圣国丰汇润亚宁鲁苏军建筑工热饲纺织药仪输";
    private static final String TRADITIONAL = "機業電設備氣車礦鐵鋼閥泵軸壓廠華東龍興聖國豐匯潤亞寧魯蘇軍建築工熱飼紡織藥儀輸";
    private static final List<City> CITIES = cities();

    private Words() {}

    /** @param weight the more, the more firms are there */
    record City(String province, String name, int weight) {
        String plain() {
            return name.substring(0, name.length() - 1);
        }
    }

    static City city(Draw draw) {
        return CITIES.get(Math.min(draw.below(CITIES.size()), draw.below(CITIES.size())));
    }

    static String person(Draw draw) {
        String given = String.valueOf(draw.early(GIVEN));
        return draw.early(SURNAMES) + given + (draw.in100(70) ? draw.early(GIVEN) : "");
    }

    /** One that sounds the same; itself where there is none. */
    static char alike(char of, Draw draw) {
        for (String group : ALIKE) {
            int at = group.indexOf(of);
            if (at >= 0) {
                return group.charAt((at + 1 + draw.below(group.length() - 1)) % group.length());
            }
        }
        return of;
    }

    static String traditional(String text) {
        StringBuilder written = new StringBuilder();
        text.chars()
                .forEach(c -> written.append(SIMPLE.indexOf(c) < 0 ? (char) c : TRADITIONAL.charAt(SIMPLE.indexOf(c))));
        return written.toString();
    }

    private static List<City> cities() {
        List<City> cities = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/customers/cities.tsv")), UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> cities.add(new City(cells[0], cells[1], Integer.parseInt(cells[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(cities);
    }
}
