package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An agent's growth")
class GrowthTest extends ReconciliationBed {

    @Test
    @Tag("S2-17")
    @DisplayName(
            "is its last three months against the same three a year before, as it says and as factories shipped, with both counts")
    void grew() throws Exception {
        LocalDate from = from();
        for (int month = 0; month < 3; month++) {
            tells(from.minusYears(1).plusMonths(month), "2");
            tells(from.plusMonths(month), "3");
            ships(from.minusYears(1).plusMonths(month).plusDays(9).toString(), "4");
        }
        ships(from.plusDays(9).toString(), "9");
        tells(from.minusMonths(1), "500");
        quiet();

        Growth growth = scores.of(DESK, agent).growth();

        assertThat(growth.until()).isEqualTo(from.plusMonths(3).minusDays(1));
        assertThat(growth.told()).isEqualTo(6);
        assertThat(growth.sold().now()).isEqualByComparingTo("9");
        assertThat(growth.sold().before()).isEqualByComparingTo("6");
        assertThat(growth.sold().value()).isEqualTo(0.5);
        assertThat(growth.shipped().now()).isEqualByComparingTo("9");
        assertThat(growth.shipped().before()).isEqualByComparingTo("12");
        assertThat(growth.shipped().value()).isEqualTo(-0.25);
        assertThat(page("desk", "/agents/" + agent)).contains("+50 %", "9 台，去年同期 6 台", "-25 %");
        assertThat(english("desk", "/reconciliation/scores")).contains("9 units, 6 a year before");
        assertThat(answer("desk", "/reconciliation/scores.xlsx").getStatus()).isEqualTo(200);
        assertThat(answer("rep-ne-1", "/reconciliation/scores.xlsx").getStatus())
                .isEqualTo(403);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("has no figure where a year ago there was nothing, yet tells what is counted")
    void noBase() throws Exception {
        for (int month = 0; month < 3; month++) {
            tells(from().plusMonths(month), "3");
        }
        ships(from().plusDays(9).toString(), "9");
        quiet();

        Growth growth = scores.of(DESK, agent).growth();

        assertThat(growth.sold().value()).isNull();
        assertThat(growth.shipped().value()).isNull();
        assertThat(growth.told()).isEqualTo(3);
        assertThat(growth.sold().now()).isEqualByComparingTo("9");
        assertThat(page("desk", "/agents/" + agent)).contains("没有可比的数", "9 台，去年同期 0 台；六个月里申报了 3 个月");
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "has no figure as the agent says where it kept one month to itself, so that silence is no fall; what was shipped is still compared")
    void oneMonthUntold() {
        LocalDate from = from();
        tells(from.minusYears(1), "2");
        tells(from.minusYears(1).plusMonths(1), "2");
        tells(from.minusYears(1).plusMonths(2), "2");
        tells(from, "2");
        tells(from.plusMonths(2), "2");
        ships(from.minusYears(1).plusDays(9).toString(), "2");
        ships(from.plusDays(9).toString(), "3");
        quiet();

        Growth growth = scores.of(DESK, agent).growth();

        assertThat(growth.told()).isEqualTo(5);
        assertThat(growth.sold().value()).isNull();
        assertThat(growth.shipped().value()).isEqualTo(0.5);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("waits with a month until its report is due")
    void wholeMonths() {
        assertThat(Business.begin(LocalDate.of(2026, 4, 10), 10)).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(Business.begin(LocalDate.of(2026, 4, 11), 10)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(Business.begin(LocalDate.of(2026, 4, 1), 0)).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    private LocalDate from() {
        return scores.of(DESK, agent).growth().from();
    }

    private void tells(LocalDate month, String qty) {
        reports(month.toString(), sale(month.plusDays(9).toString(), qty));
    }
}
