package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Sowing;

@DisplayName("People at a customer are known again, by telephone or by name, and when they have moved")
class ContactsTest extends CareBed {

    @Test
    @DisplayName(
            "the same telephone however written is one person, who is called by the newest word; so is the same full name")
    @Tag("S3-09")
    void onePerson() {
        String name = firm();
        String mobile = mobile();
        String customer = customerOf(hear(Word.agent(name).contact("王工", "+86 " + mobile, null)));
        hear(Word.factory(name).contact("王建国", wide(mobile), "科长").days(2));
        hear(Word.visit(name).contact("王 建国", "024-25801234", "设备科长").days(4));

        List<CustomerFiles.Contact> people = files.contacts(DESK, customer);

        assertThat(people).hasSize(1);
        assertThat(people.getFirst().name()).isEqualTo("王 建国");
        assertThat(people.getFirst().title()).isEqualTo("设备科长");
        assertThat(people.getFirst().phones()).containsExactly("024-25801234", wide(mobile));
        assertThat(people.getFirst().said())
                .extracting(CustomerFiles.SaidBy::kind)
                .containsExactly("VISIT", "FACTORY", "AGENT");
        assertThat(people.getFirst().said().getLast().rowNo()).isEqualTo(7);
    }

    @Test
    @DisplayName("two names on one line are two persons, and the same surname without a telephone in common too")
    void twoPersons() {
        String name = firm();
        String shared = mobile();
        String customer = customerOf(hear(Word.agent(name).contact("王工", shared, null)));
        hear(Word.factory(name).contact("李经理", shared, null).days(1));
        hear(Word.visit(name).contact("王总", mobile(), null).days(2));

        assertThat(files.contacts(DESK, customer))
                .extracting(CustomerFiles.Contact::name)
                .containsExactly("王总", "李经理", "王工");
    }

    @Test
    @DisplayName("who was heard of at another firm only afterwards has moved there, and there has come from here")
    @Tag("S3-09")
    void moved() throws Exception {
        String mobile = mobile();
        String oldFirm = firm();
        String newFirm = "大连" + Brands.next() + "锅炉厂";
        String before = customerOf(hear(Word.visit(oldFirm).contact("赵铁生", mobile, "采购")));
        String after = customerOf(
                hear(Word.visit(newFirm).contact("赵铁生", "0086" + mobile, "经理").days(9)));

        assertThat(moves(DESK, before)).containsExactly(tuple("MOVED_TO", after, newFirm));
        assertThat(moves(DESK, after)).containsExactly(tuple("CAME_FROM", before, oldFirm));
        assertThat(page("rep-ne-1", "/customers/" + before)).contains("已去", newFirm, "/customers/" + after);
        assertThat(caller("rep-ne-1")
                        .get("/api/v1/customers/" + after + "/contacts")
                        .json()
                        .findValuesAsText("how"))
                .containsExactly("CAME_FROM");

        hear(Word.visit(oldFirm).contact("赵铁生", mobile, "顾问").days(20));
        assertThat(moves(DESK, before)).as("heard of at both").containsExactly(tuple("ALSO_AT", after, newFirm));
    }

    @Test
    @DisplayName(
            "a firm that the asker may not see is not named; nor is anybody at an agent's telephone that stands for many firms")
    @Tag("S3-09")
    void withinRights() {
        String mobile = mobile();
        String here = customerOf(hear(Word.visit(firm()).contact("钱二", mobile, null)));
        hear(new Word(
                Customers.SourceKind.VISIT,
                "E",
                Word.visit("上海" + Brands.next() + "锅炉厂")
                        .province("上海市")
                        .contact("钱二", mobile, null)
                        .days(3)
                        .said(),
                MARCH.plusSeconds(86_400),
                null));
        assertThat(moves(DESK, here)).hasSize(1);
        assertThat(moves(REP, here)).isEmpty();
        assertThat(caller("rep-e-1")
                        .get("/api/v1/customers/" + here + "/contacts")
                        .status())
                .isEqualTo(404);

        String agents = mobile();
        String one = customerOf(hear(Word.agent(firm()).contact("孙三", agents, null)));
        for (int n = 1; n < 6; n++) {
            hear(Word.agent(firm()).contact("孙三", agents, null).days(n));
        }
        assertThat(moves(DESK, one)).isEmpty();
    }

    private List<Tuple> moves(Sender sender, String customer) {
        return files.contacts(sender, customer).stream()
                .flatMap(person -> person.moves().stream())
                .map(move -> tuple(move.how(), move.customerId(), move.firm()))
                .toList();
    }

    private static String mobile() {
        return "137"
                + String.format(
                        Locale.ROOT, "%08d", (System.nanoTime() / 1000 + Sowing.number() * 7919L) % 100_000_000);
    }

    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }
}
