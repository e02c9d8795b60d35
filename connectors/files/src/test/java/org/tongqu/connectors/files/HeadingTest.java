package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;

/** Under which headings, charsets and delimiters a sales file is known. */
class HeadingTest {
    private static final String ENGLISH = """
            sale date,customer,product,model,quantity,price,amount,contract,paid,remarks,period,agent,line_no,uscc,contact,phone,province,city
            2024-06-03,沈阳一机,lathe,CK6140,2,100,200,C-1,50,ok,2024-06,盛达,7,912101000000000000,王工,13900000000,辽宁省,沈阳市
            """;

    @Test
    void englishHeadingsAreReadAsPeopleWriteThem() {
        SalesLine line = Sheets.of(ENGLISH).lines().getFirst();

        assertThat(line.productName()).isEqualTo("lathe");
        assertThat(line.model()).isEqualTo("CK6140");
        assertThat(line.paid()).isEqualByComparingTo("50");
        assertThat(line.reportNo()).isEqualTo("2024-06");
        assertThat(line.lineNo()).isEqualTo("7");
        assertThat(line.agentName()).isEqualTo("盛达");
        assertThat(line.contractNo()).isEqualTo("C-1");
        assertThat(line.remark()).isEqualTo("ok");
        assertThat(line.customer().uscc()).isEqualTo("912101000000000000");
        assertThat(line.customer().province()).isEqualTo("辽宁省");
        assertThat(line.customer().city()).isEqualTo("沈阳市");
        assertThat(line.customer().contact()).isNotNull().satisfies(person -> {
            assertThat(person.name()).isEqualTo("王工");
            assertThat(person.phone()).isEqualTo("13900000000");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sold_on,customer_name,model,qty",
                "销售日期,客户名称,型号,数量",
                " 销 售 日 期 ,客户名称*,产品型号,数量（台）",
                "Sold On,CUSTOMER NAME,Model,Qty.",
                "ｓｏｌｄ＿ｏｎ,Ｃustomer,ＭＯＤＥＬ,ｑｔｙ",
                "\"销售\n日期\",客户名称,产品型号,\"数量\n(台)\"",
                "銷售日期,客戶名稱,產品型號,數量",
                "日期,客户,规格型号,台数"
            })
    void aHeadingIsKnownInAnyWidthCaseAndSpacing(String heading) {
        Sheets sheet = Sheets.of(heading + "\n2024-06-03,沈阳一机,CK6140,2\n");

        assertThat(sheet.refused()).isEmpty();
        assertThat(sheet.lines().getFirst().model()).isEqualTo("CK6140");
        assertThat(sheet.form().heading()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anyOfFourDelimitersWillDo(String delimiter) {
        String file = "销售日期,客户名称,产品型号,数量\n2024-06-03,沈阳一机,CK6140,2\n".replace(",", delimiter);

        assertThat(Sheets.of(file).lines()).hasSize(1);
        assertThat(Sheets.of(file).form().delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(Sheets.of(file, Charset.forName("GB18030")).hashes())
                .isEqualTo(Sheets.of(file).hashes());
        assertThat(Sheets.of(file, StandardCharsets.UTF_16LE).hashes())
                .isEqualTo(Sheets.of(file).hashes());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, true, UTF-8",
        "UTF-8, false, UTF-8",
        "GB18030, false, GB18030",
        "GBK, false, GB18030",
        "GB18030, true, GB18030",
        "UTF-16LE, true, UTF-16LE",
        "UTF-16LE, false, UTF-16LE",
        "UTF-16BE, true, UTF-16BE",
        "UTF-16BE, false, UTF-16BE"
    })
    void theCharsetIsTheOneUnderWhichTheHeadingIsKnown(String written, boolean bom, String read) {
        String file = (bom ? "\uFEFF" : "") + Sheets.HEADING + "2024-06-03,沈阳一机,CK6140,2,100,200,C-1,快\n";

        Sheets sheet = Sheets.of(file, Charset.forName(written));

        assertThat(sheet.form().charset()).isEqualTo(read);
        assertThat(sheet.form().bom()).isEqualTo(bom);
        assertThat(sheet.form().heading().getFirst()).isEqualTo("销售日期");
        assertThat(sheet.lines().getFirst().customer().name()).isEqualTo("沈阳一机");
    }

    @Test
    void aBarFileInGbkIsNotTornAtCharactersThatHoldTheBarsByte() {
        String file = "销售日期|客户名称|产品型号|数量|备注\n2024-06-03|沈阳坾厂|CK6140|2|剕\n";
        assertThat("坾剕".getBytes(Charset.forName("GB18030"))).contains((byte) '|');

        SalesLine line = Sheets.of(file, Charset.forName("GB18030")).lines().getFirst();

        assertThat(line.customer().name()).isEqualTo("沈阳坾厂");
        assertThat(line.remark()).isEqualTo("剕");
    }

    @Test
    void aUnitInTheHeadingScalesTheFiguresUnderIt() {
        SalesLine line = Sheets.of(
                        "销售日期,客户名称,产品型号,数量(台),单价（万元）,金额【万元】,收款金额(元)\n2024-06-03,沈阳一机,CK6140,2,18.6,37.2,5000\n")
                .lines()
                .getFirst();

        assertThat(line.unitPrice()).isEqualByComparingTo("186000");
        assertThat(line.amount()).isEqualByComparingTo("372000");
        assertThat(line.paid()).isEqualByComparingTo("5000");
    }

    @Test
    void aPriceWithoutTaxIsKeptButIsNotTheUnitPrice() {
        SalesLine line = Sheets.of("销售日期,客户名称,产品型号,数量,单价(不含税),含税单价\n2024-06-03,沈阳一机,CK6140,2,100,113\n")
                .lines()
                .getFirst();

        assertThat(line.unitPrice()).isEqualByComparingTo(new BigDecimal("113"));
        assertThat(line.extras()).containsEntry("单价(不含税)", "100");
    }

    @Test
    void unknownColumnsAreKeptWithTheRow() {
        SalesLine line = Sheets.of("销售日期,客户名称,产品型号,数量,业务员,,终端行业,手机,电话\n2024-06-03,沈阳一机,CK6140,2,老张,3,汽车,139,024\n")
                .lines()
                .getFirst();

        assertThat(line.extras())
                .containsOnly(
                        java.util.Map.entry("业务员", "老张"),
                        java.util.Map.entry("#6", "3"),
                        java.util.Map.entry("终端行业", "汽车"),
                        java.util.Map.entry("手机", "139"));
        assertThat(line.customer().contact())
                .isNotNull()
                .satisfies(person -> assertThat(person.phone()).isEqualTo("024"));
    }

    @Test
    void aMissingRequiredColumnIsNamed() {
        Refusal refusal = Sheets.refusalOf("标题\n销售日期,客户名称,金额,合同号\n2024-06-03,沈阳一机,1,2\n");

        assertThat(refusal.code()).isEqualTo("MISSING_COLUMN");
        assertThat(refusal.zh()).contains("第 2 行").contains("数量").contains("产品编码");
        assertThat(refusal.en()).contains("line 2").contains("qty").contains("product_code");
    }

    @ParameterizedTest
    @CsvSource({
        "'',EMPTY_FILE",
        "' \r\n \n',EMPTY_FILE",
        "'\uFEFF',EMPTY_FILE",
        "你好,NO_HEADING",
        "PK\u0003\u0004xl,BROKEN_WORKBOOK",
        "'%PDF-1.7',NOT_TEXT"
    })
    void aFileThatIsNoTableIsRefusedWholeInBothLanguages(String text, String code) {
        Refusal refusal = Sheets.refusalOf(text);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.zh()).matches(".*\\p{IsHan}.*");
        assertThat(refusal.en()).matches("[\\p{ASCII}]+");
    }

    @Test
    void aTraditionalHeadingInBig5IsRefusedByName() {
        byte[] big5 = "銷售日期,客戶名稱,產品型號,數量\n2024-06-03,瀋陽,CK6140,2\n".getBytes(Charset.forName("Big5"));

        assertThat(Sheets.refusalOf(big5)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("WRONG_CHARSET");
            assertThat(refusal.zh()).contains("Big5");
        });
    }

    @Test
    void aForeignCurrencyInTheHeadingRefusesTheFile() {
        assertThat(Sheets.refusalOf("销售日期,客户名称,产品型号,数量,金额(USD)\n2024-06-03,沈阳一机,CK6140,2,1\n")
                        .code())
                .isEqualTo("FOREIGN_CURRENCY");
    }

    @Test
    void theHeadingMayStandBelowTwentyLinesButNotBelowMore() {
        String row = "2024-06-03,沈阳一机,CK6140,2,100,200,C-1,\n";
        assertThat(Sheets.of("报告说明\n".repeat(20) + Sheets.HEADING + row).ignored())
                .isEqualTo(20);
        assertThat(Sheets.refusalOf("报告说明\n".repeat(21) + Sheets.HEADING + row).code())
                .isEqualTo("NO_HEADING");
    }
}
