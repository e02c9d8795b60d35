package org.tongqu.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.VISIT;
import static org.tongqu.connectors.rest.Said.codes;
import static org.tongqu.connectors.rest.Said.refusals;
import static org.tongqu.connectors.rest.Said.understood;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.canon.VisitReport.CompetitorSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.connectors.canon.VisitReport.SalesStatement;
import org.tongqu.connectors.canon.VisitReport.UsageSaid;

@DisplayName("A visit in JSON")
class VisitWordingTest {
    private final VisitWording wording = new VisitWording();

    @Test
    @DisplayName("of the contract is understood field by field")
    void contract() {
        VisitReport visit = understood(wording, VISIT).said();
        assertThat(visit.visitNo()).isEqualTo("NE-2026-000123");
        assertThat(visit.rep()).isEqualTo("rep-ne-1");
        assertThat(visit.visitedAt()).isEqualTo(OffsetDateTime.parse("2026-03-02T09:30:00+08:00"));
        assertThat(visit.customer().name()).isEqualTo("沈阳第一机床厂");
        assertThat(visit.customer().uscc()).isNull();
        assertThat(visit.customer().contact())
                .extracting("name", "phone", "title")
                .containsExactly("王工", "13900000000", "设备科长");
        var need = visit.needs().getFirst();
        assertThat(need.requiredBy()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(need.budget()).isEqualTo(new Money(new BigDecimal("1200000.00"), "CNY"));
        assertThat(need.parts())
                .containsExactly(
                        new PartSaid("MACHINE_TOOL", null, BigDecimal.TWO),
                        new PartSaid("CRANE", null, BigDecimal.ONE));
        assertThat(visit.usage())
                .containsExactly(new UsageSaid("CK6150-0417", "CK6150", new BigDecimal("1200"), 1, "主轴异响"));
        assertThat(visit.opinions()).containsExactly("交货期太长");
        assertThat(visit.suggestions()).isEmpty();
        assertThat(visit.competitors())
                .containsExactly(
                        new CompetitorSaid("某某机床", null, "CAK50", new Money(new BigDecimal("380000.00"), "CNY"), 45));
        assertThat(visit.salesStatements())
                .containsExactly(
                        new SalesStatement("CK6150", new BigDecimal("4"), "agent-a001", YearMonth.of(2026, 2)));
    }

    @Test
    @DisplayName("hears everything that is wrong with it at once, each with its place")
    void allRefusals() {
        var refusals = refusals(wording, """
                {"formatVersion":2,"visitNo":7,"visitedAt":"2026-03-02T09:30:00","customer":{"province":"辽宁省"},
                 "needs":[{"needNo":"1","summary":"a","parts":[{"productClass":"CRANE","qty":"0"},{"qty":"x"}]},
                          {"needNo":"1","summary":"b","budget":{"amount":"1.00001","currency":"rmb"},"requiredBy":"2026-02-30"},"c"],
                 "opinions":[1],"salesStatements":[{"productCode":"CK6150","qty":"0","month":"2026-02"},{"productCode":"CK6150","qty":"-1","month":"2026-02"}]}
                """);
        assertThat(codes(refusals))
                .containsExactlyInAnyOrder(
                        "/formatVersion FORMAT_VERSION",
                        "/visitNo WRONG_TYPE",
                        "/rep REQUIRED",
                        "/visitedAt NO_ZONE",
                        "/customer/name REQUIRED",
                        "/needs/0/parts/0/qty NOT_POSITIVE",
                        "/needs/0/parts/1/productClass REQUIRED",
                        "/needs/0/parts/1/qty BAD_NUMBER",
                        "/needs/1/needNo REPEATED",
                        "/needs/1/budget/amount NUMBER_TOO_BIG",
                        "/needs/1/budget/currency BAD_CURRENCY",
                        "/needs/1/requiredBy BAD_DATE",
                        "/needs/2 WRONG_TYPE",
                        "/opinions/0 WRONG_TYPE",
                        "/salesStatements/1/qty NEGATIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"needs\":[],\"opinions\":null",
                ",\"suggestions\":[\"更多培训\"]",
                ",\"opinions\":[\" \"]",
                ",\"usage\":\"\""
            })
    @DisplayName("that says nothing is refused and told which parts would count")
    void empty(String rest) {
        var refusals = refusals(
                wording,
                "{\"formatVersion\":1,\"visitNo\":\"V\",\"rep\":\"r\",\"visitedAt\":\"2026-03-02T09:30:00Z\",\"customer\":{\"name\":\"n\"}"
                        + rest + "}");
        assertThat(codes(refusals)).containsExactly(" EMPTY_VISIT");
        assertThat(refusals.getFirst().en()).contains("needs", "usage", "opinions", "salesStatements", "competitors");
    }

    @ParameterizedTest
    @CsvSource({"role,ADMIN", "owner,rep-e-1", "region,E", "messageId,M1", "@class,java.lang.Runtime"})
    @DisplayName("may carry fields it has no say in: they change nothing, not even its fingerprint")
    void unknownFields(String field, String value) {
        var with = understood(wording, VISIT.replaceFirst("\\{", "{\"" + field + "\":\"" + value + "\","));
        assertThat(with).isEqualTo(understood(wording, VISIT));
    }

    @Test
    @DisplayName("has the same fingerprint however it is written, and another when it says something else")
    void fingerprint() {
        String same = VISIT.replace("\"2\"", "2.0")
                .replace("09:30:00+08:00", "01:30:00Z")
                .replace("\"1200000.00\"", "1.2e6")
                .replace(",\"uscc\":null", "")
                .replace("\n", "\n\n ");
        String hash = understood(wording, VISIT).contentHash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(understood(wording, same).contentHash()).isEqualTo(hash);
        assertThat(understood(wording, VISIT.replace("太长", "太短")).contentHash()).isNotEqualTo(hash);
        assertThat(understood(wording, VISIT.replace("CRANE", "BOILER")).contentHash())
                .isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e2147483647", "-1e2147483648", "1e99999999999", "123456789012345", "0.00001", "1e-2147483648"})
    @DisplayName("with a figure the store cannot hold is refused, however it is written")
    void hugeFigures(String figure) {
        for (String form : new String[] {figure, "\"" + figure + "\""}) {
            var refusals = refusals(wording, VISIT.replace("\"1200000.00\"", form));
            assertThat(refusals)
                    .hasSize(1)
                    .first()
                    .extracting("code")
                    .isIn("NUMBER_TOO_BIG", "BAD_NUMBER", "LIMIT_EXCEEDED");
        }
    }

    @Test
    @DisplayName("keeps a figure exactly, whether sent as text or as a number")
    void exact() {
        for (String form : new String[] {"12345678901234.5678", "\"12345678901234.5678\""}) {
            var visit =
                    understood(wording, VISIT.replace("\"1200000.00\"", form)).said();
            assertThat(visit.needs().getFirst().budget())
                    .isEqualTo(new Money(new BigDecimal("12345678901234.5678"), "CNY"));
        }
    }

    @Test
    @DisplayName("may be as long as agreed and no longer")
    void lengths() {
        understood(wording, VISIT.replace("NE-2026-000123", "九".repeat(64)));
        assertThat(codes(refusals(wording, VISIT.replace("NE-2026-000123", "九".repeat(65)))))
                .containsExactly("/visitNo TOO_LONG");
        understood(wording, VISIT.replace("交货期太长", "𠮷".repeat(4_000)));
        assertThat(codes(refusals(wording, VISIT.replace("交货期太长", "𠮷".repeat(4_001)))))
                .containsExactly("/opinions/0 TOO_LONG");
        assertThat(codes(refusals(wording, VISIT.replace("交货期太长", "a".repeat(100_001)))))
                .containsExactly(" LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\u0000|/opinions/0 NUL_CHARACTER",
                "\\ud800|/opinions/0 LONE_SURROGATE",
                "\\udc00\\ud800|/opinions/0 LONE_SURROGATE"
            })
    @DisplayName("with half a character or a NUL in it is refused at that place")
    void halfCharacters(String text, String expected) {
        assertThat(codes(refusals(wording, VISIT.replace("交货期太长", text)))).containsExactly(expected);
    }

    @Test
    @DisplayName("keeps odd but whole characters exactly as they were said")
    void oddCharacters() {
        String odd = "𠮷 \\u0001 ﷽ <script>alert(1)</script> ' OR 1=1 -- 👩‍👩‍👧 \\ud834\\udd1e";
        var visit = understood(wording, VISIT.replace("交货期太长", odd)).said();
        assertThat(visit.opinions())
                .containsExactly("𠮷 \u0001 ﷽ <script>alert(1)</script> ' OR 1=1 -- 👩‍👩‍👧 \ud834\udd1e");
    }

    @Test
    @DisplayName("that names a field twice is refused at that field")
    void duplicateKey() {
        var refusals = refusals(wording, VISIT.replaceFirst("\\{", "{\"visitNo\":\"other\","));
        assertThat(codes(refusals)).containsExactly("/visitNo DUPLICATE_KEY");
    }
}
