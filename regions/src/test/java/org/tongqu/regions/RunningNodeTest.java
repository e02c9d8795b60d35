package org.tongqu.regions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A branch node takes visits though there is no line to the hub")
class RunningNodeTest {
    private static final String NW = "branch-nw:key-nw";

    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningNode node;

    @BeforeEach
    void start() {
        node = RunningNode.start(settings());
    }

    @AfterEach
    void stop() {
        node.close();
        http.close();
    }

    private BranchSettings settings() {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("branch-nw", "key-nw", "branch-ne", "key-ne"));
        return new BranchSettings(home, keys, URI.create("http://127.0.0.1:9"), null, 0);
    }

    @Test
    @DisplayName("one visit, an array and lines are acknowledged in the hub's shape, and waiting is told")
    void acknowledged() {
        HttpResponse<String> one = post(NW, "application/json", Visits.json("NW-1", "好"));
        HttpResponse<String> array =
                post(NW, "application/json", "[" + Visits.json("NW-1", "好") + ",{}," + Visits.json("NW-2", "好") + "]");
        HttpResponse<String> lines = post(NW, "application/x-ndjson", oneLine("NW-3") + "\n" + oneLine("NW-4") + "\n");

        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(one.body()).contains("\"status\":\"RECEIVED\"", "\"href\":\"/api/v1/visits/NW-1\"");
        assertThat(array.statusCode()).isEqualTo(202);
        assertThat(array.body()).containsSubsequence("DUPLICATE", "REFUSED", "RECEIVED");
        assertThat(lines.statusCode()).isEqualTo(202);
        assertThat(get(NW, "/api/v1/visits/NW-3").body()).containsAnyOf("\"state\":\"WAITING\"", "\"state\":\"SENT\"");
        await().untilAsserted(() -> assertThat(get(NW, "/api/v1/line").body())
                .contains("\"last\":4", "\"completeThrough\":0", "\"waiting\":4", "\"code\":\"LINE_CUT\""));
    }

    @Test
    @DisplayName("a visit that lacks a part is refused with its place before it is taken")
    void refused() {
        HttpResponse<String> answer = post(NW, "application/json", "{\"formatVersion\":1,\"visitNo\":\"NW-1\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"/rep\"", "\"code\":\"REQUIRED\"", "缺少必填项");
        assertThat(get(NW, "/api/v1/visits/NW-1").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("each branch of a node opens with its own key and sees its own visits")
    void eachItsOwn() {
        post(NW, "application/json", Visits.json("X-1", "好"));

        assertThat(get("branch-ne:key-ne", "/api/v1/visits/X-1").statusCode()).isEqualTo(404);
        for (String stranger : List.of("branch-ne:key-nw", "branch-nw:wrong", "nobody:key-nw", ":")) {
            assertThat(get(stranger, "/api/v1/line").statusCode()).as(stranger).isEqualTo(401);
            assertThat(post(stranger, "application/json", "{").body()).contains("UNKNOWN_CREDENTIAL", "凭证");
        }
        assertThat(send(request("/api/v1/line")
                                .header("Authorization", "Bearer key-ne")
                                .GET())
                        .body())
                .contains("\"branch\":\"branch-ne\"");
    }

    @Test
    @DisplayName("what is no visit is told what is wrong with it")
    void noVisit() {
        assertThat(post(NW, "application/json", "{\"a\":1}}").statusCode()).isEqualTo(400);
        assertThat(post(NW, "application/json", "").statusCode()).isEqualTo(400);
        assertThat(post(NW, "text/xml", "<visit/>").statusCode()).isEqualTo(415);
        assertThat(post(NW, "application/json", " ".repeat(9 * 1024 * 1024)).statusCode())
                .isEqualTo(413);
        assertThat(get(NW, "/api/v1/visits").statusCode()).isEqualTo(405);
        assertThat(get(NW, "/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(post(NW, "application/json", Visits.json("NW-1", "好")).statusCode())
                .isEqualTo(202);
    }

    @Test
    @DisplayName("a hundred callers who say half a sentence and wait do not keep others from being heard")
    void slowCallers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
            OutputStream out = socket.getOutputStream();
            out.write("POST /api/v1/visits HTTP/1.1\r\nHost: node\r\nContent-Le".getBytes(UTF_8));
            out.flush();
            slow.add(socket);
        }

        assertThat(post(NW, "application/json", Visits.json("NW-1", "好")).statusCode())
                .isEqualTo(202);

        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    @DisplayName("what was acknowledged is there after a restart")
    void restart() {
        post(NW, "application/json", Visits.json("NW-1", "好"));
        node.close();

        node = RunningNode.start(settings());

        assertThat(get(NW, "/api/v1/visits/NW-1").statusCode()).isEqualTo(200);
        assertThat(post(NW, "application/json", Visits.json("NW-1", "好")).body())
                .contains("DUPLICATE");
    }

    @Test
    @DisplayName("a second node on the same folder is refused in words")
    void aSecondNode() {
        assertThatThrownBy(() -> RunningNode.start(settings()))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        no -> assertThat(no.zh() + no.en())
                                .contains("正被另一个分公司节点使用", "is held by another branch node", home.toString()));
        assertThat(get(NW, "/api/v1/line").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("a file is kept, its receipt written, and it is moved away; unfinished ones are left alone")
    void files() throws IOException {
        Path in = home.resolve("branch-nw/in");
        drop(in.resolve("三月.json"), "[" + Visits.json("NW-F1", "好") + "," + Visits.json("NW-F2", "好") + ",{}]");
        drop(in.resolve("lines.txt"), oneLine("NW-F3") + "\n" + oneLine("NW-F4") + "\n");
        drop(in.resolve("broken.json"), "{\"visitNo\"");
        drop(in.resolve("later.json.part"), Visits.json("NW-F9", "好"));
        drop(in.resolve(".hidden"), Visits.json("NW-F9", "好"));

        Path out = home.resolve("branch-nw/out");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(out.resolve("三月.json.receipt.json"))
                        && Files.exists(out.resolve("lines.txt.receipt.json"))
                        && Files.exists(out.resolve("broken.json.receipt.json")));

        assertThat(Files.readString(out.resolve("三月.json.receipt.json")))
                .contains("\"status\":\"PARTLY\"", "\"rows\":3", "\"accepted\":2", "\"refused\":1");
        assertThat(Files.readString(out.resolve("lines.txt.receipt.json"))).contains("\"rows\":2", "NW-F3");
        assertThat(Files.readString(out.resolve("broken.json.receipt.json")))
                .contains("\"status\":\"REFUSED\"", "BAD_JSON", "不是合法的 JSON");
        await().untilAsserted(() -> assertThat(home.resolve("branch-nw/done")).isDirectoryContaining("glob:**三月.json"));
        assertThat(in.resolve("later.json.part")).exists();
        assertThat(in.resolve(".hidden")).exists();
        assertThat(get(NW, "/api/v1/visits/NW-F2").statusCode()).isEqualTo(200);
        assertThat(get(NW, "/api/v1/visits/NW-F9").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("a key file that others may read, a missing key and an odd address are refused before anything starts")
    void settingsInWords() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("settings"));
        Path folder = Files.createDirectories(elsewhere.resolve("branch-e"));
        Map<String, String> environment =
                new LinkedHashMap<>(Map.of("TONGQU_BRANCH_HOME", elsewhere.toString(), "TONGQU_BRANCH", "branch-e"));
        assertThatThrownBy(() -> BranchSettings.of(environment)).hasMessageContaining("TONGQU_BRANCH_KEY");
        Path key = Files.writeString(folder.resolve("key"), "secret\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> BranchSettings.of(environment)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(BranchSettings.of(environment).keys()).containsEntry("branch-e", "secret");
        assertThat(BranchSettings.of(environment).toString()).doesNotContain("secret");
        environment.put("TONGQU_HUB_URL", "hub.example");
        assertThatThrownBy(() -> BranchSettings.of(environment)).hasMessageContaining("TONGQU_HUB_URL");
    }

    private static void drop(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T00:00:00Z")));
    }

    private static String oneLine(String visitNo) {
        return Visits.json(visitNo, "好").replace("\n", " ");
    }

    private HttpResponse<String> post(String credential, String type, String body) {
        return send(
                as(credential, "/api/v1/visits").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String credential, String path) {
        return send(as(credential, path).GET());
    }

    private HttpRequest.Builder as(String credential, String path) {
        return request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
