package org.tongqu.hub.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Found;

/** What people write around a name: codes and 客户名称: before it, notes in brackets, departments and 已迁址 behind it. */
final class Remarks {
    private static final Pattern NOISE =
            Pattern.compile("[\\p{Cf}\\s·•.,，。、*#＊_\"'“”‘’《》<>|/\\\\~!！?？;；:：+★☆●◆■]+|&[A-Z]{2,5};");
    private static final Pattern DASH = Pattern.compile("[—–―‐‑−－]+");
    private static final Pattern LABEL =
            Pattern.compile("^(客户|单位|企业|公司|厂家|甲方|乙方|买方|需方|购方|用户|付款方|开票)?(名称|全称|简称|单位|抬头)?\\s*:(?=.*\\p{IsHan}{2})");
    /** KH00494, A-, 1、 and [003]: a number that is no more than a few digits needs something between it and the name. */
    private static final Pattern CODE = Pattern.compile(
            "^([A-Z]{0,4}[-.]?\\d{1,8}[-\\s.,_:/#、)]+|[A-Z]{1,4}[-_:.,/、]+|[A-Z]{0,4}\\d{4,8})(?=\\p{IsHan}{2})");

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔{](.*?)[)\\]】〕}]");
    private static final Pattern BROKEN_BRACKET = Pattern.compile("[()\\[\\]【】〔〕{}].*$");
    private static final Pattern OLD = Pattern.compile("原|曾用|前身|现|旧");
    private static final String DEPARTMENT =
            "(设备|采购|物资|供应|物供|财务|销售|生产|技术|动力|机动|机修|维修|质检|质量|工程|安环|后勤|仓储|行政|综合){1,2}(科|处|部|室|组|中心)";
    private static final Pattern TAIL = Pattern.compile("(\\d+号(仓)?库|[一二三四五六]期|技改项目|.{1,3}介绍|(?<=..)" + DEPARTMENT
            + "|已?(停用|作废|注销|吊销|迁址|搬迁|改制|更名|改名|停产|关闭|冻结)|重复|待(核|查|确认|核实)|维修|老客户|新客户|本部|总部)$");
    /** With what such a tail can end; most names end otherwise, and the pattern need not be tried at each of their characters. */
    private static final String TAIL_ENDS = "库期目绍科处部室组心用废销址迁制名产闭结复核查认实修户";

    private static final int NOTE = 8;

    private Remarks() {}

    /** @param said plain, see {@link Script#plain} */
    static String without(String said) {
        return isHanAlone(said) ? withoutTail(said) : withoutAll(said);
    }

    /** Nothing of what is written around a name but its tail is Chinese characters alone. */
    private static boolean isHanAlone(String said) {
        return said.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    }

    private static String withoutAll(String said) {
        String name = withoutHead(DASH.matcher(FormerInName.without(said)).replaceAll("-"));
        return withoutTail(NOISE.matcher(unbracketed(name)).replaceAll(""));
    }

    private static String withoutHead(String said) {
        String name = said.strip();
        for (String before = ""; !name.equals(before); ) {
            before = name;
            name = CODE.matcher(LABEL.matcher(name).replaceFirst("").strip())
                    .replaceFirst("")
                    .strip();
        }
        return name;
    }

    /** Brackets around 集团 or a place belong to the name; around anything else they hold a remark. */
    private static String unbracketed(String said) {
        Matcher bracket = BRACKETS.matcher(said);
        StringBuilder without = new StringBuilder();
        String place = "";
        while (bracket.find()) {
            String inside = bracket.group(1).strip();
            boolean moves = place.isEmpty() && isPlaceAmid(said, bracket, inside);
            place = moves ? inside : place;
            bracket.appendReplacement(without, !moves && belongs(inside) ? Matcher.quoteReplacement(inside) : "");
        }
        bracket.appendTail(without);
        return place + BROKEN_BRACKET.matcher(without).replaceAll("");
    }

    private static boolean belongs(String inside) {
        return inside.equals("集团")
                || inside.equals("股份")
                || Places.named(inside).isPresent()
                || (inside.contains("公司") && !OLD.matcher(inside).lookingAt());
    }

    /** 恒泰(包头)重型机械 is 包头恒泰重型机械. */
    private static boolean isPlaceAmid(String said, Matcher bracket, String inside) {
        String before = NOISE.matcher(said.substring(0, bracket.start())).replaceAll("");
        String after = said.substring(bracket.end());
        return before.length() >= 2
                && Script.han(after).length() >= 2
                && !before.contains("公司")
                && Places.named(inside).isPresent()
                && Places.atHead(before).map(Found::length).orElse(0) < 2;
    }

    private static String withoutTail(String said) {
        String name = said;
        for (String before = ""; !name.equals(before); ) {
            before = name;
            name = mayHaveTail(name) ? withoutOneTail(name) : name;
            name = withoutDashed(withoutAfterCompany(name));
        }
        return name.replace("-", "");
    }

    private static boolean mayHaveTail(String name) {
        return !name.isEmpty() && TAIL_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    private static String withoutOneTail(String name) {
        Matcher tail = TAIL.matcher(name);
        return tail.find() && tail.start() >= 2 ? name.substring(0, tail.start()) : name;
    }

    private static String withoutAfterCompany(String name) {
        int company = name.lastIndexOf("公司");
        boolean more = company > 3 && company + 2 < name.length();
        return more && !BranchMark.isIn(name.substring(company + 2)) ? name.substring(0, company + 2) : name;
    }

    /** 博大机床-华东 ends in a note, 博大-机床厂 goes on. */
    private static String withoutDashed(String name) {
        int dash = name.lastIndexOf('-');
        if (dash < 2 || name.length() - dash - 1 > NOTE) {
            return name;
        }
        String before = name.substring(0, dash);
        boolean whole = before.endsWith("公司") || before.endsWith("厂");
        return whole || !goesOn(name.substring(dash + 1)) ? before : name;
    }

    private static boolean goesOn(String after) {
        return after.endsWith("厂")
                || LegalForm.of(after).stem().length() < after.length()
                || "有限责任公司".startsWith(after)
                || (!after.isEmpty() && Trades.lengthAtEnd(after) > 0);
    }
}
