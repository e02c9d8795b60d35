package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Place;

/** Takes an export name apart: place in pinyin, brand in pinyin or Latin, trade in English, form. */
final class EnglishName {
    private static final Set<String> FORMS = Set.of(
            "CO",
            "LTD",
            "LIMITED",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "INC",
            "LLC",
            "LIABILITY",
            "JOINT",
            "STOCK",
            "CL",
            "COLTD",
            "PLC",
            "GMBH");
    private static final Set<String> WORKS = Set.of("FACTORY", "WORKS", "PLANT", "MILL");
    private static final Set<String> BRANCH = Set.of("BRANCH", "OFFICE", "FENGONGSI");
    private static final Map<String, String> SHORT = Map.of(
            "TECH",
            "TECHNOLOGY",
            "EQUIP",
            "EQUIPMENT",
            "MACH",
            "MACHINERY",
            "MFG",
            "MANUFACTURING",
            "ELEC",
            "ELECTRIC",
            "IND",
            "INDUSTRY",
            "INTL",
            "INTERNATIONAL",
            "ENG",
            "ENGINEERING",
            "CHEM",
            "CHEMICAL",
            "PHARM",
            "PHARMACEUTICAL");
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b(?:NO|NUMBER)\\s*\\.?\\s*(\\d{1,2})\\b|\\b(FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH)\\b");
    private static final List<String> WORDS =
            List.of("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH");
    private static final int LONGEST = 5;

    private EnglishName() {}

    /** @param said plain, see {@link Script#plain} */
    static NameParts parse(String said) {
        String name = said.replaceAll("[^A-Z0-9'&.]", " ");
        Matcher number = ORDINAL.matcher(name);
        int ordinal = 0;
        if (number.find()) {
            ordinal = number.group(1) != null ? Integer.parseInt(number.group(1)) : WORDS.indexOf(number.group(2)) + 1;
            name = name.substring(0, number.start()) + " " + name.substring(number.end());
        }
        List<String> words = new ArrayList<>();
        for (String word : name.replace(".", " ").trim().split("\\s+", -1)) {
            words.add(SHORT.getOrDefault(word, word));
        }
        boolean branch = words.stream().anyMatch(BRANCH::contains);
        boolean group = words.contains("GROUP");
        boolean works = words.stream().anyMatch(WORKS::contains);
        boolean limited = words.stream().anyMatch(FORMS::contains);
        Place seat = Place.NOWHERE;
        int branchAt = -1;
        for (int i = 0; i < words.size(); i++) {
            if (BRANCH.contains(words.get(i))) {
                branchAt = i;
            }
        }
        if (branchAt > 0) {
            for (int from = Math.max(1, branchAt - 3); from < branchAt; from++) {
                var place = Places.sounding(String.join("", words.subList(from, branchAt)));
                if (place.isPresent()) {
                    seat = place.get();
                    words = new ArrayList<>(words.subList(0, from));
                    break;
                }
            }
        }
        words.removeIf(word -> FORMS.contains(word)
                || WORKS.contains(word)
                || BRANCH.contains(word)
                || word.equals("GROUP")
                || word.equals("CITY")
                || word.equals("PROVINCE"));
        Place region = Place.NOWHERE;
        for (int i = 0; i < 2; i++) {
            for (int length = Math.min(3, words.size() - 1); length >= 1; length--) {
                var place = Places.sounding(String.join("", words.subList(0, length)));
                if (place.isPresent()) {
                    region = place.get().or(region);
                    words = words.subList(length, words.size());
                    break;
                }
            }
        }
        int from = words.size();
        for (int at = Math.max(0, words.size() - LONGEST); at < words.size(); at++) {
            if (Trades.isPhrase(String.join(" ", words.subList(at, words.size())))) {
                from = at;
                break;
            }
        }
        if (from == words.size()) {
            for (int at = words.size() - 1; at >= 1 && from == words.size(); at--) {
                for (int to = words.size(); to > at; to--) {
                    if (Trades.isPhrase(String.join(" ", words.subList(at, to)))) {
                        from = at;
                        break;
                    }
                }
            }
        }
        String trade = String.join(" ", words.subList(from, words.size()));
        String brand = String.join("", words.subList(0, from)).replaceAll("[^A-Z]", "");
        if (brand.isEmpty()
                && ordinal == 0
                && limited
                && !works
                && !region.isNowhere()
                && region.city().isEmpty()) {
            brand = Sounds.of(region.province());
        }
        List<Integer> trades = Trades.ofPhrase(trade);
        return new NameParts(
                said,
                region,
                brand + trade.replace(" ", ""),
                brand,
                trade,
                trades,
                ordinal,
                branch,
                seat,
                new NameParts.Form(limited ? "CO" : "", group, works),
                true,
                Sounds.fold(brand));
    }
}
