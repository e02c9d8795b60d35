package org.tongqu.hub.matching;

import java.util.HashSet;
import java.util.Set;

/** What the members of a group say together that one firm cannot say: two codes, two ordinals, two branches. */
final class Conflicts {
    private final Set<String> codes = new HashSet<>();
    private final Set<Integer> ordinals = new HashSet<>();
    private final Set<String> seats = new HashSet<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<String> forms = new HashSet<>();
    private boolean branch;
    private boolean whole;

    static Conflicts of(Said said) {
        Conflicts its = new Conflicts();
        if (said.codes().isValid()) {
            its.codes.add(said.codes().organisation());
        }
        for (NameParts name : said.names()) {
            if (name.ordinal() > 0) {
                its.ordinals.add(name.ordinal());
            }
        }
        NameParts name = said.name();
        if (name.branch()) {
            its.branch = true;
            String seat = NamePair.seat(name, said.place());
            if (!seat.isEmpty()) {
                its.seats.add(seat);
            }
        } else if (!name.isEmpty()) {
            its.whole = name.isCompany();
            if (its.whole || name.form().group()) {
                its.forms.add(name.form().group() ? "group" : name.english() ? "" : "company");
                its.forms.remove("");
            }
            if (!said.place().city().isEmpty()) {
                its.elsewhere.add(said.place().city());
            }
        }
        return its;
    }

    /** Under one code a name without 分公司 was cut off: a branch has a code of its own. */
    Conflicts with(Conflicts other) {
        Conflicts both = new Conflicts();
        both.codes.addAll(codes);
        both.codes.addAll(other.codes);
        both.ordinals.addAll(ordinals);
        both.ordinals.addAll(other.ordinals);
        both.seats.addAll(seats);
        both.seats.addAll(other.seats);
        both.elsewhere.addAll(elsewhere);
        both.elsewhere.addAll(other.elsewhere);
        both.forms.addAll(forms);
        both.forms.addAll(other.forms);
        both.branch = branch || other.branch;
        both.whole = (whole || other.whole) && (branch == other.branch || !sharesCode(other));
        return both;
    }

    boolean sharesCode(Conflicts other) {
        return codes.stream().anyMatch(other.codes::contains);
    }

    boolean isBranch() {
        return branch;
    }

    /** Whether together they say what neither says alone; what a person joined in spite of it is no reason against more of the same. */
    static boolean contradict(Conflicts a, Conflicts b) {
        Conflicts both = a.with(b);
        return more(a.codes, b.codes)
                || more(a.ordinals, b.ordinals)
                || more(a.seats, b.seats)
                || (both.mixed() && !a.mixed() && !b.mixed())
                || (both.forms.size() > 1 && a.forms.size() < 2 && b.forms.size() < 2 && !a.sharesCode(b));
    }

    private static <T> boolean more(Set<T> a, Set<T> b) {
        return !a.isEmpty() && !b.isEmpty() && !a.containsAll(b) && !b.containsAll(a);
    }

    /** A branch, and a firm with a full name that is none or that is elsewhere. */
    private boolean mixed() {
        return branch && (whole || (!seats.isEmpty() && elsewhere.stream().anyMatch(city -> !seats.contains(city))));
    }
}
