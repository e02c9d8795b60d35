package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Found;
import org.tongqu.hub.matching.Places.Place;

/** Takes a Chinese firm's name apart from both ends: remark, branch, form from the right; region from the left; between them ordinal, brand and trade. */
final class ChineseName {
    static final String NUMERALS = "一二三四五六七八九十";
    private static final Pattern NOISE = Pattern.compile("[\\s·•.,，。、*#＊_\"'“”‘’《》<>|/\\\\~!！?？;；:：+]+");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔{](.*?)[)\\]】〕}]");
    private static final Pattern TAIL =
            Pattern.compile("(-[^-]{0,8}|\\d+号(仓)?库|[一二三四五六]期|技改项目|.{1,3}介绍|供应处|采购部|设备科|设备部|物资部|财务部|销售部|维修|老客户|新客户)$");
    private static final Pattern BRANCH =
            Pattern.compile("(.*?)分?(分公公司|分公司|分公|[份芬奋愤纷粉氛忿焚坟粪吩酚]公司|分.司|分厂|分店|分部|分行|支公司|办事处|代表处|办|分分|分)(.{0,6})$");
    private static final Pattern FORM = Pattern.compile("(集团)?(股份)?(有限)?(责任)?(公司|公|司)?$");
    private static final Pattern LONG_FORM = Pattern.compile("(?<=..)(集团.*(公司|限|份|公|司).*|股份.*|有限.*|集团)$");
    private static final List<String> CUT_FORMS =
            List.of("有限责任公", "有限责任", "有限责", "有限公", "有限", "股份有", "股份", "有", "限公司", "责任公司", "总公司", "公司", "集团");
    private static final Pattern ORDINAL = Pattern.compile("第([一二三四五六七八九十]{1,3}|\\d{1,2})|([一二三四五六七八九十]|\\d{1,2})厂$");

    private ChineseName() {}

    /** @param said plain, see {@link Script#plain} */
    static NameParts parse(String said, Place at) {
        String name = unbracketed(NOISE.matcher(said).replaceAll(""));
        name = withoutTail(name);
        if (Script.han(name).isEmpty()) {
            return NameParts.NONE;
        }
        Matcher branch = BRANCH.matcher(name);
        if (branch.matches() && branch.group(1).length() >= 2 && isBranch(branch)) {
            return branch(name, branch.group(1), at);
        }
        return firm(name, name, false, Place.NOWHERE, at);
    }

    private static boolean isBranch(Matcher branch) {
        String mark = branch.group(2);
        String after = branch.group(3);
        boolean longMark = mark.length() > 1;
        return after.isEmpty()
                ? longMark
                        || Places.atEnd(branch.group(1)).isPresent()
                        || branch.group(1).length() >= 5
                : longMark && after.length() <= 4 && !after.contains("公司");
    }

    private static NameParts branch(String name, String before, Place at) {
        Optional<Found> seat = Places.atEnd(before);
        String parent = seat.map(found -> before.substring(0, before.length() - found.length()))
                .orElse(before);
        if (parent.length() < 2) {
            return firm(name, before, true, Place.NOWHERE, at);
        }
        return firm(name, parent, true, seat.map(Found::place).orElse(Place.NOWHERE), at);
    }

    /** Brackets around 集团 or a place belong to the name; around anything else they hold a remark. */
    private static String unbracketed(String said) {
        String name = said.replace('（', '(').replace('）', ')');
        Matcher bracket = BRACKETS.matcher(name);
        StringBuilder without = new StringBuilder();
        while (bracket.find()) {
            String inside = bracket.group(1);
            boolean belongs = inside.equals("集团")
                    || inside.equals("股份")
                    || Places.named(inside).isPresent()
                    || (inside.contains("公司") && !inside.startsWith("原"));
            bracket.appendReplacement(without, belongs ? Matcher.quoteReplacement(inside) : "");
        }
        bracket.appendTail(without);
        return without.toString().replaceAll("[()\\[\\]【】〔〕{}].*$", "");
    }

    private static String withoutTail(String said) {
        String name = said;
        String before;
        do {
            before = name;
            Matcher tail = TAIL.matcher(name);
            if (tail.find() && tail.start() >= 2) {
                name = name.substring(0, tail.start());
            }
            int company = name.lastIndexOf("公司");
            if (company > 3
                    && company + 2 < name.length()
                    && !BRANCH.matcher(name.substring(company + 2)).matches()) {
                name = name.substring(0, company + 2);
            }
        } while (!name.equals(before));
        return name.replace("-", "");
    }

    private static NameParts firm(String whole, String said, boolean branch, Place seat, Place at) {
        String name = said;
        StringBuilder company = new StringBuilder();
        Matcher cut0 = LONG_FORM.matcher(name);
        if (cut0.find()) {
            company.append(name.substring(cut0.start()));
            name = name.substring(0, cut0.start());
        }
        for (boolean more = true; more; ) {
            more = false;
            Matcher form = FORM.matcher(name);
            if (form.find()
                    && form.end() > form.start()
                    && form.start() >= (form.group().equals("公司") ? 1 : 2)) {
                company.insert(0, form.group());
                name = name.substring(0, form.start());
                more = true;
            }
            for (String cut : CUT_FORMS) {
                if (name.endsWith(cut) && name.length() >= cut.length() + 2) {
                    company.insert(0, cut);
                    name = name.substring(0, name.length() - cut.length());
                    more = true;
                    break;
                }
            }
        }
        boolean group = company.indexOf("集团") >= 0;
        List<Place> regions = new ArrayList<>();
        name = withoutRegions(name, regions, branch ? Place.NOWHERE : at);
        int middle = name.length();
        for (int i = 2; i < middle - 1; i++) {
            // 泰芒(包头)供水: a bracketed place inside, brackets already gone
            Optional<Found> inside = Places.atHead(name.substring(i));
            if (inside.isPresent()
                    && said.indexOf(name) >= 0
                    && inside.get().length() >= 2
                    && regions.isEmpty()
                    && Trades.lengthAtEnd(name.substring(i + inside.get().length()))
                            == name.length() - i - inside.get().length()
                    && inside.get().place().district().isEmpty()) {
                regions.add(inside.get().place());
                name = name.substring(0, i) + name.substring(i + inside.get().length());
                break;
            }
        }
        Place region = Place.NOWHERE;
        for (int i = regions.size() - 1; i >= 0; i--) {
            region = region.or(regions.get(i));
        }
        int ordinal = 0;
        Matcher number = ORDINAL.matcher(name);
        if (number.find()) {
            String digits = number.group(1) == null ? number.group(2) : number.group(1);
            ordinal = value(digits);
            boolean works = number.group(1) == null;
            name = name.substring(0, number.start()) + (works ? "厂" : "") + name.substring(number.end());
        } else if (!regions.isEmpty() && name.length() >= 2 && NUMERALS.indexOf(name.charAt(0)) >= 0) {
            String rest = name.substring(1);
            String bare = rest.endsWith("厂") ? rest.substring(0, rest.length() - 1) : rest;
            if (!bare.isEmpty()
                    && (Trades.lengthAtEnd(bare) == bare.length()
                            || (bare.length() == 1 && Trades.begins(bare.charAt(0))))) {
                ordinal = NUMERALS.indexOf(name.charAt(0)) + 1;
                name = rest;
            }
        }
        boolean works = name.endsWith("厂");
        String core = works && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
        if (core.equals("厂")) {
            core = "";
        }
        int trade = Trades.lengthAtEnd(core);
        if (trade == core.length() && ordinal == 0 && !works && regions.isEmpty() && core.length() == 2) {
            trade = 0;
        }
        String brand = core.substring(0, core.length() - trade);
        if (brand.length() == 1 && trade >= 2 && !Trades.isWord(core.substring(1))) {
            brand = core.substring(0, Math.min(2, core.length()));
        }
        if (brand.length() == 1 && core.length() == 1 && (works || ordinal > 0)) {
            brand = "";
        }
        String words = core.substring(brand.length());
        return new NameParts(
                whole,
                region,
                core,
                brand,
                words,
                Trades.said(words),
                ordinal,
                branch,
                seat,
                new NameParts.Form(company.toString(), group, works),
                false,
                Sounds.folded(brand));
    }

    private static String withoutRegions(String said, List<Place> regions, Place at) {
        String name = said;
        for (int i = 0; i < 4; i++) {
            Optional<Found> head = Places.atHead(name);
            if (head.isEmpty()
                    || name.length() - head.get().length() < 1
                    || !believable(head.get(), name, regions, at)) {
                break;
            }
            regions.add(head.get().place());
            name = afterPlace(name.substring(head.get().length()));
        }
        return regions.isEmpty() ? withoutMisspelt(name, regions, at) : name;
    }

    private static String afterPlace(String rest) {
        return rest.length() > 2 && rest.charAt(0) == '市' ? rest.substring(1) : rest;
    }

    /** 九龙 after 鄂尔多斯 and 玉山 before 江 are brands: a second place lies in the first, a district without 县 in where the firm is. */
    private static boolean believable(Found head, String name, List<Place> regions, Place at) {
        Place place = head.place();
        boolean within = regions.isEmpty() || regions.getLast().province().equals(place.province());
        boolean bareDistrict = !place.district().isEmpty() && "县市区旗".indexOf(name.charAt(head.length() - 1)) < 0;
        return within
                && (!bareDistrict
                        || (at.isNowhere() && name.length() > head.length() + 3)
                        || place.city().equals(at.city())
                        || (!regions.isEmpty() && regions.getLast().city().equals(place.city())));
    }

    /** 坤明 for 昆明, where the fields say 昆明. */
    private static String withoutMisspelt(String name, List<Place> regions, Place at) {
        for (String city : List.of(at.city(), at.district(), at.province())) {
            int length = city.length();
            if (length >= 2 && name.length() >= length + 2 && Sounds.mistakable(name.substring(0, length), city)) {
                regions.add(
                        at.district().equals(city)
                                ? at
                                : new Place(
                                        at.province(),
                                        at.province().equals(city) && !at.city().equals(city) ? "" : at.city(),
                                        ""));
                return afterPlace(name.substring(length));
            }
        }
        return name;
    }

    static int value(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = NUMERALS.indexOf(c) + 1;
            if (i > 0 && c == numeral.charAt(i - 1)) {
                continue; // 二二 is a slip of the pen: twenty-two is 二十二
            }
            value = c == '十' && value > 0 ? value * 10 : value + digit;
        }
        return value;
    }
}
