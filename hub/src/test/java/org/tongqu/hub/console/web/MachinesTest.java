package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.hub.Brands;
import org.tongqu.hub.PagesBed;
import org.tongqu.hub.Sowing;

@DisplayName("Equipment is one machine by its serial number")
class MachinesTest extends PagesBed {
    private final String here = "沈阳" + Brands.next() + "机床有限公司";
    private final String there = "大连" + Brands.next() + "轴承有限公司";
    private final String number = "CK-" + Sowing.number() + "-0417";

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("however it is written")
    @CsvSource({
        "CK6150-0417, CK61500417",
        "ｃｋ６１５０ ０４１７, CK61500417",
        "S/N: ck6150/0417, CK61500417",
        "出厂编号：CK6150—0417, CK61500417",
        "No. 0417, 0417",
        "SN-7001, SN7001",
        "---, ---"
    })
    void anyWriting(String serial, String machine) {
        assertThat(jdbc.sql("select platform.machine(:serial)")
                        .param("serial", serial)
                        .query(String.class)
                        .single())
                .isEqualTo(machine);
    }

    @Test
    @DisplayName(
            "two readings in two writings are one machine's, it is found by any of them, and where else it was seen is told")
    @Tag("S3-09")
    void oneMachine() throws Exception {
        String one = seen(here, "辽宁省", "沈阳市", number, "2026-02-02", 1200);
        seen(here, "辽宁省", "沈阳市", number.toLowerCase(java.util.Locale.ROOT).replace("-", " "), "2026-03-02", 1730);
        assertThat(words(page("rep-ne-1", "/customers/" + one))).contains("运行 1730 小时，比 2月2日 多 530");

        String other = seen(there, "辽宁省", "大连市", number, "2026-04-02", 1800);
        assertThat(words(page("rep-ne-1", "/customers/" + one))).contains("4月2日 又在别家见到： " + there);
        assertThat(words(page("rep-ne-1", "/customers/" + other))).contains("此前 3月2日 见于： " + here);
        assertThat(page("rep-ne-1", "/search?q=" + number.replace("-", ""))).contains(there);
    }

    @Test
    @DisplayName("one number at two works' machines of two models is two machines")
    void twoModels() throws Exception {
        String one = seen(here, "辽宁省", "沈阳市", number, "2026-02-02", 10);
        sowing.visit("rep-ne-1", "NE", visit(there, "辽宁省", "大连市", number, "QD32-22.5", "2026-04-02", 20));
        assertThat(words(page("rep-ne-1", "/customers/" + one))).doesNotContain("又在别家见到");
    }

    /** The customer of a visit that read one machine. */
    private String seen(String firm, String province, String city, String serial, String day, int hours) {
        String message = sowing.visit("rep-ne-1", "NE", visit(firm, province, city, serial, "CK6150", day, hours));
        return sowing.one("""
                        select m.customer_id from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        join visits.visit v on v.source_record_id = r.id where v.message_id = :id and m.until is null
                        """, message);
    }

    private static String visit(
            String firm, String province, String city, String serial, String model, String day, int hours) {
        return """
                {"formatVersion":1,"visitNo":"NE-M%d","rep":"rep-ne-1","visitedAt":"%sT09:30:00+08:00",
                 "customer":{"name":"%s","province":"%s","city":"%s"},"opinions":["好"],
                 "usage":[{"serial":"%s","model":"%s","runningHours":%d,"faults":0,"readAt":"%sT09:30:00+08:00"}]}""".formatted(Sowing.number(), day, firm, province, city, serial, model, hours, day);
    }

    private static String words(String page) {
        return Pattern.compile("\\s+")
                .matcher(Pattern.compile("<[^>]*>").matcher(page).replaceAll(""))
                .replaceAll(" ");
    }
}
