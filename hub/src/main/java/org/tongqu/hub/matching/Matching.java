package org.tongqu.hub.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The door of matching: which records speak of one firm, and why. Asked inside the transaction that will act on the answer; it sees all
 * records, so it is asked as a worker or by headquarters.
 */
public interface Matching {

    /** Keeps what these records say, so that they are found from now on, and waits for whoever keeps the same firm at this moment. */
    Remembered remember(Collection<Told> records);

    /**
     * What these records would come to if they were remembered now: every part they would touch, grouped with them. Nothing is kept.
     *
     * @param decisions people's about some kept records, oldest first
     */
    List<Grouped> foresee(Collection<Told> records, Function<Collection<String>, List<Decision>> decisions);

    /** Which of these records, none of them kept, may be one firm with one another; each connected part by itself. Nothing is read. */
    List<List<String>> together(Collection<Told> records);

    /** Takes kept records out as if they had never come; the records whose group that may change. */
    Set<String> forget(Collection<String> records);

    /** The records that may be one firm with one of these, directly or by way of others; each connected part by itself, these included. */
    List<List<String>> around(Collection<String> records);

    /**
     * Which records of each part are one firm. Depends on the records and the decisions alone, not on the order in which they came.
     *
     * @param parts as {@link #around} gave them
     * @param decisions people's, oldest first; the newest word on two records holds
     */
    List<Grouped> group(List<List<String>> parts, List<Decision> decisions);

    /** Makes records neighbours because a person says that they are one. */
    void tie(Collection<String> records);

    /** Finds anew what kept records may be one with: others may have come at the same moment. */
    void look(Collection<String> records);

    /** What is said for and against two records being one firm; empty where one of them is not kept. */
    Optional<Link> explain(String record, String other);

    /**
     * What kept records a record that is not kept may be one firm with, the likeliest first, each with its score; asks, and keeps nothing.
     * Where no name is told a telephone says no more than perhaps.
     *
     * @return empty where it says too little to be looked for, e.g. nothing but 公司
     */
    Optional<List<Near>> near(Told told);

    /** The nearest kin of these records among all others, each with its strongest tie, at most 50: what belongs together without being one. */
    List<Related> related(Collection<String> records);

    /**
     * What keeping some records came to.
     *
     * @param touched these and those whose evidence they changed: a telephone that turned out to be that of many
     * @param crowded whether others were keeping records at the same moment, so that they did not see one another
     */
    record Remembered(Set<String> touched, boolean crowded) {
        public Remembered {
            touched = Set.copyOf(touched);
        }
    }

    /** A person's word: all records of both sides are one firm, or no record of the one side is one with any of the other. */
    record Decision(boolean same, List<String> left, List<String> right) {
        public Decision {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** The firms of one part, and pairs of them that a person should look at. */
    record Grouped(List<Firm> firms, List<Link> doubts) {
        public Grouped {
            firms = List.copyOf(firms);
            doubts = List.copyOf(doubts);
        }
    }

    /** The records of one firm, the oldest first, and for each but the first the member it goes best with, where one stands for it. */
    record Firm(List<String> records, List<Link> links) {
        public Firm {
            records = List.copyOf(records);
            links = List.copyOf(links);
        }
    }

    /**
     * Two records and what is said for and against their being one firm.
     *
     * @param score log-odds, above 0 for
     * @param clues the weightiest first
     * @param rule the version of the rule that weighed them
     */
    record Link(String record, String other, double score, List<Clue> clues, String rule) {
        public Link {
            clues = List.copyOf(clues);
        }

        /** The findings as the store keeps them, e.g. {@code CODE_SAME +7.4 BRAND_SAME +0.8}. */
        public String reason() {
            return clues.stream()
                    .map(clue -> clue.code() + String.format(Locale.ROOT, " %+.1f", clue.weight()))
                    .collect(Collectors.joining(" "));
        }
    }

    /** A kept record near one that was asked about, and whether it is the same firm or a person should look. */
    record Near(Link link, boolean same) {
        /** The kept record's id. */
        public String record() {
            return link.other();
        }
    }

    /** A finding in words, and its weight in log-odds, below 0 against. */
    record Clue(String code, double weight, String zh, String en) {

        /** The findings of a reason that was kept; empty where it was none of evidence. */
        public static List<Clue> of(String reason) {
            return Evidence.told(reason);
        }
    }

    /** A record of another firm and how it belongs to one of those asked for. */
    record Related(String record, String other, Relation relation) {}

    /** How two firms belong together without being one; the strongest first. */
    enum Relation {
        BRANCH,
        SISTER_WORKS,
        GROUP,
        SAME_NAME_ELSEWHERE
    }
}
