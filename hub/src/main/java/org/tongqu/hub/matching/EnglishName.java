package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Place;

/** Takes an export name apart: place in pinyin, brand in pinyin or Latin, trade in English, form. */
final class EnglishName {
    private static final List<String> WORDS =
            List.of("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH");
    private static final Pattern ORDINAL =
            Pattern.compile("\\b(?:NO|NUMBER)\\s*\\.?\\s*(\\d{1,2})\\b|\\b(\\d)(?:ST|ND|RD|TH)\\b|\\b("
                    + String.join("|", WORDS) + ")\\b");
    private static final int LONGEST = 5;
    private static final int PLACE = 3;

    private final String said;
    private int ordinal;
    private List<String> words;
    private final boolean branch;
    private final boolean group;
    private final boolean works;
    private final boolean limited;
    private Place seat = Place.NOWHERE;
    private Place region = Place.NOWHERE;

    private EnglishName(String said) {
        this.said = said;
        words = new ArrayList<>(EnglishWords.of(withoutOrdinal()));
        branch = says(EnglishWords.BRANCH);
        group = says(Set.of("GROUP"));
        works = says(EnglishWords.WORKS);
        limited = says(EnglishWords.FORMS);
    }

    private boolean says(Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    /** @param said plain, see {@link Script#plain} */
    static NameParts parse(String said) {
        EnglishName its = new EnglishName(said.replaceAll("[^A-Z0-9'&.]", " "));
        return its.pinyin().orElseGet(its::english);
    }

    private Optional<NameParts> pinyin() {
        boolean mixed = ordinal > 0 || works || branch;
        return mixed ? Optional.empty() : PinyinName.parse(said, names(words), limited, group);
    }

    private static List<String> names(List<String> words) {
        return words.stream().filter(EnglishWords::isName).toList();
    }

    private NameParts english() {
        takeSeat();
        words = names(words);
        takeRegion();
        takeRegion();
        if (region.isNowhere()) {
            takeRegionAmid();
        }
        return parts(tradeFrom());
    }

    private String withoutOrdinal() {
        Matcher number = ORDINAL.matcher(said);
        if (!number.find()) {
            return said;
        }
        String digits = number.group(1) == null ? number.group(2) : number.group(1);
        ordinal = digits == null ? WORDS.indexOf(number.group(3)) + 1 : Integer.parseInt(digits);
        return said.substring(0, number.start()) + " " + said.substring(number.end());
    }

    private void takeSeat() {
        int at = words.stream()
                .filter(EnglishWords.BRANCH::contains)
                .mapToInt(words::lastIndexOf)
                .max()
                .orElse(-1);
        for (int from = Math.max(1, at - PLACE); from < at && seat.isNowhere(); from++) {
            seat = place(from, at);
            words = seat.isNowhere() ? words : words.subList(0, from);
        }
    }

    private Place place(int from, int to) {
        return Places.sounding(String.join("", words.subList(from, to))).orElse(Place.NOWHERE);
    }

    private void takeRegion() {
        for (int length = Math.min(PLACE, words.size() - 1); length >= 1; length--) {
            Place place = place(0, length);
            if (place.isIn(region)) {
                region = place.or(region);
                words = words.subList(length, words.size());
                return;
            }
        }
    }

    /** Boda (Shenyang) Machine Tool, and Boda Machine Tool Co., Ltd., Shenyang. */
    private void takeRegionAmid() {
        for (int at = words.size() - 1; at > 0 && region.isNowhere(); at--) {
            region = words.get(at).length() > PLACE && !Trades.isPhrase(words.get(at)) ? place(at, at + 1) : region;
            if (!region.isNowhere()) {
                words = new ArrayList<>(words);
                words.remove(at);
            }
        }
    }

    /** Where the trade begins: the longest phrase at the end, or else the last one inside. */
    private int tradeFrom() {
        for (int at = Math.max(0, words.size() - LONGEST); at < words.size(); at++) {
            if (isTrade(at, words.size())) {
                return at;
            }
        }
        for (int at = words.size() - 1; at >= 1; at--) {
            if (tradeAt(at)) {
                return at;
            }
        }
        return words.size();
    }

    private boolean tradeAt(int at) {
        for (int to = words.size(); to > at; to--) {
            if (isTrade(at, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrade(int from, int to) {
        return Trades.isPhrase(String.join(" ", words.subList(from, to)));
    }

    private NameParts parts(int from) {
        String trade = String.join(" ", words.subList(from, words.size()));
        String brand = brand(String.join("", words.subList(0, from)).replaceAll("[^A-Z]", ""));
        return new NameParts(
                said,
                ordinal + region.city() + String.join(" ", words),
                region,
                brand + trade.replace(" ", ""),
                brand,
                trade,
                Trades.ofPhrase(trade),
                ordinal,
                branch,
                seat,
                new NameParts.Form(limited ? "CO" : "", group, works),
                true,
                Syllables.folded(brand));
    }

    /** A company called after its province alone has that for its brand. */
    private String brand(String said) {
        boolean province = ordinal == 0
                && limited
                && !works
                && !region.isNowhere()
                && region.city().isEmpty();
        return said.isEmpty() && province ? Sounds.of(region.province()) : said;
    }
}
