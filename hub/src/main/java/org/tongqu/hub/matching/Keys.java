package org.tongqu.hub.matching;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.hub.matching.Places.Place;

/** Under which short words a record is looked up: two records of one firm share at least one, and what they are depends on the record alone. */
final class Keys {
    private static final int LETTERS = 24;

    private Keys() {}

    static Set<String> of(Said said) {
        Set<String> keys = new LinkedHashSet<>();
        Codes codes = said.codes();
        add(keys, "U:", codes.organisation());
        if (!codes.wrong().isEmpty()) {
            wrongCode(codes.wrong(), keys);
        } else if (codes.isValid()) {
            halves(codes.organisation(), keys);
        }
        said.landlines().forEach(number -> add(keys, "L:", number));
        said.mobiles().forEach(number -> add(keys, "M:", number));
        if (said.email().own()) {
            add(keys, "D:", said.email().domain());
        } else if (!said.email().isEmpty()) {
            add(keys, "E:", said.email().local() + "@" + said.email().domain());
        }
        if (!said.address().number().isEmpty() && said.address().road().length() >= 3) {
            String road = said.address().road();
            add(
                    keys,
                    "A:",
                    road.substring(Math.max(0, road.length() - 4)) + "|"
                            + said.address().number() + "|" + said.place().city());
        }
        if (!said.person().given().isEmpty()) {
            add(keys, "P:", said.person().full() + "|" + said.place().city());
        }
        said.callings().forEach(name -> name(name, said.place(), keys));
        if (!said.region().isEmpty() && said.name().sound().length() >= 2) {
            add(keys, "R:", cut(said.name().sound()) + "|" + said.region());
        }
        if (!said.former().isEmpty()) {
            name(said.former(), said.place(), keys);
        }
        return keys;
    }

    /** With the agent's contact, under which nobody is looked for: it tells whom to weigh anew. */
    static Set<String> withAgent(Said said) {
        Set<String> keys = of(said);
        add(keys, "I:", said.agentsContact());
        return keys;
    }

    static Map<Long, Set<String>> withAgent(Map<Long, Said> records) {
        Map<Long, Set<String>> keys = new HashMap<>();
        records.forEach((no, said) -> keys.put(no, withAgent(said)));
        return keys;
    }

    /** The keys that a number or an agent's contact may stand under. */
    static List<String> ofNumber(String number) {
        return List.of("L:" + number, "M:" + number, "I:" + number);
    }

    private static void halves(String code, Set<String> keys) {
        add(keys, "V:", code.substring(0, 5));
        add(keys, "W:", code.substring(4));
    }

    private static void wrongCode(String wrong, Set<String> keys) {
        String code = wrong.length() >= 17 ? wrong.substring(8, 17) : wrong.length() == 9 ? wrong : "";
        if (!code.isEmpty()) {
            halves(code, keys);
        }
    }

    /** The key of a name as a whole: its brand and trade by sound, its number and its city. */
    static String whole(NameParts name, Place at) {
        return "N:" + cut(Sounds.folded(name.core()) + "|" + name.ordinal() + "|" + city(name, at));
    }

    private static void name(NameParts name, Place at, Set<String> keys) {
        if (name.whole().length() <= Script.LONGEST) {
            keys.add(whole(name, at));
        }
        Set<String> cities = new LinkedHashSet<>(List.of(
                at.city(),
                name.region().city(),
                name.seat().city(),
                at.city().isEmpty() ? at.province() : "",
                name.region().city().isEmpty() ? name.region().province() : ""));
        cities.remove("");
        if (name.sound().length() >= 2) {
            brand(name, cities, keys);
        }
        String trade = trade(name);
        for (String city : cities) {
            if (name.brand().isEmpty()) {
                add(keys, "T:", city + "|" + name.ordinal() + "|" + trade);
            }
            if (!name.english() && name.ordinal() > 0) {
                add(keys, "O:", city + "|" + name.ordinal());
            }
        }
        abbreviation(name, cities, keys);
        for (String city : cities) {
            if (!name.english()) {
                add(
                        keys,
                        "G:",
                        sorted(
                                name.region().isNowhere() && name.whole().startsWith(city.substring(0, 1))
                                        ? name.whole()
                                        : city + name.core()));
            }
        }
        if (name.brand().isEmpty() && cities.isEmpty()) {
            add(keys, "T:", "|" + name.ordinal() + "|" + trade);
        }
    }

