package org.tongqu.hub.console.web;

import java.util.List;
import java.util.stream.Stream;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.PeoplePages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;

/**
 * 一个人: what this login may do and what it sees, in words.
 *
 * @param may acts of its role, by the policy
 * @param mayNot all others
 * @param sees the scope in a sentence
 * @param pages its menu
 * @param maySwitch whether the reader may switch it off or on
 */
record PersonStory(
        PeoplePages.Person person,
        List<String> may,
        List<String> mayNot,
        String sees,
        List<Menu> pages,
        boolean maySwitch) {

    static PersonStory of(PeoplePages.Person person, Sender reader, Policy policy, Say say, Names names) {
        return new PersonStory(
                person,
                acts(person, policy, true),
                acts(person, policy, false),
                sees(person, say, names),
                Menu.of(person.role()),
                policy.allows(reader.role(), Act.SWITCH_LOGIN)
                        && !reader.login().equals(person.login()));
    }

    private static List<String> acts(PeoplePages.Person person, Policy policy, boolean allowed) {
        return Stream.of(Act.values())
                .filter(act -> policy.allows(person.role(), act) == allowed)
                .map(Act::name)
                .toList();
    }

    private static String sees(PeoplePages.Person person, Say say, Names names) {
        String word = "sees." + person.role();
        return switch (person.role()) {
            case ADMIN, DESK, AUDITOR, TECHNICIAN -> say.word(word);
            case MANAGER, REP, BRANCH -> say.word(word, names.region(person.region()));
            case FACTORY, AGENT -> say.word(word, names.partner(person.partner()));
        };
    }
}
