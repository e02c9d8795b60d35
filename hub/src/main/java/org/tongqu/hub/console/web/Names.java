package org.tongqu.hub.console.web;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.partners.Partners;

/** Names people know instead of codes; whatever is out of the reader's sight keeps its code. */
final class Names {
    private final Say say;
    private final Supplier<Map<String, String>> partnersInSight;
    private final UnaryOperator<@Nullable String> personInSight;
    private final Map<String, Partners.ProductClass> classes;
    private final Map<String, String> people = new HashMap<>();
    /** Before the login of whose address book it is. */
    private static final String BOOK = "book:";

    private @Nullable Map<String, String> partners;

    /**
     * @param partnersInSight asked once, and only where a page names a partner
     * @param personInSight name of a login, null where it is unknown or out of sight; asked once for each
     */
    Names(
            Say say,
            Supplier<Map<String, String>> partnersInSight,
            UnaryOperator<@Nullable String> personInSight,
            Map<String, Partners.ProductClass> classes) {
        this.say = say;
        this.partnersInSight = partnersInSight;
        this.personInSight = personInSight;
        this.classes = classes;
    }

    static Map<String, Partners.ProductClass> byCode(Iterable<Partners.ProductClass> classes) {
        Map<String, Partners.ProductClass> byCode = new HashMap<>();
        classes.forEach(each -> byCode.put(each.code(), each));
        return byCode;
    }

    static Map<String, String> names(java.util.Collection<Partners.Partner> partners) {
        return partners.stream().collect(Collectors.toMap(Partners.Partner::code, Partners.Partner::name));
    }

    public String partner(@Nullable String code) {
        if (code == null) {
            return "—";
        }
        if (code.startsWith(BOOK)) {
            return say.word("source.book", person(code.substring(BOOK.length())));
        }
        Map<String, String> known = partners;
        if (known == null) {
            known = partnersInSight.get();
            partners = known;
        }
        String name = known.get(code);
        return name != null ? name : say.wordOr("region." + code, code);
    }

    /** Name of a login, or of the desk where a wait is nobody's in particular. */
    public String person(String login) {
        if (login.equals(Wait.DESK)) {
            return say.word("role.DESK");
        }
        return people.computeIfAbsent(login, asked -> {
            String name = personInSight.apply(asked);
            return name == null ? asked : name;
        });
    }

    public String productClass(@Nullable String code) {
        Partners.ProductClass found = code == null ? null : classes.get(code);
        if (found == null) {
            return code == null ? say.word("class.unknown") : code;
        }
        return say.chinese() ? found.zh() : found.en();
    }

    public String region(@Nullable String code) {
        return code == null ? "—" : say.wordOr("region." + code, code);
    }
}
