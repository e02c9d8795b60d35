package org.tongqu.demo.trade;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.demo.line.Words.Contact;
import org.tongqu.demo.line.Words.Customer;

/**
 * 客户: an invented firm that buys from the group; number, name and credit code stay the same for ever.
 *
 * @param family firms of one family are easily taken for each other: a group with its daughters and branches, numbered works, like-sounding names
 * @param kind how it stands in its family, e.g. group, branch, numbered, near, single
 * @param region one of NE N E CS SW NW
 * @param trade what it does, which decides what it needs, e.g. FORGE, POWER, PRINT
 */
public record Firm(
        int number,
        String family,
        String kind,
        String region,
        String province,
        String city,
        String name,
        String uscc,
        String trade,
        Contact contact,
        String address,
        Spellings spellings) {
    private static final List<Firm> ALL =
            Table.rows("firms.tsv").stream().map(Firm::of).toList();
    private static final Map<String, List<Firm>> BY_REGION = ALL.stream().collect(Collectors.groupingBy(Firm::region));

    /** The name as each kind of source writes it down; empty where it takes the trouble to write it out. */
    record Spellings(String reps, String oldSystems, String agents) {}

    public static List<Firm> all() {
        return ALL;
    }

    public static List<Firm> in(String region) {
        return BY_REGION.getOrDefault(region, List.of());
    }

    /** The key accounts (重点客户) of a region: those whose gates its reps know, spread over all its provinces. */
    public static List<Firm> regulars(String region, int count) {
        List<Firm> firms = in(region);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(place -> firms.get(place * firms.size() / count))
                .toList();
    }

    /** As a rep writes it down at the gate; every third firm shows its business licence. */
    public Customer asVisited() {
        return new Customer(
                spelt(spellings.reps),
                number % 3 == 0 ? uscc : null,
                province,
                city,
                number % 2 == 0 ? address : null,
                contact);
    }

    /** As a factory's order system has it: new systems hold the credit code, old ones the place only. */
    public Customer asOrdered() {
        boolean newSystem = number % 2 == 1;
        return new Customer(
                newSystem ? name : spelt(spellings.oldSystems), newSystem ? uscc : null, province, city, null, null);
    }

    /** As agents type it: short, or with half-width brackets. */
    public String asTyped() {
        return spelt(spellings.agents).replace('（', '(').replace('）', ')').replace(',', '，');
    }

    private String spelt(String theirs) {
        return theirs.isEmpty() ? name : theirs;
    }

    private static Firm of(String[] row) {
        return new Firm(
                Integer.parseInt(row[0]),
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                row[8],
                new Contact(row[10], row[12], row[11]),
                row[9],
                new Spellings(row[13], row[14], row[15]));
    }
}
