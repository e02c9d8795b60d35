package org.tongqu.hub.matching;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom to ask for.
 *
 * @param surname folded sound
 * @param given folded sound of the rest; empty where only a title follows the surname
 */
record Person(String surname, String given) {
    static final Person NONE = new Person("", "");

    private static final Set<String> TITLES = Set.of(
            "经理", "总", "科", "主任", "工", "师傅", "厂", "部", "女士", "先生", "老师", "科长", "厂长", "部长", "总监", "总经理", "院长", "校长",
            "老板", "处长", "书记", "小姐", "会计", "董事长", "董", "局", "校", "院", "处", "站长");

    private static final Pattern AROUND =
            Pattern.compile("^(联系人|负责人|采购员?|经办人?|收货人)\\s*:?|[(\\[【].*|[/,;、|].*|\\d.*|\\b(MR|MS|MRS|MISS|DR)\\b\\.?");

    /** @param said plain, see {@link Script#plain} */
    static Person of(String said) {
        String name = AROUND.matcher(said).replaceAll("").strip();
        String han = Script.han(name);
        if (han.length() >= 2 && han.length() <= 5) {
            String rest = han.substring(1);
            return new Person(
                    Sounds.folded(han.substring(0, 1)), TITLES.contains(rest) ? "" : Sounds.folded(withoutTitle(rest)));
        }
        return han.isEmpty() ? latin(name.replaceAll("[^A-Z ]", "").trim().split("\\s+", -1)) : NONE;
    }

    /** Fengying Zhang, and Zhang Feng Ying, which has the surname first. */
    private static Person latin(String[] words) {
        return switch (words.length) {
            case 2 -> new Person(Syllables.folded(words[1]), Syllables.folded(words[0]));
            case 3 -> new Person(Syllables.folded(words[0]), Syllables.folded(words[1]) + Syllables.folded(words[2]));
            default -> NONE;
        };
    }

    /** The longest title goes, whatever order the set of titles has in this run. */
    private static String withoutTitle(String rest) {
        int title = TITLES.stream()
                .filter(each -> each.length() > 1 && each.length() < rest.length() && rest.endsWith(each))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return rest.substring(0, rest.length() - title);
    }

    boolean isEmpty() {
        return surname.isEmpty();
    }

    String full() {
        return given.isEmpty() ? "" : surname + given;
    }

    /** Surname first or last, as export desks write either. */
    boolean sameFull(Person other) {
        return !given.isEmpty()
                && !other.given.isEmpty()
                && (full().equals(other.full()) || full().equals(other.given + other.surname));
    }
}
