package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.connectors.files.Table;
import org.tongqu.connectors.files.Tables;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.platform.Columns;

@DisplayName("Who imports what, and files that are none")
class ImportRightsTest extends ImportBed {
    private static final Sender OTHER = new Sender("rep-ne-2", Sender.Role.REP, "NE", null);
    private static final Sender BOSS = new Sender("mgr-ne", Sender.Role.MANAGER, "NE", null);
    private static final Sender EAST = new Sender("mgr-e", Sender.Role.MANAGER, "E", null);

    @Test
    @Tag("S3-03")
    @DisplayName("an import is seen by who handed it in, that branch's manager and headquarters, and by nobody else")
    void whoSees() {
        String firm = Brands.firm();
        String id = ready(REP, firm + ".csv", HEADING + row(firm, "卫一", mobile()));
        for (Sender may : List.of(REP, BOSS, DESK)) {
            assertThat(imports.one(may, id)).as(may.login()).isPresent();
        }
        for (Sender not : List.of(OTHER, EAST)) {
            assertThat(imports.one(not, id)).as(not.login()).isEmpty();
            assertThat(imports.rows(not, id, null, org.tongqu.hub.platform.Window.first(10))
                            .items())
                    .isEmpty();
        }
        for (String login : List.of("agent-a001", "factory-crane", "tech1")) {
            assertThat(Caller.as(port, login).get("/api/v1/imports").status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(Visitor.signedIn(port, login).get("/imports").statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(Caller.as(port, "auditor").get("/api/v1/imports/" + id).status())
                .isEqualTo(200);
        assertThat(Caller.as(port, "auditor")
                        .post("/api/v1/imports/" + id + "/acceptance", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.as(port, "rep-ne-2")
                        .post("/api/v1/imports/" + id + "/acceptance", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("S3-03")
    @DisplayName("a firm the importer may not see is known and held by its region, without its name, its id or why")
    void heldElsewhere() {
        String firm = "上海" + Brands.next() + "机床厂";
        String phone = mobile();
        String row = firm + ",蒋一," + phone + ",,,上海市,上海市,,\n";
        taken(new Sender("rep-e-1", Sender.Role.REP, "E", null), firm + ".csv", HEADING + row);

        String id = ready(REP, "东北" + firm + ".csv", HEADING + row);

        var known = row(REP, id, 2).customers().getFirst();
        assertThat(known.customerId()).isNull();
        assertThat(known.name()).isNull();
        assertThat(known.heldBy()).isEqualTo("E");
        assertThat(row(REP, id, 2).clues()).isEmpty();
        assertThat(row(DESK, id, 2).customers().getFirst().name()).isEqualTo(firm);
        assertThat(Visitor.signedIn(port, "rep-ne-1").page("/imports/" + id)).contains("已有，由华东掌握");
    }

    @Test
    @Tag("S3-03")
    @DisplayName("by the browser: handed in, a column named, accepted, undone with a reason")
    void byTheBrowser() {
        String firm = Brands.firm();
        String text = "甲方,谁,打哪\n" + firm + ",沈一," + mobile() + "\n";
        Visitor rep = Visitor.signedIn(port, "rep-ne-1");
        HttpResponse<byte[]> answer =
                rep.upload("/imports", rep.token("/imports"), firm + ".csv", text.getBytes(StandardCharsets.UTF_8));
        String page = answer.uri().getPath();
        String id = page.substring("/imports/".length());
        until(id, AddressBooks.State.READY);
        assertThat(rep.page(page)).contains("没有认出哪一列是公司名称", "这一行没有公司名称");
        assertThat(text(rep.act(page, page + "/accept", "doubtful=true"))).contains("还没有哪一列是公司名称");

        rep.act(page, page + "/columns", "column.0=COMPANY&column.1=CONTACT&column.2=MOBILE");
        until(id, AddressBooks.State.READY);
        assertThat(verdicts(id).toString()).isEqualTo("{2=NEW}");
        rep.act(page, page + "/accept", "doubtful=true");
        until(id, AddressBooks.State.TAKEN);
        assertThat(rep.page("/customers/" + customerOf(id, 2))).contains(firm, "source BOOK", "打开", "第 2 行");

        assertThat(text(rep.act(page, page + "/undo", "why="))).contains("请写明撤销的原因");
        rep.act(page, page + "/undo", "why=%E9%87%8D%E5%A4%8D");
        until(id, AddressBooks.State.UNDONE);
        assertThat(rep.page(page)).contains("原因：重复");
    }

    @Test
    @Tag("S3-03")
    @DisplayName("rows go out with verdict and reason as a workbook in which nothing runs")
    void goesOut() throws IOException {
        String firm = Brands.firm();
        String id = ready(REP, firm + ".csv", HEADING + "=HYPERLINK(1),韩一,,,,,,,\n" + row(firm, "@SUM(1)", mobile()));
        byte[] out = Visitor.signedIn(port, "rep-ne-1")
                .get("/imports/" + id + "/rows.xlsx")
                .body();
        Path file = Files.write(Files.createTempFile("tongqu-import-", ".xlsx"), out);
        StringBuilder xml = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                xml.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(xml).contains("=HYPERLINK(1)").doesNotContain("<f>", "<f ");
        String cells = cells(out);
        assertThat(cells).contains("=HYPERLINK(1)", "公司名称是一个公式", "退回", "新客户", firm, "@SUM(1)");
    }

    private static String cells(byte[] workbook) {
        StringBuilder cells = new StringBuilder();
        Tables.Opening opening = Tables.open(new ByteArrayInputStream(workbook), workbook.length, Set.of());
        try (Table table = ((Tables.Opening.Opened) opening).table()) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                cells.append(row.get().cells()).append('\n');
            }
        }
        return cells.toString();
    }

    @Test
    @Tag("S3-03")
    @DisplayName("what is no address book is told in words, and nothing of it is kept")
    void noAddressBook() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        byte[] ole = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, ole, 0, 4);
        byte[] secret = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(secret, 0, ole, 1024, secret.length);
        assertThat(refusal(new byte[0])).isEqualTo("EMPTY_FILE");
        assertThat(refusal(HEADING.getBytes(StandardCharsets.UTF_8))).isEqualTo("NO_ROWS");
        assertThat(refusal(png)).isEqualTo("NOT_TEXT");
        assertThat(refusal(ole)).isEqualTo("PASSWORD");
        assertThat(refusal(("公司" + ",x".repeat(400) + "\n甲厂\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("TOO_MANY_COLUMNS");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0, 0})).isNotEmpty();
    }

    private String refusal(byte[] file) {
        AddressBooks.Answer answer = books.handIn(REP, "坏文件.xlsx", file);
        assertThat(answer.id()).isNull();
        return java.util.Objects.requireNonNull(answer.refusal()).code();
    }

    @Test
    @Tag("S3-03")
    @DisplayName(
            "200 columns, emoji, GB18030, semicolons, a workbook and a spoilt line are read; each line is a row or is told")
    void messyAndRead() throws IOException {
        String wide = Brands.firm();
        String many = ready(
                REP, wide + ".csv", "公司,姓名" + ",列".repeat(198) + "\n" + wide + "😀,尤一😀" + ",值".repeat(198) + "\n");
        assertThat(verdicts(many).toString()).isEqualTo("{2=NEW}");
        assertThat(row(REP, many, 2).cells()).hasSize(200);

        String gb = Brands.firm();
        String semicolons = ready(
                REP,
                gb + ".csv",
                ("导出时间：今天\n\n单位名称;联系人;联系电话;备注\n" + gb + ";许一;" + mobile() + ";老\n")
                        .getBytes(Charset.forName("GB18030")));
        assertThat(verdicts(semicolons).toString()).isEqualTo("{4=NEW}");
        assertThat(imports.one(REP, semicolons).orElseThrow().headingRow()).isEqualTo(3);

        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        String good = Brands.firm();
        mixed.writeBytes(("Company,Phone\n" + good + "," + mobile() + "\n").getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("乱码厂,12345\n".getBytes(Charset.forName("GB18030")));
        String both = ready(REP, good + ".csv", mixed.toByteArray());
        assertThat(verdicts(both).toString()).isEqualTo("{2=NEW, 3=REFUSED}");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String sheet = Brands.firm();
        SheetOut workbook =
                new SheetOut(out, "通讯录", Columns.HOUSE_ZONE, List.of("Organization", "Full Name", "Mobile Phone"));
        workbook.text(sheet).text("何一").text(mobile()).end();
        workbook.finish();
        assertThat(verdicts(ready(REP, sheet + ".xlsx", out.toByteArray())).toString())
                .isEqualTo("{2=NEW}");
    }
}
