package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Row;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.connectors.files.SalesSheets.Opening;
import org.tongqu.connectors.files.SalesSheets.Sent;

@DisplayName("A partner's own columns are read by the names it gave us")
class OwnColumnsTest {
    private static final String RETAIL = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART,-6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            """;
    private static final SheetColumns COLUMNS = new SheetColumns(Map.of(
            "InvoiceNo", "contract_no",
            "stock code", "product_code",
            "Description", "product_name",
            "InvoiceDate", "sold_on",
            "CustomerID", "customer_name"));

    @Test
    @DisplayName(
            "a foreign export is read as it is; what we have no name for stays with the row; a day may carry its time")
    void aForeignExportIsReadAsItIs() {
        SalesLine line = first(RETAIL, COLUMNS);

        assertThat(line.contractNo()).isEqualTo("536365");
        assertThat(line.productCode()).isEqualTo("85123A");
        assertThat(line.productName()).isEqualTo("WHITE HANGING HEART");
        assertThat(line.qty()).isEqualByComparingTo("-6");
        assertThat(line.soldOn()).isEqualTo("2010-12-01");
        assertThat(line.amount()).isEqualByComparingTo("-15.30");
        assertThat(line.customer().name()).isEqualTo("17850.0");
        assertThat(line.extras()).containsExactly(Map.entry("Country", "United Kingdom"));
    }

    @Test
    @DisplayName("without them the same file is refused")
    void withoutThemItIsRefused() {
        assertThat(Sheets.refusalOf(RETAIL).code()).isEqualTo("MISSING_COLUMN");
    }

    @Test
    @DisplayName("a heading that looks like ours can be kept as an unknown one")
    void aHeadingCanBeKeptAsUnknown() {
        SheetColumns notOurs = new SheetColumns(Map.of("备注", SheetColumns.EXTRA));

        SalesLine line = first(Sheets.HEADING + "2024-06-03,沈阳一机,CK6140,2,100,200,C-1,快\n", notOurs);

        assertThat(line.remark()).isNull();
        assertThat(line.extras()).containsExactly(Map.entry("备注", "快"));
    }

    @Test
    @DisplayName("the names a partner may give are those of the contract, all of them")
    void theNamesAreThoseOfTheContract() {
        assertThat(SheetColumns.KNOWN)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Column.values()).map(Column::key).toList());
    }

    private static SalesLine first(String text, SheetColumns columns) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Sent sent = new Sent(new ByteArrayInputStream(bytes), bytes.length, columns);
        try (SalesSheet sheet = ((Opening.Opened) SalesSheets.open(sent, Sheets.MARCH_2026)).sheet()) {
            Optional<Row> row = sheet.next();
            return ((Row.Understood) row.orElseThrow()).line();
        }
    }
}
