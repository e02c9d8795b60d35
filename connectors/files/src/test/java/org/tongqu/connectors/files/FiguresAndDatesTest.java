package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Refusal;

/** Figures and dates as agents write them: read exactly, asked about, or refused. */
class FiguresAndDatesTest {
    private final List<Refusal> wrong = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "186000.00|186000",
                "186,000.00|186000",
                "¥186,000|186000",
                "￥１８６，０００．５０|186000.50",
                "RMB 186,000|186000",
                "人民币186000元|186000",
                "186000元整|186000",
                "18.6万|186000",
                "18.6 万元|186000",
                "1.2亿|120000000",
                "(500)|-500",
                "（1,500.00）|-1500",
                "(¥500)|-500",
                "-500|-500",
                "−500|-500",
                "-¥500|-500",
                "¥-500|-500",
                "+5|5",
                "1.86E+05|186000",
                "1.86e5|186000",
                "12E-1|1.2",
                ".5|0.5",
                "5.|5",
                "1 234 567|1234567",
                "2台|2",
                "3 套|3",
                "2 pcs|2",
                "0|0",
                "99999999999999.9999|99999999999999.9999",
                "0.00010|0.0001",
                "000123|123"
            })
    void aFigureIsReadExactly(String written, BigDecimal figure) {
        assertThat(read(written, BigDecimal.ONE))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(figure));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1,23",
                "1,2345",
                "12,34,567",
                "1.2.3",
                "1.234,56",
                "abc",
                "--5",
                "(-5)",
                "-¥-5",
                "5-",
                "1 23",
                "0x10",
                "1e",
                "=1+1",
                "十八万",
                "#REF!",
                "1/2",
                "5%",
                "٣"
            })
    void whatIsNoFigureIsRefused(String written) {
        assertThat(read(written, BigDecimal.ONE)).isEmpty();
        assertThat(wrong).extracting(Refusal::code).containsExactly("BAD_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999999999999999999999999999999999",
                "100000000000000",
                "1E+14",
                "1E+999",
                "1E-999",
                "0.00001",
                "9999999999亿"
            })
    void aFigureThatCannotBeStoredWholeIsRefused(String written) {
        assertThat(read(written, BigDecimal.ONE)).isEmpty();
        assertThat(wrong).extracting(Refusal::code).containsExactly("OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$100", "USD 100", "100美元", "€5"})
    void foreignMoneyIsNeverTakenForYuan(String written) {
        assertThat(read(written, BigDecimal.ONE)).isEmpty();
        assertThat(wrong).extracting(Refusal::code).containsExactly("FOREIGN_CURRENCY");
    }

    @Test
    void aUnitInTheCellWinsOverTheHeadings() {
        BigDecimal tenThousand = new BigDecimal("10000");
        assertThat(read("18.6", tenThousand))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("186000"));
        assertThat(read("18.6万", tenThousand))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("186000"));
        assertThat(read("186000元", tenThousand))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("186000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-03",
                "2024-6-3",
                "2024/6/3",
                "2024/06/03",
                "2024.6.3",
                "2024年6月3日",
                "2024年06月03号",
                "2024 年 6 月 3 日",
                "20240603",
                "２０２４－０６－０３",
                "45446",
                "45446.43",
                "2024-06-03 10:21",
                "2024-06-03 10:21:33",
                "2024-06-03T10:21:00+08:00",
                "2024年6月3日 10:21",
                "2024/6/3 0:00:00",
                "03-Jun-24",
                "3 June 2024",
                "Jun 3, 2024",
                "24年6月3日"
            })
    void aDayIsReadHoweverItIsWritten(String written) {
        assertThat(day(written)).contains(LocalDate.of(2024, 6, 3));
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDayThatCannotBeAMonthIsNotAmbiguous() {
        assertThat(day("6/23/2024")).contains(LocalDate.of(2024, 6, 23));
        assertThat(day("23/6/2024")).contains(LocalDate.of(2024, 6, 23));
        assertThat(day("6/6/2024")).contains(LocalDate.of(2024, 6, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6/3/2024", "03.06.2024", "24/6/3", "6-3-24", "12/11/2024 10:00"})
    void aDayThatCanBeReadTwoWaysIsAskedAbout(String written) {
        assertThat(day(written)).isEmpty();
        assertThat(wrong).extracting(Refusal::code).containsExactly("AMBIGUOUS_DATE");
        assertThat(wrong.getFirst().zh()).contains("哪一天?");
        assertThat(wrong.getFirst().en()).contains("which day is meant?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "20240231",
                "31/31/2024",
                "2024-06",
                "2024年6月",
                "0024-06-03",
                "6月3日",
                "昨天",
                "12345",
                "99999",
                "0",
                "2024-06-03abc",
                "1.86E+05",
                "2024-06-031",
                "Foo 3, 2024"
            })
    void aDayThatDoesNotExistIsRefused(String written) {
        assertThat(day(written)).isEmpty();
        assertThat(wrong).extracting(Refusal::code).containsExactly("BAD_DATE");
    }

    private Optional<BigDecimal> read(String written, BigDecimal factor) {
        return Figures.read(Column.AMOUNT, written, factor, wrong::add);
    }

    private Optional<LocalDate> day(String written) {
        return Dates.read(Column.SOLD_ON, written, wrong::add);
    }
}
