package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.tongqu.hub.matching.Places.Place;

/** Two records to the evidence between them and its sum in log-odds (natural logarithm). Depends on the two records and on how many firms share a telephone. */
final class Weighing {
    static final String RULE = "parts-1";

    /** From so many brands on a number is shared. */
    static final int FEW = 4;
    /** Two records below this are no neighbours. */
    private static final double FLOOR = -1;

    private static final Set<Evidence> FORMER_BRANDS =
            EnumSet.of(BRAND_SAME, BRAND_SAME_RARE, BRAND_SAME_COMMON, BRAND_NONE, BRAND_PINYIN);

    private static final Set<Evidence> PLACES =
            EnumSet.of(PLACE_DISTRICT, PLACE_OTHER_DISTRICT, PLACE_CITY, PLACE_PROVINCE, PLACE_OTHER_CITY, PLACE_OTHER);
    private static final Set<Evidence> SIGNS = EnumSet.of(
            CODE_SAME, CODE_SLIP, LANDLINE_SAME, MOBILE_SAME, ADDRESS_SAME, ADDRESS_NEAR, EMAIL_SAME, PERSON_SAME);

    /** What stays with the firm when somebody leaves. */
    private static final Set<Evidence> FIRMS_OWN =
            EnumSet.of(CODE_SAME, CODE_SLIP, LANDLINE_SAME, ADDRESS_SAME, ADDRESS_NEAR, EMAIL_SAME, EMAIL_DOMAIN);
    /** What a person takes along to another firm. */
    private static final Set<Evidence> ONES_OWN = EnumSet.of(MOBILE_SAME, PERSON_SAME);

    private static final Map<Evidence, Double> WEIGHTS = new EnumMap<>(Evidence.class);
    private static final double PRIOR = learned();

    private final ToIntFunction<String> firmsWith;

    /** @param firmsWith how many brands are known under a telephone number */
    Weighing(ToIntFunction<String> firmsWith) {
        this.firmsWith = firmsWith;
    }

    /** Read once: every record that comes is weighed several times. */
    private static double learned() {
        double prior = 0;
        for (String line : Lexicon.lines("weights.tsv")) {
            String[] cells = line.split("\t", -1);
            if (cells[0].startsWith("#")) {
                continue;
            }
            if (cells[0].equals("PRIOR")) {
                prior = Double.parseDouble(cells[1]);
            } else {
                WEIGHTS.put(Evidence.valueOf(cells[0]), Double.parseDouble(cells[1]));
            }
        }
        return prior;
    }

    double weight(Evidence one) {
        return WEIGHTS.getOrDefault(one, 0.0);
    }

    static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    double score(Set<Evidence> found) {
        double sum = PRIOR;
        for (Evidence one : found) {
            sum += WEIGHTS.getOrDefault(one, 0.0);
        }
        return sum;
    }

    /** Whether they may be one firm, be it by way of others. */
    boolean near(Said a, Said b) {
        return score(evidence(a, b)) > FLOOR;
    }

    Matching.Link link(Said a, Said b) {
        Set<Evidence> found = evidence(a, b);
        List<Matching.Clue> clues = found.stream()
                .map(one -> new Matching.Clue(one.name(), weight(one), one.zh(), one.en()))
                .sorted(Comparator.comparingDouble((Matching.Clue clue) -> -Math.abs(clue.weight())))
                .toList();
        return new Matching.Link(a.id(), b.id(), score(found), clues, RULE);
    }

    /** The score by where it comes from: the names and places first, then each kind of code, number and person. */
    double[] parts(Set<Evidence> found) {
        double[] parts = new double[Evidence.FIELDS];
        parts[0] = PRIOR;
        for (Evidence one : found) {
            parts[one.field()] += WEIGHTS.getOrDefault(one, 0.0);
        }
        return parts;
    }

