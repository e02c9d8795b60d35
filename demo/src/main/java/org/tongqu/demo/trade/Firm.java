package org.tongqu.demo.trade;

import java.util.List;
import org.tongqu.demo.line.Words.Contact;
import org.tongqu.demo.line.Words.Customer;

/**
 * 客户: an invented firm that buys from the group; number, name and credit code stay the same for ever.
 *
 * @param region one of NE N E CS SW NW
 * @param trade what it does, which decides what it needs, e.g. FORGE, POWER, PRINT
 */
public record Firm(
        int number,
        String region,
        String province,
        String city,
        String areaCode,
        String name,
        String trade,
        String address,
        String contact,
        String title,
        String phone) {
    private static final List<Firm> ALL =
            Table.rows("firms.tsv").stream().map(Firm::of).toList();

    public static List<Firm> all() {
        return ALL;
    }

    public static List<Firm> in(String region) {
        return ALL.stream().filter(firm -> firm.region.equals(region)).toList();
    }

    public String uscc() {
        return Uscc.of(areaCode, number);
    }

    /** As a rep writes it down at the gate; every third firm shows its business licence. */
    public Customer asVisited() {
        return new Customer(
                name,
                number % 3 == 0 ? uscc() : null,
                province,
                city,
                number % 2 == 0 ? address : null,
                new Contact(contact, phone, title));
    }

    /** As a factory's order system has it: new systems hold the credit code, old ones the place only. */
    public Customer asOrdered() {
        boolean newSystem = number % 2 == 1;
        return new Customer(name, newSystem ? uscc() : null, province, city, null, null);
    }

    /** The name with the half-width brackets that agents type. */
    public String asTyped() {
        return name.replace('（', '(').replace('）', ')');
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
                row[9],
                row[10]);
    }
}
