package org.tongqu.hub.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.hub.matching.Places.Found;
import org.tongqu.hub.matching.Places.Place;

/**
 * A name that says 分公司, 分厂 or 办事处, also misspelt or cut off.
 *
 * @param parent the name of whom it is a branch
 * @param seat where it is, if the name says so
 */
record BranchMark(String parent, Place seat) {
    private static final Pattern MARK = Pattern.compile(
            "(.*?)分?(分公公司|分公司|分公|(?<!股)份公司|[芬奋愤纷粉氛忿焚坟粪吩酚]公司|分.司|分厂|分店|分部|分行|支公司|办事处|代表处|办|分分|分)(.{0,6})$");

    /** One of these is in every mark; most names have none, and the pattern need not be tried. */
    private static final String MARKED = "分份芬奋愤纷粉氛忿焚坟粪吩酚支办代";

    private static boolean mayHave(String text) {
        return text.chars().anyMatch(c -> MARKED.indexOf(c) >= 0);
    }

    static boolean isIn(String text) {
        return mayHave(text) && MARK.matcher(text).matches();
    }

    static Optional<BranchMark> of(String name) {
        if (!mayHave(name)) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(name);
        return mark.matches() && mark.group(1).length() >= 2 && isBranch(mark)
                ? Optional.of(seated(mark.group(1)))
                : Optional.empty();
    }

    private static boolean isBranch(Matcher mark) {
        String before = mark.group(1);
        String after = mark.group(3);
        boolean longMark = mark.group(2).length() > 1;
        return after.isEmpty()
                ? longMark || before.length() >= 5 || Places.atEnd(before).isPresent()
                : longMark && after.length() <= 4 && !after.contains("公司");
    }

    private static BranchMark seated(String before) {
        Optional<Found> seat = Places.atEnd(before);
        String parent =
                before.substring(0, before.length() - seat.map(Found::length).orElse(0));
        return parent.length() < 2
                ? new BranchMark(before, Place.NOWHERE)
                : new BranchMark(parent, seat.map(Found::place).orElse(Place.NOWHERE));
    }
}