    Set<Evidence> evidence(Said a, Said b) {
        Set<Evidence> found = names(a, b);
        place(a.place(), b.place(), found);
        region(a, b, found);
        code(a.codes(), b.codes(), found);
        numbers(a.landlines(), b.landlines(), found, LANDLINE_SAME, LANDLINE_SHARED, LANDLINE_OTHER);
        numbers(a.mobiles(), b.mobiles(), found, MOBILE_SAME, MOBILE_SHARED, MOBILE_OTHER);
        address(a.address(), b.address(), found);
        email(a.email(), b.email(), found);
        if (!isAgentsOwn(a) && !isAgentsOwn(b)) {
            person(a.person(), b.person(), found);
        }
        if (found.contains(BRANCH_ONE_THERE) && Collections.disjoint(found, SIGNS)) {
            found.remove(BRANCH_ONE_THERE);
            found.add(BRANCH_ONE);
        }
        forgetWhoMoves(found);
        if (saysLittle(found)) {
            found.add(NAME_SAYS_LITTLE);
        }
        if ((a.names().isEmpty() || b.names().isEmpty()) && !found.contains(CODE_SAME)) {
            found.add(NO_NAME);
        }
        return found;
    }

    /** Namesakes are many, and people change firms: of different brands neither tells anything while the firms share nothing of their own. */
    private static void forgetWhoMoves(Set<Evidence> found) {
        if (!found.contains(BRAND_OTHER) || !Collections.disjoint(found, FIRMS_OWN)) {
            return;
        }
        if (!found.contains(MOBILE_SAME)) {
            found.remove(PERSON_SAME);
            found.remove(PERSON_SURNAME);
        }
        if (found.contains(TRADE_OTHER)) {
            found.removeAll(ONES_OWN);
        }
    }

    /** 机械厂 and 机械厂, and nobody knows where. */
    private static boolean saysLittle(Set<Evidence> found) {
        return found.contains(BRAND_NONE)
                && !found.contains(REGION_SAME)
                && !found.contains(PLACE_CITY)
                && !found.contains(PLACE_DISTRICT);
    }

    /** The pair of names that says most: a bilingual name is two, and a former name or one that people taught is one more. */
    private Set<Evidence> names(Said a, Said b) {
        Set<Evidence> best = fitting(a, a.names(), b, b.names());
        best = best(best, former(a, b));
        return a.also().isEmpty() && b.also().isEmpty() ? best : best(best, taught(a, b));
    }

    private Set<Evidence> fitting(Said a, List<NameParts> ones, Said b, List<NameParts> others) {
        Set<Evidence> best = EnumSet.noneOf(Evidence.class);
        for (NameParts one : ones) {
            for (NameParts other : others) {
                best = best(best, NamePair.compare(one, other, a.place(), b.place()));
            }
        }
        return best;
    }

    private Set<Evidence> taught(Said a, Said b) {
        Set<Evidence> best = best(fitting(a, a.also(), b, b.names()), fitting(a, a.names(), b, b.also()));
        if (!best.isEmpty()) {
            best.add(NAME_TAUGHT);
        }
        return best;
    }

    private Set<Evidence> former(Said a, Said b) {
        Set<Evidence> best = EnumSet.noneOf(Evidence.class);
        if (!a.former().isEmpty()) {
            best = best(best, NamePair.compare(a.former(), b.name(), a.place(), b.place()));
        }
        if (!b.former().isEmpty()) {
            best = best(best, NamePair.compare(a.name(), b.former(), a.place(), b.place()));
        }
        boolean fits = !best.isEmpty()
                && best.contains(TRADE_SAME)
                && !best.contains(ORDINAL_OTHER)
                && !best.contains(ORDINAL_ONE)
                && best.stream().anyMatch(FORMER_BRANDS::contains);
        if (!fits) {
            return EnumSet.noneOf(Evidence.class);
        }
        best.add(FORMER_NAME);
        return best;
    }

    private Set<Evidence> best(Set<Evidence> a, Set<Evidence> b) {
        return b.isEmpty() || (!a.isEmpty() && score(a) >= score(b)) ? a : b;
    }

