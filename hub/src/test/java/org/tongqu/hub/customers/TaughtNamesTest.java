package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Brands;
import org.tongqu.hub.matching.Aliases;

@DisplayName("What a steward's word teaches of names")
class TaughtNamesTest extends CustomersBed {
    private final String brand = Brands.next();
    private final String other = Brands.next();

    @Autowired
    private Stewardship stewardship;

    @Test
    @DisplayName("a synonym of a brand holds in every city, is shown with its maker, and ends when it is revoked")
    @Tag("S4-24")
    void synonym() {
        Stewardship.Doubt doubt = twoNamesOnOneTelephone();
        String before = hear(Word.visit("大连" + brand + "机床有限公司").city("大连市"));
        String apart = hear(Word.factory("大连" + other + "机床有限公司").city("大连市"));
        assertThat(customerOf(apart)).as("two brands are two firms").isNotEqualTo(customerOf(before));

        stewardship.decide(DESK, verdict(doubt, Aliases.Kind.SYNONYM));

        assertThat(customerOf(apart)).as("those that were there").isEqualTo(customerOf(before));
        String later = hear(Word.agent("鞍山" + other + "机床厂").city("鞍山市"));
        String still = hear(Word.visit("鞍山" + brand + "机床有限公司").city("鞍山市"));
        assertThat(customerOf(later)).as("and those that come").isEqualTo(customerOf(still));
        Aliases.Alias learned = learned();
        assertThat(List.of(learned.name(), learned.other())).containsExactlyInAnyOrder(brand, other);
        assertThat(learned.who()).isEqualTo("desk");

        assertThat(stewardship.revokeAlias(DESK, learned.id())).isTrue();

        assertThat(customerOf(apart)).isNotEqualTo(customerOf(before));
        assertThat(customerOf(later)).isNotEqualTo(customerOf(still));
        assertThat(customerOf(doubt.record())).as("the decision itself stands").isEqualTo(customerOf(doubt.other()));
        assertThat(stewardship.revokeAlias(DESK, learned.id())).as("only once").isFalse();
    }

    @Test
    @DisplayName("a former name holds for its city alone, and ends with the decision it came from")
    @Tag("S4-24")
    void formerName() {
        Stewardship.Doubt doubt = twoNamesOnOneTelephone();
        String elsewhere = hear(Word.visit("大连" + brand + "机床有限公司").city("大连市"));
        String namesake = hear(Word.factory("大连" + other + "机床有限公司").city("大连市"));

        String word = stewardship
                .decide(DESK, verdict(doubt, Aliases.Kind.FORMER_NAME))
                .orElseThrow();

        assertThat(customerOf(namesake)).isNotEqualTo(customerOf(elsewhere));
        assertThat(stewardship.lessons(DESK, doubt.record(), doubt.other()))
                .as("known by now")
                .extracting(Aliases.Lesson::kind)
                .containsExactly(Aliases.Kind.SYNONYM);

        stewardship.takeBack(DESK, word);

        assertThat(customerOf(doubt.record())).isNotEqualTo(customerOf(doubt.other()));
        assertThat(learned().revokedAt()).isNotNull();
    }

    /** One firm that moved into another's rooms, or one that changed its name: only a person can know. */
    private Stewardship.Doubt twoNamesOnOneTelephone() {
        String telephone = "024-2%07d".formatted(Math.floorMod(brand.hashCode(), 10_000_000));
        String one = hear(Word.visit("沈阳" + brand + "机床有限公司").city("沈阳市").contact("王" + brand, telephone, null));
        String two = hear(Word.factory("沈阳" + other + "机床有限公司").city("沈阳市").contact("赵" + other, telephone, null));
        return stewardship.doubtsAbout(DESK, customerOf(one)).stream()
                .filter(doubt -> List.of(one, two).containsAll(List.of(doubt.record(), doubt.other())))
                .findFirst()
                .orElseThrow();
    }

    private static Stewardship.Verdict verdict(Stewardship.Doubt doubt, Aliases.Kind learn) {
        return new Stewardship.Verdict(doubt.record(), doubt.other(), true, "改了名", learn);
    }

    private Aliases.Alias learned() {
        return stewardship.aliases(DESK).stream()
                .filter(alias -> (alias.name() + alias.other()).contains(brand))
                .findFirst()
                .orElseThrow();
    }
}
