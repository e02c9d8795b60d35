package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Brands;

@DisplayName("Many pairs in doubt are decided at once")
class ManyDecidedTest extends CustomersBed {
    private final String brand = Brands.next();

    @Autowired
    private Stewardship stewardship;

    @Test
    @DisplayName("where nothing weighty speaks against it, and all of it is taken back at once")
    @Tag("S4-24")
    void safeOnes() {
        Stewardship.Doubt first = shortName("沈阳市");
        Stewardship.Doubt second = shortName("大连市");
        Stewardship.Doubt otherTrade = otherTradeOnOneTelephone();

        Stewardship.Batch batch =
                stewardship.decideAll(DESK, List.of(same(first), same(second), same(otherTrade), same(first)));

        assertThat(List.of(batch.decided(), batch.left()))
                .as("two joined; one with another trade, and one that was no doubt any more")
                .containsExactly(2, 2);
        assertThat(isOne(first)).isTrue();
        assertThat(isOne(second)).isTrue();
        assertThat(isOne(otherTrade)).isFalse();

        assertThat(stewardship.takeBackBatch(DESK, batch.id())).isEqualTo(2);

        assertThat(isOne(first)).isFalse();
        assertThat(isOne(second)).isFalse();
        assertThat(stewardship.takeBackBatch(DESK, batch.id())).as("only once").isZero();
    }

    /** A firm, its namesake of another trade, and a record with the brand alone. */
    private Stewardship.Doubt shortName(String city) {
        String place = city.substring(0, 2);
        String lathes = hear(Word.visit(place + brand + "机床有限公司").city(city));
        hear(Word.factory(place + brand + "锅炉有限公司").city(city));
        return doubt(lathes, hear(Word.agent(brand).city(city)));
    }

    private Stewardship.Doubt otherTradeOnOneTelephone() {
        String house = Brands.next();
        String telephone = "0412-2%06d".formatted(Math.floorMod(house.hashCode(), 1_000_000));
        String lathes = hear(Word.visit("鞍山" + house + "机床有限公司").city("鞍山市").contact("王" + house, telephone, null));
        return doubt(lathes, hear(Word.factory(house + "锅炉厂").city("鞍山市").contact("", telephone, null)));
    }

    private Stewardship.Doubt doubt(String one, String two) {
        return stewardship.doubtsAbout(DESK, customerOf(one)).stream()
                .filter(doubt -> List.of(one, two).containsAll(List.of(doubt.record(), doubt.other())))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOne(Stewardship.Doubt doubt) {
        return customerOf(doubt.record()).equals(customerOf(doubt.other()));
    }

    private static Stewardship.Verdict same(Stewardship.Doubt doubt) {
        return new Stewardship.Verdict(doubt.record(), doubt.other(), true, null, null);
    }
}
