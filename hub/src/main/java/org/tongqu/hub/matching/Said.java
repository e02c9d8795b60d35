package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongqu.hub.matching.Places.Place;

/**
 * What one record says, in one way of writing: everything that two records are compared by.
 *
 * @param names its name; of a bilingual one both halves, the Chinese first
 * @param former the former name, where it says one
 * @param also what people taught that a firm of its name is called too
 * @param region of the six whose customer it is, e.g. NE; empty where nobody says
 * @param place where it is: fields, then address, then area code; a name's region does not count here
 * @param landlines without area codes and extensions
 * @param agent who keeps it, empty where no agent sent it
 */
record Said(
        String id,
        List<NameParts> names,
        NameParts former,
        List<NameParts> also,
        Codes codes,
        String region,
        Place place,
        Address address,
        List<String> landlines,
        List<String> mobiles,
        Email email,
        Person person,
        String agent) {

    private static final Set<String> NOBODY = Set.of(
            "", "个体户", "个体", "个人", "无", "暂无", "未知", "不详", "散户", "零售", "零售客户", "现金客户", "客户", "测试", "公司", "有限公司", "NA",
            "NONE", "NULL", "TEST");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");
    private static final Pattern NO_LATIN = Pattern.compile("[^A-Z0-9'&., -]");
    private static final Pattern ENGLISH_HALF = Pattern.compile("[A-Z][A-Z0-9'&., -]{5,}$|^[A-Z][A-Z0-9'&., -]{5,}");
    private static final int LONGEST_NOBODY = 4;
    private static final int LEAST_LETTERS = 6;

    static Said of(Told told) {
        String address = Script.plain(told.address());
        Phones phone = Phones.of(told.phone());
        Phones mobile = Phones.of(told.mobile());
        Place fields = Places.told(
                Script.plain(told.province()), Script.plain(told.city()), Script.plain(told.district()), address);
        Place place = told.agent().isEmpty() ? fields.or(phone.area()) : fields;
        return new Said(
                told.id(),
                names(Script.plain(told.name()), place),
                former(told, place),
                List.of(),
                Codes.of(told.uscc()),
                Script.plain(told.region()),
                place,
                Address.of(address),
                present(phone.local(), mobile.local()),
                present(phone.mobile(), mobile.mobile()),
                Email.of(told.email()),
                Person.of(Script.plain(told.contact())),
                Script.plain(told.agent()));
    }

    /** The same record, with what its name is called too. */
    Said called(Collection<String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        List<NameParts> others = texts.stream()
                .flatMap(text -> names(Script.plain(text), place).stream())
                .toList();
        return new Said(
                id, names, former, others, codes, region, place, address, landlines, mobiles, email, person, agent);
    }

    private static List<String> present(String... values) {
        return Arrays.stream(values)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static NameParts former(Told told, Place at) {
        String said = Script.plain(told.formerName());
        List<NameParts> names = names(said.isEmpty() ? FormerInName.of(Script.plain(told.name())) : said, at);
        return names.isEmpty() ? NameParts.NONE : names.getFirst();
    }

    private static List<NameParts> names(String plain, Place at) {
        long han = plain.chars().filter(c -> Script.isHan((char) c)).count();
        if (han <= LONGEST_NOBODY && NOBODY.contains(NO_LETTERS.matcher(plain).replaceAll(""))) {
            return List.of();
        }
        long letters = plain.chars().filter(c -> c >= 'A' && c <= 'Z').count();
        String latin = han > 0 && letters < LEAST_LETTERS
                ? ""
                : NO_LATIN.matcher(plain).replaceAll(" ").trim();
        boolean english = letters >= LEAST_LETTERS && latin.indexOf(' ') > 0;
        List<NameParts> names = new ArrayList<>();
        if (han >= 2) {
            names.add(ChineseName.parse(english ? ENGLISH_HALF.matcher(plain).replaceAll("") : plain, at));
        }
        if (english || (han == 0 && latin.length() > 3)) {
            names.add(EnglishName.parse(latin));
        }
        names.removeIf(NameParts::isEmpty);
        return List.copyOf(names);
    }

    /** The contact as this agent names him, for an agent often writes down his own man; empty where no agent sent it or nobody is named. */
    String agentsContact() {
        return agent.isEmpty() || person.full().isEmpty() ? "" : agent + "|" + person.full();
    }

    /** What may turn out to be shared by many firms: telephones, and the contact of an agent. */
    Set<String> numbers() {
        Set<String> numbers = new TreeSet<>(landlines);
        numbers.addAll(mobiles);
        if (!agentsContact().isEmpty()) {
            numbers.add(agentsContact());
        }
        return numbers;
    }

    /** By which names it may be known: its own, and those people taught. */
    List<NameParts> callings() {
        return also.isEmpty()
                ? names
                : Stream.concat(names.stream(), also.stream()).toList();
    }

    NameParts name() {
        return names.isEmpty() ? NameParts.NONE : names.getFirst();
    }
}
