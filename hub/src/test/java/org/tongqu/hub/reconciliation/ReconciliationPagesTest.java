package org.tongqu.hub.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.tongqu.hub.platform.Toast;

@DisplayName("The reconciliation desk")
class ReconciliationPagesTest extends ReconciliationBed {

    @Test
    @Tag("S2-16")
    @DisplayName(
            "lists agent's, factory's and customer's figure side by side, marks the one that stands out, and reads it")
    void listed() throws Exception {
        sixShippedFiveSold();
        states("2026-03", "6");
        Discrepancies.Line line = only();

        String page = page("desk", "/reconciliation?agent=" + agent);

        assertThat(page)
                .contains(firm, product, "对账" + tag + "代理", "卖出 5，发出 6：1 台可能在库，或没有申报")
                .contains("/reconciliation/" + line.id())
                .containsPattern("odd\"[^>]*data-side=\"代理商申报\"");
        assertThat(english("desk", "/reconciliation?agent=" + agent))
                .contains("Sold 5, shipped 6: 1 may be in stock, or unreported");
    }

    @Test
    @Tag("S2-17")
    @DisplayName("an agent's page carries its score for those who may see differences, and never for itself")
    void scoreOnTheAgentsPage() throws Exception {
        sixShippedFiveSold();
        quiet();

        assertThat(page("desk", "/agents/" + agent)).contains("诚实度", "1 个数字里 0 个对得上");
    }

    @Test
    @DisplayName("its address says what it shows: state, agent, reading, one's own")
    void filtered() throws Exception {
        sixShippedFiveSold();
        String id = only().id();

        assertThat(page("desk", list(""))).contains(id);
        assertThat(page("desk", list("&state=OPEN&reading=UNREPORTED"))).contains(id);
        assertThat(page("desk", list("&reading=TWICE"))).doesNotContain(id).contains("没有符合条件的差异");
        assertThat(page("desk", list("&state=DECIDED"))).doesNotContain(id);
        assertThat(page("desk", list("&state=ALL"))).contains(id);
        assertThat(page("mgr-ne", list("&mine=true"))).contains(id);
        assertThat(page("desk", list("&mine=true"))).doesNotContain(id);
        assertThat(answer("desk", list("&state=LOST")).getStatus()).isEqualTo(400);
    }

    @Test
    @DisplayName("one difference shows each fact with its day, its way of writing and its message; and in English too")
    void one() throws Exception {
        String file = reports("03", new Sale("2026-03-05", firm, product, "5", "HT-" + tag, "台"));
        String order = ships("2026-03-02", "6");
        String visit = states("2026-03", "4");
        String address = "/reconciliation/" + only().id();

        assertThat(page("desk", address))
                .contains("open=" + file, "/messages/" + file + "/rows/2", "open=" + order, "open=" + visit)
                .contains("2026-03-05", "2026-03-02", "写作 5台", "少报或在库", "发现差异")
                .contains("代理商报错了", "计量单位不同");
        assertThat(english("desk", address)).contains("Agent reported", "Unreported or in stock", "Verdict");
    }

    @Test
    @Tag("S4-13")
    @DisplayName("a verdict leads on to the next difference, and one act takes it back")
    void decided() throws Exception {
        sixShippedFiveSold();
        ships("2026-04-02", "9");
        reports("04", sale("2026-04-05", "2"));
        quiet();
        String id = open().getLast().id();
        String address = "/reconciliation/" + id;

        assertThat(sent("desk", post(address + "/decide").param("verdict", "TIMING"))
                        .getRedirectedUrl())
                .as("without a reason it stays where it is")
                .isEqualTo(address);
        Toast toast = toast(
                "desk", post(address + "/decide").param("verdict", "TIMING").param("why", "在库 " + tag));

        assertThat(toast.undo()).isEqualTo(address + "/take-back");
        assertThat(page("desk", address)).contains("在库 " + tag, "在库、在途或跨月");
        assertThat(page("auditor", address)).doesNotContain(address + "/take-back");

        assertThat(sent("desk", post(toast.undo())).getRedirectedUrl()).isEqualTo(address);
        assertThat(discrepancies.find(DESK, id).orElseThrow().line().state()).isEqualTo(Discrepancies.State.OPEN);
    }