    private static void place(Place a, Place b, Set<Evidence> found) {
        if (!a.city().isEmpty() && !b.city().isEmpty()) {
            if (a.city().equals(b.city())) {
                boolean both = !a.district().isEmpty() && !b.district().isEmpty();
                found.add(
                        !both ? PLACE_CITY : a.district().equals(b.district()) ? PLACE_DISTRICT : PLACE_OTHER_DISTRICT);
            } else {
                found.add(a.province().equals(b.province()) ? PLACE_OTHER_CITY : PLACE_OTHER);
            }
        } else if (!a.district().isEmpty() && a.district().equals(b.district())) {
            found.add(PLACE_DISTRICT);
        } else if (!a.province().isEmpty() && !b.province().isEmpty()) {
            found.add(a.province().equals(b.province()) ? PLACE_PROVINCE : PLACE_OTHER);
        }
    }

    /** Where nothing says more of the place: a customer belongs to one of the six regions. */
    private static void region(Said a, Said b, Set<Evidence> found) {
        if (Collections.disjoint(found, PLACES)
                && !a.region().isEmpty()
                && !b.region().isEmpty()) {
            found.add(a.region().equals(b.region()) ? AREA_SAME : AREA_OTHER);
        }
    }

    private static void code(Codes a, Codes b, Set<Evidence> found) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.isValid() && b.isValid()) {
            found.add(a.organisation().equals(b.organisation()) ? CODE_SAME : CODE_OTHER);
        } else {
            found.add(slip(a, b) ? CODE_SLIP : CODE_OTHER);
        }
    }

    private static boolean slip(Codes a, Codes b) {
        String one = a.isValid() ? a.organisation() : core(a.wrong());
        String other = b.isValid() ? b.organisation() : core(b.wrong());
        return Edits.distance(one, other, 2) <= 2;
    }

    private static String core(String wrong) {
        return wrong.length() >= 17 ? wrong.substring(8, 17) : wrong;
    }

    private void numbers(
            List<String> a, List<String> b, Set<Evidence> found, Evidence same, Evidence shared, Evidence other) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        for (String number : a) {
            if (b.contains(number)) {
                found.add(firmsWith.applyAsInt(number) >= FEW ? shared : same);
                return;
            }
        }
        found.add(other);
    }

    private static void address(Address a, Address b, Set<Evidence> found) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        boolean road = a.sameRoad(b);
        if (a.number().isEmpty() || b.number().isEmpty()) {
            found.add(road ? ADDRESS_ROAD : ADDRESS_OTHER);
        } else if (a.number().equals(b.number())) {
            found.add(road ? ADDRESS_SAME : a.number().length() >= 3 ? ADDRESS_NEAR : ADDRESS_OTHER);
        } else if (road) {
            found.add(
                    a.number().startsWith(b.number()) || b.number().startsWith(a.number())
                            ? ADDRESS_NEAR
                            : ADDRESS_NUMBER);
        } else {
            found.add(ADDRESS_OTHER);
        }
    }

    private static void email(Email a, Email b, Set<Evidence> found) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.equals(b)) {
            found.add(EMAIL_SAME);
        } else if (a.own() && b.own()) {
            found.add(a.domain().equals(b.domain()) ? EMAIL_DOMAIN : EMAIL_OTHER);
        }
    }

    /** An agent's own man stands beside many firms and says nothing about any. */
    private boolean isAgentsOwn(Said said) {
        return !said.agentsContact().isEmpty() && firmsWith.applyAsInt(said.agentsContact()) >= FEW;
    }

    private static void person(Person a, Person b, Set<Evidence> found) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.sameFull(b)) {
            found.add(PERSON_SAME);
        } else if (a.surname().equals(b.surname())
                && (a.given().isEmpty() || b.given().isEmpty())) {
            found.add(PERSON_SURNAME);
        } else {
            found.add(PERSON_OTHER);
        }
    }
}
