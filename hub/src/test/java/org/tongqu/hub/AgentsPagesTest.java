package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The agents' pages")
class AgentsPagesTest extends ChannelBed {

    @Test
    @Tag("S2-16")
    @DisplayName("show the tree with its figures to headquarters, and lead to each agent; nobody else opens them")
    void theTree() {
        String general = agent();
        String dealer = agent();
        assertThat(as("desk")
                        .put("/api/v1/agents/" + dealer + "/place", "{\"above\":\"" + general + "\"}")
                        .status())
                .isEqualTo(204);
        for (String login : List.of("desk", "admin", "auditor")) {
            String tree = Visitor.signedIn(port, login).page("/agents");
            assertThat(tree).contains("/agents/" + general, "/agents/" + dealer, "depth-2");
            assertThat(Visitor.signedIn(port, login).page("/agents/" + dealer)).contains("/agents/" + general);
        }
        for (String login : List.of("mgr-ne", "rep-ne-1", "factory-crane")) {
            assertThat(Visitor.signedIn(port, login).get("/agents").statusCode())
                    .as(login)
                    .isEqualTo(403);
            assertThat(Visitor.signedIn(port, login).get("/agents/" + dealer).statusCode())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("S4-15")
    @DisplayName(
            "let the desk look before it moves, move at once, and take it back by one press; an auditor only reads")
    void movedOnThePage() {
        String old = agent();
        String next = agent();
        List<String> firms = firms(2);
        List<String> customers = sold(old, firms);
        entered(old, customers);
        Visitor desk = Visitor.signedIn(port, "desk");
        String page = "/agents/" + old;
        assertThat(desk.page(page)).contains(firms.getFirst(), "先看结果");
        assertThat(Visitor.signedIn(port, "auditor").page(page))
                .contains(firms.getFirst())
                .doesNotContain("先看结果");

        String preview =
                Visitor.text(desk.act(page, page + "/moves/preview", "to=" + next + "&pick=" + customers.getFirst()));
        assertThat(preview).contains("立即调整", customers.getFirst()).doesNotContain(customers.getLast());
        String moved = Visitor.text(desk.act(page, page + "/moves", "to=" + next + "&pick=" + customers.getFirst()));
        assertThat(moved).contains("撤销调整", "已调整签约代理");
        assertThat(agentsOf(customers.getFirst())).containsExactly(next + " -");
        assertThat(agentsOf(customers.getLast())).containsExactly(old + " -");

        String move = one("select id from channel.move where receiver = :id and giver is not null", next);
        String undone = Visitor.text(desk.act("/agent-moves/" + move, "/agent-moves/" + move + "/undo", ""));
        assertThat(undone).contains("1 个客户回到调整前");
        assertThat(agentsOf(customers.getFirst())).containsExactly(old + " -");
        assertThat(Visitor.text(desk.act(page, page + "/moves", "to=" + old))).contains("不能调给自己");
    }

    @Test
    @Tag("S4-15")
    @DisplayName("let the desk name the agent on the customer's own page, which tells whose it was before")
    void namedOnTheCustomersPage() {
        String first = agent("甲" + tag + "代理有限公司");
        String second = agent("乙" + tag + "代理有限公司");
        String customer = sold(first, firms(1)).getFirst();
        Visitor desk = Visitor.signedIn(port, "desk");
        String page = "/customers/" + customer;
        desk.act(page, page + "/agents", "to=" + first);
        String after = Visitor.text(desk.act(page, page + "/agents", "to=" + second));

        assertThat(after).contains("/agents/" + second, "甲" + tag);
        assertThat(agentsOf(customer)).containsExactly(second + " -");
        assertThat(Visitor.signedIn(port, "rep-ne-1").page(page)).doesNotContain("/agents/" + second);
    }

    @Test
    @Tag("S4-30")
    @DisplayName("take places and capabilities from forms, and say what is wrong with one")
    void editedOnThePage() {
        String agent = agent();
        String above = agent();
        Visitor desk = Visitor.signedIn(port, "desk");
        String page = "/agents/" + agent;
        assertThat(Visitor.text(desk.act(page, page + "/place", "above=" + above)))
                .contains("上下级已保存");
        assertThat(Visitor.text(desk.act("/agents/" + above, "/agents/" + above + "/place", "above=" + agent)))
                .contains("上级会变成自己的下级");
        assertThat(Visitor.text(desk.act(page, page + "/capabilities", "kind=REPAIR&region=NE&productClass=CRANE")))
                .contains("维修协作", "东北", "起重机", "今天结束");
        assertThat(Visitor.text(desk.act(page, page + "/capabilities", "kind=REPAIR&region=NE&productClass=CRANE")))
                .contains("这段日期已有登记");
    }

    @Test
    @Tag("S4-15")
    @DisplayName(
            "an agent opens its own page alone: its customers, files and lines, nobody's figures beside them and no act")
    void itsOwnPage() {
        String agent = agent();
        String other = agent();
        List<String> firms = firms(2);
        entered(agent, sold(agent, firms).subList(0, 1));
        Visitor self = Visitor.signedIn(port, agent);

        assertThat(self.page("/agents")).as("led to its own").contains(firms.get(0), firms.get(1), "申报明细");
        assertThat(self.page("/agents/" + agent)).doesNotContain("先看结果", "改上级", "登记业务", "/agent-moves/");
        assertThat(self.get("/agents/" + other).statusCode()).isEqualTo(404);
        assertThat(self.get("/agents.xlsx").statusCode()).isEqualTo(403);
        assertThat(self.get("/agents/" + other + "/customers.xlsx").statusCode())
                .isEqualTo(404);
        assertThat(self.get("/agents/" + agent + "/customers.xlsx").statusCode())
                .isEqualTo(200);
        assertThat(self.page("/agents/" + agent + "?lang=en")).contains("Customers signed");
    }

    @Test
    @DisplayName("go out as workbooks in which a name that begins like a formula is text, and each export is noted")
    void exportsAreSafe() throws IOException {
        String agent = agent("=HYPERLINK(\"http://x\",\"" + tag + "\")");
        HttpResponse<byte[]> book = Visitor.signedIn(port, "desk").get("/agents.xlsx");

        assertThat(book.statusCode()).isEqualTo(200);
        String sheet = sheets(book.body());
        assertThat(sheet).contains(agent, tag).doesNotContain("<f>");
        assertThat(one("select count(*) from platform.export where list = :id and login = 'desk'", "/agents.xlsx"))
                .isNotEqualTo("0");
    }

    private static String sheets(byte[] book) throws IOException {
        Path file = Files.write(Files.createTempFile("agents", ".xlsx"), book);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
