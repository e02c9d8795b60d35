package org.tongqu.bench.customers;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.bench.Codes;

/**
 * A made-up firm: the same seed and number are always the same firm.
 *
 * @param number its family's number times {@link #MOST} and its place there
 * @param trade as its full name has it, and shorter
 * @param ordinal of numbered works; else empty
 * @param branch where it is a branch, the city it is in; else empty
 * @param records how many there are of it
 */
record Firm(
        long seed,
        long number,
        Words.City city,
        String brand,
        String trade,
        String form,
        String ordinal,
        String branch,
        int records) {
    static final int MOST = 5;
    /** A code must not tell where in the series its firm stands, or firms would share the halves of their codes as no real ones do. */
    private static final long STRIDE = 387_420_489L;

    private static final long CODES = 999_999_937L;
    private static final long OLD_HOUSES = 100_000;
    /** Of a hundred firms so many have at most one record, two, three and so on: as in the set of 46,635 records. */
    private static final int[] RECORDS = {27, 50, 67, 79, 87, 92, 95, 97, 98, 99, 100};

    /** Firms that are easily taken for one another; most families have but one. */
    static List<Firm> family(long seed, long family) {
        Draw draw = new Draw(seed, family);
        Firm head = head(seed, family, draw);
        int kind = draw.below(100);
        List<Firm> firms = new ArrayList<>(List.of(head));
        int more = kind < 67 ? 0 : 1 + draw.below(kind < 78 ? 3 : 2);
        for (int place = 1; place <= more; place++) {
            firms.add(head.kin(kind, place, draw));
        }
        return kind >= 95 ? numbered(firms) : firms;
    }

    private static Firm head(long seed, long family, Draw draw) {
        String brand = "" + draw.early(Words.BRAND) + draw.early(Words.BRAND)
                + (draw.in100(25) ? draw.early(Words.BRAND) : "");
        Words.City city = Words.city(draw);
        return new Firm(
                seed, family * MOST, city, brand, draw.of(Words.TRADES), draw.of(Words.FORMS), "", "", count(draw));
    }

    private static int count(Draw draw) {
        int chance = draw.below(100);
        int count = 0;
        while (RECORDS[count] <= chance) {
            count++;
        }
        return count + 1;
    }

    private Firm kin(int kind, int place, Draw draw) {
        String otherTrade = draw.of(Words.TRADES);
        Words.City otherCity = Words.city(draw);
        if (kind < 73) { // sisters of one house
            return with(place, city, brand, otherTrade, "有限公司", "", draw);
        }
        if (kind < 78) {
            return with(place, city, brand, trade, form, otherCity.plain(), draw);
        }
        if (kind < 85) {
            return with(place, otherCity, brand, trade, form, "", draw);
        }
        if (kind < 90) {
            return with(place, city, brand, otherTrade, form, "", draw);
        }
        String near = brand.substring(1) + Words.alike(brand.charAt(0), draw);
        return with(place, city, kind < 95 ? near : brand, trade, form, "", draw);
    }

    private Firm with(int place, Words.City at, String called, String does, String as, String branchAt, Draw draw) {
        return new Firm(seed, number + place, at, called, does, as, "", branchAt, count(draw));
    }

    /** 第一, 第二: the older houses have a number in place of a brand. */
    private static List<Firm> numbered(List<Firm> firms) {
        return firms.stream()
                .map(firm -> new Firm(
                        firm.seed,
                        firm.number,
                        firm.city,
                        firm.number < OLD_HOUSES ? "" : firm.brand,
                        firm.trade,
                        "厂",
                        "第" + Words.ORDINALS.get((int) (firm.number % MOST)),
                        "",
                        firm.records))
                .toList();
    }

    String fullTrade() {
        return trade.substring(0, trade.indexOf(','));
    }

    String shortTrade() {
        return trade.substring(trade.indexOf(',') + 1);
    }

    String name() {
        String place = number % 2 == 0 ? city.plain() : city.name();
        return place + brand + ordinal + fullTrade() + form + (branch.isEmpty() ? "" : branch + "分公司");
    }

    String uscc() {
        return Codes.uscc(number * STRIDE % CODES);
    }

    /** Of its two or three people. */
    String person(int which) {
        return Words.person(new Draw(seed, number, 1, which));
    }

    String mobile(int which) {
        return "13%09d".formatted(new Draw(seed, number, 2, which).below(1_000_000_000));
    }

    String landline() {
        Draw draw = new Draw(seed, number, 3);
        return "0%d-%08d".formatted(310 + city.name().hashCode() % 80, 20_000_000 + draw.below(70_000_000));
    }
}
