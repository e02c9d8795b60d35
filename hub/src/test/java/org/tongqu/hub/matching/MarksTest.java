package org.tongqu.hub.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The marks a firm is known by")
@Tag("S4-24")
class MarksTest {

    @ParameterizedTest
    @DisplayName("a code whose check character holds is a mark, however it is written")
    @ValueSource(strings = {"91350100M000100Y43", " 91350100m000100y43 ", "９１３５０１００Ｍ０００１００Ｙ４３", "91350100-M000100Y-43"})
    void validCodes(String said) {
        assertThat(Uscc.valid(said)).contains("91350100M000100Y43");
    }

    @ParameterizedTest
    @DisplayName("anything else is none: a digit wrong, two changed round, too short, a letter the code does not have")
    @ValueSource(
            strings = {"91350100M000100Y44", "91350100M001000Y43", "91350100M000100Y4", "9135O100M000100Y43", "", "无"})
    void invalidCodes(String said) {
        assertThat(Uscc.valid(said)).isEmpty();
    }

    @Test
    @DisplayName("no code at all is no mark")
    void noCode() {
        assertThat(Uscc.valid(null)).isEmpty();
    }
}
