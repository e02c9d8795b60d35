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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;

@DisplayName("A private note is its author's alone")
class PrivateNotesTest extends LeaverBed {
    private String customer = "";
    private String words = "";
    private String id = "";

    @BeforeEach
    void aNote() {
        customer = bare("抚顺" + tag + "石化厂", "辽宁省");
        words = "厂长爱下棋XQ" + tag;
        note(leaver, customer, words, false);
        id = one(
                "select :id",
                as(leaver)
                        .get("/api/v1/notes")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
    }

    private List<String> everybodyElse() {
        return List.of(
                stayer,
                BOSS,
                "rep-e-1",
                "desk",
                "admin",
                "auditor",
                "tech1",
                "branch-ne",
                "factory-crane",
                "agent-a001");
    }

    @Test
    @Tag("S3-04")
    @DisplayName("its author finds it on the customer's page, among its notes, by search, in its export and by the API")
    void itsAuthorFindsIt() throws IOException {
        Visitor author = Visitor.signedIn(port, leaver);
        assertThat(author.page("/customers/" + customer)).contains(words);
        assertThat(author.page("/notes?q=" + tag)).contains(words);
        assertThat(author.page("/search?q=" + tag)).contains(words);
        assertThat(unzipped(author.get("/notes.xlsx"))).contains("XQ" + tag);
        assertThat(as(leaver).get("/api/v1/notes?q=" + tag).text()).contains(words);
        assertThat(as(leaver).get("/api/v1/notes/" + id).json().path("words").asText())
                .isEqualTo(words);
    }

    @Test
    @Tag("S3-04")
    @DisplayName(
            "nobody else does: not a colleague of the branch, not the manager, not headquarters; by page, search, export and API")
    void nobodyElseDoes() throws IOException {
        for (String login : everybodyElse()) {
            Visitor other = Visitor.signedIn(port, login);
            for (String page : List.of(
                    "/customers/" + customer,
                    "/notes?q=" + tag,
                    "/search?q=" + tag,
                    "/search?q=" + words.substring(0, 4),
                    "/customers?q=" + tag,
                    "/messages?key=" + tag)) {
                assertThat(other.page(page)).as(login + " " + page).doesNotContain(words);
            }
            for (String export : List.of("/notes.xlsx", "/customers.xlsx?q=" + tag)) {
                assertThat(unzipped(other.get(export))).as(login + " " + export).doesNotContain("XQ" + tag);
            }
            assertThat(as(login).get("/api/v1/notes?limit=200").text())
                    .as(login)
                    .doesNotContain(words);
            assertThat(as(login).get("/api/v1/notes/" + id).status()).as(login).isEqualTo(404);
            assertThat(as(login)
                            .get("/api/v1/customers/" + customer + "?provenance=true")
                            .text())
                    .as(login)
                    .doesNotContain(words);
        }
    }

    @Test
    @Tag("S3-04")
    @DisplayName(
            "in the store itself a colleague's, headquarters' and the hub's own statements see no row of it and change none")
    void theStoreItselfHidesIt() {
        for (Scope scope : List.of(
                Scope.of(new Sender(stayer, Sender.Role.REP, "NE", null)),
                Scope.of(new Sender(BOSS, Sender.Role.MANAGER, "NE", null)),
                Scope.of(new Sender("admin", Sender.Role.ADMIN, null, null)),
                Scope.of(new Sender("auditor", Sender.Role.AUDITOR, null, null)),
                Scope.WORKER)) {
            assertThat(rows(scope)).as(scope.login()).isZero();
        }
        assertThat(rows(Scope.of(new Sender(leaver, Sender.Role.REP, "NE", null))))
                .isEqualTo(1);
        int changed = wall.within(
                Scope.WORKER,
                () -> jdbc.sql("update keeping.note set words = 'x' where id = :id")
                        .param("id", id)
                        .update());
        assertThat(changed).isZero();
    }

    private long rows(Scope scope) {
        return wall.read(
                scope,
                () -> jdbc.sql("select count(*) from keeping.note where customer_id = :id")
                        .param("id", customer)
                        .query(Long.class)
                        .single());
    }

    @Test
    @DisplayName(
            "who hands over learns how many notes were marked and never their words; unmarked ones do not even count")
    void whoHandsOverReadsNone() {
        note(leaver, customer, "可以移交" + tag, true);
        String outlook = Visitor.signedIn(port, BOSS).page("/handovers/new?leaver=" + leaver);
        assertThat(outlook).doesNotContain("可以移交" + tag, words);
        String handover = handedOver(BOSS);
        assertThat(handover(BOSS, handover).toString())
                .contains("{\"kind\":\"NOTES\",\"was\":1,\"became\":1}")
                .doesNotContain("可以移交" + tag, words);
        assertThat(Visitor.signedIn(port, stayer).page("/customers/" + customer))
                .contains("可以移交" + tag, "由 离任" + tag + " 移交")
                .doesNotContain(words);
        assertThat(one("select count(*) from platform.audit_line where detail like '%' || :id || '%'", words))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("it is marked, deleted and brought back by its holder alone")
    void itsHolderAloneChangesIt() {
        for (String act : List.of("mark", "delete")) {
            Visitor colleague = Visitor.signedIn(port, stayer);
            assertThat(colleague.act("/plans", "/notes/" + id + "/" + act, "").statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        Visitor author = Visitor.signedIn(port, leaver);
        assertThat(Visitor.text(author.act("/notes", "/notes/" + id + "/mark", "")))
                .contains("随客户移交", words);
        assertThat(Visitor.text(author.act("/notes", "/notes/" + id + "/delete", "")))
                .doesNotContain(words);
        assertThat(Visitor.text(author.act("/notes", "/notes/" + id + "/restore", "")))
                .contains(words);
    }

    /** All that stands in a workbook; what is none, as it came. */
    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            return Visitor.text(answer);
        }
        Path file = Files.write(Files.createTempFile("notes", ".xlsx"), answer.body());
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
