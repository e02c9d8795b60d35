package org.tongqu.bench.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rivals check a row as the hub does where it matters to the counts")
class SoldRowTest {
    private static final List<String> GOOD = List.of(
            "R1",
            "7",
            "2025-03-05",
            "沈阳华丰机械（集团）有限公司",
            "91210000001000588Q",
            "王工",
            "13900000000",
            "辽宁省",
            "沈阳市",
            "P0007",
            "产品7",
            "2",
            "380000.00",
            "760000.00",
            "HT-1",
            "");

    private static List<String> with(int column, String cell) {
        List<String> row = new ArrayList<>(GOOD);
        row.set(column, cell);
        return row;
    }

    @Test
    @DisplayName(
            "a day that does not exist, a figure that is none, a missing customer or a code that does not check send a row back")
    void badRowsGoBack() {
        assertThat(SoldRow.read(GOOD)).isPresent();
        assertThat(SoldRow.read(with(2, "2026-02-30"))).isEmpty();
        assertThat(SoldRow.read(with(3, " "))).isEmpty();
        assertThat(SoldRow.read(with(4, "91210000001000588A"))).isEmpty();
        assertThat(SoldRow.read(with(11, "两台"))).isEmpty();
        assertThat(SoldRow.read(GOOD.subList(0, 15))).isEmpty();
    }

    @Test
    @DisplayName("brackets, width and blanks make no other customer")
    void spellingsAreOneCustomer() {
        assertThat(SoldRow.nameKey("沈阳华丰机械(集团)有限公司"))
                .isEqualTo(SoldRow.nameKey("沈阳华丰机械 （集团）有限公司"))
                .isNotEqualTo(SoldRow.nameKey("沈阳华丰机床(集团)有限公司"));
    }
}