    /** The key of a Chinese brand. */
    static String brand(String brand) {
        return "B:" + cut(Sounds.folded(brand));
    }

    private static void brand(NameParts name, Set<String> cities, Set<String> keys) {
        String sound = cut(name.sound());
        add(keys, "B:", sound);
        String trade = trade(name);
        cities.forEach(city -> add(keys, "C:", sound + "|" + city));
        if (!trade.isEmpty()) {
            add(keys, "S:", sound + "|" + trade);
        }
        if (!name.english() && name.trade().isEmpty() && name.core().length() >= 4) {
            add(keys, "B:", Sounds.folded(name.core().substring(0, 2)));
            add(keys, "B:", Sounds.folded(name.core().substring(0, 3)));
        }
        if (!name.english() && name.core().length() >= 3 && name.core().length() <= 16) {
            String core = name.core();
            add(keys, "H:", Sounds.folded(core.substring(0, 2)));
            cities.forEach(city -> add(keys, "F:", core.substring(core.length() - 3) + "|" + city));
            for (int i = 0; i < Math.min(4, core.length()); i++) {
                cities.forEach(city -> add(keys, "X:", core.substring(0, 3) + "|" + city));
                String less = core.substring(0, i) + core.substring(i + 1);
                cities.forEach(city -> add(keys, "X:", less.substring(0, Math.min(3, less.length())) + "|" + city));
            }
        }
    }

    /** 赣骏农机 is 赣州骏博农业机械: found under the city, the sound of the next character and, if there is one, the trade. */
    private static void abbreviation(NameParts name, Set<String> cities, Set<String> keys) {
        if (name.core().isEmpty()) {
            return;
        }
        if (name.english()) {
            for (int i = 1; i < Math.min(6, name.sound().length()); i++) {
                String first = name.sound().substring(0, i);
                if (Sounds.isSyllable(first)) {
                    cities.forEach(city -> name.trades().stream()
                            .limit(3)
                            .forEach(
                                    trade -> add(keys, "Y:", city + "|" + name.ordinal() + "|" + first + "|" + trade)));
                }
            }
            return;
        }
        initial(cities, name.ordinal(), name.core(), name, keys);
        String whole = name.whole();
        if (Abbreviation.isShort(name)) {
            int ordinal = Ordinal.digit(whole.charAt(1));
            String rest = whole.substring(ordinal > 0 ? 2 : 1);
            if (!rest.isEmpty()) {
                cities.stream()
                        .filter(city -> Sounds.alike(city.charAt(0), whole.charAt(0)))
                        .forEach(city -> initial(Set.of(city), ordinal, rest, name, keys));
            }
        }
    }

    private static void initial(Set<String> cities, int ordinal, String rest, NameParts name, Set<String> keys) {
        String first = Sounds.folded(rest.substring(0, 1));
        boolean single = rest.length() <= 2 || name.brand().isEmpty();
        for (String city : cities) {
            if (single) {
                add(keys, "Z:", city + "|" + ordinal + "|" + first);
            }
            name.trades().stream()
                    .limit(3)
                    .forEach(trade -> add(keys, "Y:", city + "|" + ordinal + "|" + first + "|" + trade));
        }
    }

    private static String sorted(String text) {
        return Edits.sorted(text.substring(0, Math.min(4, text.length())));
    }

    private static String trade(NameParts name) {
        return name.trades().isEmpty() ? "" : String.valueOf(name.trades().getFirst());
    }

    static String city(NameParts name, Place at) {
        return name.seat().city().isEmpty()
                ? at.city().isEmpty() ? name.region().city() : at.city()
                : name.seat().city();
    }

    private static String cut(String text) {
        return text.length() > LETTERS ? text.substring(0, LETTERS) : text;
    }

    private static void add(Set<String> keys, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(kind + value);
        }
    }
}
