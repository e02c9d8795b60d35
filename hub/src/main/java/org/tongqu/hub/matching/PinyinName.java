package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.hub.matching.Places.Place;

/** Takes a Chinese name apart that is written in pinyin throughout: Shen yang bo da ji chuang you xian gong si, in any words. */
final class PinyinName {
    private static final List<List<String>> FORMS = List.of("总公司", "公司", "责任", "有限", "股份", "集团").stream()
            .map(Syllables::sounding)
            .toList();
    private static final List<String> GROUP = Syllables.sounding("集团");
    private static final List<String> SHARES = Syllables.sounding("股份公司");
    private static final List<List<String>> BRANCHES =
            List.of("分公司", "分厂", "办事处").stream().map(Syllables::sounding).toList();
    private static final List<String> NUMERALS = Syllables.sounding("一二三四五六七八九十");
    private static final int LEAST = 3;
    private static final int PLACE = 5;

    private final String said;
    private List<String> left;
    private boolean group;
    private boolean company;
    private boolean branch;
    private boolean works;
    private int ordinal;
    private Place seat = Place.NOWHERE;
    private Place region = Place.NOWHERE;
    private String trade = "";

    private PinyinName(String said, List<String> syllables) {
        this.said = said;
        this.left = syllables;
    }

    /** @param words capital letters, without English words of legal forms */
    static Optional<NameParts> parse(String said, List<String> words, boolean limited, boolean group) {
        List<String> syllables = new ArrayList<>();
        for (String word : words) {
            List<String> its = Syllables.of(word);
            if (its.isEmpty()) {
                return Optional.empty();
            }
            syllables.addAll(its);
        }
        return syllables.size() < LEAST ? Optional.empty() : new PinyinName(said, syllables).read(limited, group);
    }

    private Optional<NameParts> read(boolean limited, boolean saysGroup) {
        takeForms();
        takeBranch();
        takeForms();
        takeRegion();
        takeRegion();
        takeWorks();
        trade = PinyinTrades.atEnd(left);
        boolean sure = company || branch || !trade.isEmpty();
        company |= limited;
        group |= saysGroup;
        return sure && !left.isEmpty() ? Optional.of(parts()) : Optional.empty();
    }

    private void takeForms() {
        for (int before = -1; before != left.size(); ) {
            before = left.size();
            FORMS.stream()
                    .filter(form -> left.size() > form.size() + 1 && Syllables.endWith(left, form) && !isBranch())
                    .findFirst()
                    .ifPresent(this::takeForm);
        }
    }

    private void takeForm(List<String> form) {
        company = true;
        group |= form.equals(GROUP);
        drop(form.size());
    }

    private void drop(int atEnd) {
        left = left.subList(0, left.size() - atEnd);
    }

    private boolean isBranch() {
        return !Syllables.endWith(left, SHARES) && BRANCHES.stream().anyMatch(mark -> Syllables.endWith(left, mark));
    }

    private void takeBranch() {
        if (!isBranch()) {
            return;
        }
        branch = true;
        drop(BRANCHES.stream()
                .filter(mark -> Syllables.endWith(left, mark))
                .mapToInt(List::size)
                .max()
                .orElse(0));
        for (int length = Math.min(PLACE, left.size() - 2); length > 0 && seat.isNowhere(); length--) {
            seat = place(left.subList(left.size() - length, left.size()));
            drop(seat.isNowhere() ? 0 : length);
        }
    }

    private void takeRegion() {
        for (int length = Math.min(PLACE, left.size() - 1); length > 0; length--) {
            Place place = place(left.subList(0, length));
            if (place.isIn(region)) {
                region = place.or(region);
                left = left.subList(length, left.size());
                return;
            }
        }
    }

    /** XIAN in one syllable is no 西安. */
    private static Place place(List<String> syllables) {
        Place place = Places.sounding(String.join("", syllables)).orElse(Place.NOWHERE);
        String name = place.city().isEmpty() ? place.province() : place.city();
        return syllables.size() >= name.length() ? place : Place.NOWHERE;
    }

    private void takeWorks() {
        int last = left.size() - 1;
        boolean chang = last > 0 && left.get(last).equals("CHANG");
        boolean traded = chang && !PinyinTrades.atEnd(left.subList(0, last)).isEmpty();
        boolean counted = chang && !traded && NUMERALS.contains(left.get(last - 1));
        if (traded || counted) {
            works = true;
            ordinal = counted ? NUMERALS.indexOf(left.get(last - 1)) + 1 : 0;
            drop(counted ? 2 : 1);
        }
        takeOrdinal();
    }

    /** DI ER at the head, or ER before nothing but a trade. */
    private void takeOrdinal() {
        int at = left.size() > 2 && left.getFirst().equals("DI") ? 1 : 0;
        int value = left.isEmpty() ? 0 : NUMERALS.indexOf(left.get(at)) + 1;
        List<String> rest = left.isEmpty() ? left : left.subList(at + 1, left.size());
        boolean counts = at == 1 || (!rest.isEmpty() && PinyinTrades.atEnd(rest).length() == rest.size());
        if (ordinal == 0 && value > 0 && counts) {
            ordinal = value;
            left = rest;
        }
    }

    private NameParts parts() {
        List<String> brand = left.subList(0, left.size() - trade.length());
        return new NameParts(
                said,
                ordinal + region.city() + Syllables.folded(left),
                region,
                Syllables.folded(left),
                String.join("", brand),
                trade,
                Trades.said(trade),
                ordinal,
                branch,
                seat,
                new NameParts.Form(company ? "CO" : "", group, works),
                true,
                Syllables.folded(brand));
    }
}
