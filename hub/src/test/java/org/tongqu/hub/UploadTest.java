package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.platform.Scope;

@DisplayName("A partner hands in a file by the browser")
class UploadTest extends HubTest {
    private static final String HEADING = "报表编号,行号,销售日期,客户名称,省份,产品编码,数量,单价\n";

    private static String file(String tag, String day) {
        return HEADING + "U-" + tag + ",1,2026-02-11,沈阳" + tag + "机床厂,辽宁省,CK6150,5,380000\n" + "U-" + tag + ",2," + day
                + ",沈阳" + tag + "机床厂,辽宁省,CK6150,1,380000\n";
    }

    private static String tag() {
        return "UP" + Sowing.number();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("a spoilt file is kept, its bad row comes back with the reason, and mended it is taken")
    void aSpoiltFileIsMended() {
        String tag = tag();
        Visitor agent = Visitor.signedIn(port, "agent-a001");

        HttpResponse<byte[]> answer =
                agent.upload(agent.token("/upload"), tag + ".csv", bytes(file(tag, "2026-02-30")));
        assertThat(answer.uri().getQuery()).startsWith("file=");
        String id = answer.uri().getQuery().substring("file=".length());
        assertThat(sha256Of(id)).isNotEmpty();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> agent.page("/upload?file=" + id).contains("接收 1 行，退回 1 行"));
        HttpResponse<byte[]> rejected = agent.get("/messages/" + id + "/rejected.csv");
        assertThat(rejected.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", tag);
        assertThat(Visitor.text(rejected)).contains("BAD_DATE", "2026-02-30").doesNotContain("2026-02-11");

        String mended = Visitor.text(rejected).replace("2026-02-30", "2026-02-28");
        HttpResponse<byte[]> again = agent.upload(agent.token("/upload"), tag + "-mended.csv", bytes(mended));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> agent.page("/upload?" + again.uri().getQuery()).contains("全部接收：1 行已生效"));
        assertThat(agent.get("/messages/" + again.uri().getQuery().substring(5) + "/rejected.csv")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("nothing is kept without the page's token, nor of a stranger, nor of who is no agent")
    void nothingIsKeptOfOthers() {
        String tag = tag();
        Visitor agent = Visitor.signedIn(port, "agent-a001");
        assertThat(agent.upload("made-up", tag + ".csv", bytes(file(tag, "2026-02-12")))
                        .statusCode())
                .isEqualTo(403);

        Visitor stranger = Visitor.stranger(port);
        HttpResponse<byte[]> shown =
                stranger.upload(stranger.token("/sign-in"), tag + ".csv", bytes(file(tag, "2026-02-12")));
        assertThat(shown.uri().getPath()).isEqualTo("/sign-in");

        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.get("/upload").statusCode()).isEqualTo(403);
        assertThat(desk.upload(desk.token("/needs"), tag + ".csv", bytes(file(tag, "2026-02-12")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(keptFilesNamed(tag + ".csv")).isZero();
    }

    @Test
    @DisplayName("a file that is too large, empty or without a usable name is told so in words and not kept")
    void whatCannotBeTakenIsTold() {
        String tag = tag();
        Visitor agent = Visitor.signedIn(port, "agent-a001");
        String token = agent.token("/upload");

        assertThat(Visitor.text(agent.upload(token, tag + "-large.csv", new byte[66 << 20])))
                .contains("没有收下：文件超过 64 MB");
        assertThat(Visitor.text(agent.upload(token, tag + "-just-over.csv", new byte[(64 << 20) + 1])))
                .contains("没有收下：文件超过 64 MB");
        assertThat(Visitor.text(agent.upload(token, tag + "-empty.csv", new byte[0])))
                .contains("没有收下：文件是空的");
        assertThat(Visitor.text(agent.upload(token, "..", bytes("x")))).contains("没有收下：文件名不能用");
        assertThat(Visitor.text(agent.upload(token, "", bytes("x")))).contains("没有收下：没有选文件");
        assertThat(keptFilesNamed(tag + "%")).isZero();
    }

    @Test
    @DisplayName("the path a browser sends before a name is left off")
    void aPathIsLeftOff() {
        String tag = tag();
        Visitor agent = Visitor.signedIn(port, "agent-a001");
        agent.upload(agent.token("/upload"), "../../etc/" + tag + ".csv", bytes(file(tag, "2026-02-12")));
        assertThat(keptFilesNamed(tag + ".csv")).isEqualTo(1);
    }

    @Test
    @DisplayName("returned rows are fetched by their own agent and headquarters alone")
    void returnedRowsAreTheAgentsOwn() {
        String tag = tag();
        Visitor agent = Visitor.signedIn(port, "agent-a001");
        HttpResponse<byte[]> answer =
                agent.upload(agent.token("/upload"), tag + ".csv", bytes(file(tag, "2026-02-30")));
        String rejected = "/messages/" + answer.uri().getQuery().substring(5) + "/rejected.csv";
        await().atMost(Duration.ofSeconds(60)).until(() -> agent.get(rejected).statusCode() == 200);

        assertThat(Visitor.signedIn(port, "desk").get(rejected).statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "agent-a002").get(rejected).statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, "factory-crane").get(rejected).statusCode())
                .isEqualTo(404);
    }

    private String sha256Of(String id) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select sha256 from journal.message where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    private long keptFilesNamed(String name) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select count(*) from journal.message where name like :name")
                        .param("name", name)
                        .query(Long.class)
                        .single());
    }
}