    @Test
    @DisplayName("who may see but not decide has no form, and a manager of another region sees nothing of it")
    void rights() throws Exception {
        sixShippedFiveSold();
        String address = "/reconciliation/" + only().id();

        assertThat(page("auditor", address)).doesNotContain(address + "/decide");
        assertThat(sent(
                                "auditor",
                                post(address + "/decide")
                                        .param("verdict", "TIMING")
                                        .param("why", "x"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("mgr-ne", address)).contains(address + "/decide");
        assertThat(answer("mgr-e", address).getStatus()).isEqualTo(404);
        for (String stranger : new String[] {"rep-ne-1", "factory-mt1", "agent-a001", "tech1"}) {
            for (String path : new String[] {"", "/rules", "/scores", address.substring("/reconciliation".length())}) {
                assertThat(answer(stranger, "/reconciliation" + path).getStatus())
                        .as(stranger + path)
                        .isEqualTo(403);
            }
            assertThat(page(stranger, "/")).doesNotContain("href=\"/reconciliation\"");
        }
    }

    @Test
    @DisplayName("the workbook holds what the list shows, and a customer's name that begins like a formula is text")
    void exported() throws Exception {
        firm = "=1+1" + firm;
        sixShippedFiveSold();
        only();

        byte[] book = answer("desk", "/reconciliation.xlsx?agent=" + agent).getContentAsByteArray();

        String cells = sheet(book);
        assertThat(cells).contains(firm, product, "卖出 5，发出 6", "2026-03").doesNotContain("<f>", "<f ");
        assertThat(answer("agent-a001", "/reconciliation.xlsx").getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("a customer's page names its open differences to those who may see differences, and to nobody else")
    void onTheCustomersPage() throws Exception {
        sixShippedFiveSold();
        Discrepancies.Line line = only();

        assertThat(page("desk", "/customers/" + line.customerId())).contains("/reconciliation/" + line.id());
        assertThat(page("rep-ne-1", "/customers/" + line.customerId())).doesNotContain("/reconciliation/");
    }

    @Test
    @DisplayName("rules are shown with their versions, and added and revoked by those who may")
    void rules() throws Exception {
        String said = "别名" + tag;
        sent("desk", post("/reconciliation/rules/synonyms").param("said", said).param("product", product));
        sent(
                "desk",
                post("/reconciliation/rules/units")
                        .param("agent", agent)
                        .param("unit", "箱" + tag)
                        .param("factor", "12"));

        assertThat(page("desk", "/reconciliation/rules"))
                .contains(said.toUpperCase(java.util.Locale.ROOT), "1 箱" + tag.toUpperCase(java.util.Locale.ROOT));
        assertThat(page("mgr-ne", "/reconciliation/rules")).doesNotContain("action=\"/reconciliation/rules");
        assertThat(sent(
                                "mgr-ne",
                                post("/reconciliation/rules/synonyms")
                                        .param("said", "a")
                                        .param("product", "b"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(sent("desk", post("/reconciliation/rules").param("units", "many"))
                        .getStatus())
                .isEqualTo(400);
        String id = rulebook.shown(DESK).synonyms().stream()
                .filter(each -> each.product().equals(product))
                .findFirst()
                .orElseThrow()
                .id();
        sent("desk", post("/reconciliation/rules/synonyms/" + id + "/revoke"));
        assertThat(rulebook.shown(DESK).synonyms()).noneMatch(each -> each.id().equals(id));
    }

    @Test
    @Tag("S4-13")
    @DisplayName("scores say how many figures agree and how sure that is, and lead to the agent's differences")
    void scored() throws Exception {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "6"));
        ships("2026-04-02", "6");
        reports("04", sale("2026-04-05", "2"));
        quiet();

        assertThat(page("desk", "/reconciliation/scores"))
                .contains("2 个数字里 1 个对得上", "95% 的把握", "/reconciliation?agent=" + agent);
    }

    private void sixShippedFiveSold() {
        ships("2026-03-02", "6");
        reports("03", sale("2026-03-05", "5"));
    }

    private String list(String filters) {
        return "/reconciliation?agent=" + agent + filters;
    }

    /** The cells, as a reader of workbooks meets them. */
    static String sheet(byte[] book) throws IOException {
        Path file = Files.write(Files.createTempFile("differences", ".xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return HtmlUtils.htmlUnescape(new String(sheet.readAllBytes(), UTF_8));
        } finally {
            Files.delete(file);
        }
    }
}
