package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wakes;

@DisplayName("A file is taken chunk by chunk, and a killed run goes on where it stood")
class FileTakenTest extends JournalBed {
    private static final int ROWS = 2 * FileChunk.ROWS + 500;
    /** A file's transactions: the lease let run longer, its form, a chunk, and this one. */
    private static final int SECOND_CHUNK = 4;

    @TempDir
    Path folder;

    private final DyingRoom room = new DyingRoom();
    private String agent = "";

    /** Counts each row as an effect of its own; dies at the chunk it is told to, after all rows of it are written. */
    private final class DyingRoom implements RowReceiver {
        private final List<Integer> chunks = new ArrayList<>();
        private int diesAt = -1;

        @Override
        public MessageKind kind() {
            return MessageKind.SALES_FILE;
        }

        @Override
        public RowsTaken take(Arrival arrival, List<SalesLine> rows) {
            count(arrival.messageId(), rows);
            chunks.add(rows.size());
            if (chunks.size() == diesAt) {
                throw new PowerCut();
            }
            return new RowsTaken(rows.size(), 0, List.of(), List.of());
        }

        /** The key alone is the row's, so that a row counted twice breaks the constraint. */
        private void count(String messageId, List<SalesLine> rows) {
            jdbc.sql("""
                            insert into journal.effect (key, message_id, room, what, ref, at)
                            select 'row|' || :id || '|' || r, :id, 'rows', 'row', r, now() from unnest(:rows::text[]) as r
                            """)
                    .param("id", messageId)
                    .param(
                            "rows",
                            rows.stream()
                                    .map(row -> String.valueOf(row.rowNo()))
                                    .toArray(String[]::new))
                    .update();
        }
    }

    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void anAgentAndABenchWhoseRowsGoToTheRoom() {
        bench = new Bench(Bench.Parts.of(hub).with(room));
        agent = "agent-f" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "insert into partners.partner (code, kind, name, created_at) values (:code, 'AGENT', :code, :now)")
                        .param("code", agent)
                        .param("now", bench.clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Test
    @DisplayName("three chunks, one checkpoint after each, every row once")
    void threeChunks() throws Exception {
        String id = drop("a.csv", rows(ROWS));

        bench.takeOnce(id);

        assertThat(room.chunks).containsExactly(FileChunk.ROWS, FileChunk.ROWS, 500);
        assertThat(count("effect", id)).isEqualTo(String.valueOf(ROWS));
        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted || ' ' || checkpoint", id))
                .isEqualTo("TAKEN " + ROWS + " " + (ROWS + 1));
    }

    @Test
    @DisplayName(
            "a worker that dies in the second chunk leaves the first; the next goes on there, and each row counts once")
    @Tag("S4-02")
    void diesMidFile() throws Exception {
        String id = drop("a.csv", rows(ROWS));
        room.diesAt = 2;
        Kept first = bench.lease(id).orElseThrow();

        assertThatThrownBy(() -> bench.worker.take(first)).isInstanceOf(PowerCut.class);

        assertThat(count("effect", id)).isEqualTo(String.valueOf(FileChunk.ROWS));
        assertThat(bench.ofMessage("checkpoint || ' ' || rows_accepted", id))
                .isEqualTo((FileChunk.ROWS + 1) + " " + FileChunk.ROWS);
        assertThat(bench.ofMessage("outcome is null", id)).isEqualTo("true");
        assertThat(bench.lease(id)).as("its lease still runs").isEmpty();

        bench.clock.pass(WorkStore.LEASE.plusSeconds(1));
        assertThat(bench.takeOnce(id)).isTrue();

        assertThat(count("effect", id)).isEqualTo(String.valueOf(ROWS));
        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted", id)).isEqualTo("TAKEN " + ROWS);
    }

    @Test
    @DisplayName("one who lost the lease mid file writes not one row more")
    void zombieMidFile() throws Exception {
        String id = drop("a.csv", rows(ROWS));
        Kept first = bench.lease(id).orElseThrow();
        bench.clock.pass(WorkStore.LEASE.plusSeconds(1));
        Kept second = bench.lease(id).orElseThrow();

        bench.worker.take(first);
        assertThat(count("effect", id)).isEqualTo("0");

        bench.worker.take(second);
        bench.worker.take(first);
        assertThat(count("effect", id)).isEqualTo(String.valueOf(ROWS));
    }

    @Test
    @DisplayName("one who falls asleep between two chunks and wakes when another has gone on writes not one row more")
    @Tag("S4-02")
    void zombieBetweenTwoChunks() throws Exception {
        AtomicInteger transactions = new AtomicInteger();
        String[] dropped = {""};
        FrailWall.Fate sleepy = new FrailWall.Fate() {
            @Override
            public void at(FrailWall.Point point) {
                if (point == FrailWall.Point.BEFORE_TRANSACTION && transactions.incrementAndGet() == SECOND_CHUNK) {
                    bench.clock.pass(WorkStore.LEASE.plusSeconds(1));
                    assertThat(bench.takeOnce(dropped[0])).isTrue();
                }
            }

            @Override
            public boolean forgetsTheLease() {
                return false;
            }
        };
        bench = new Bench(Bench.Parts.of(hub)
                .with(room)
                .with(new FrailWall(jdbc, hub.getBean(PlatformTransactionManager.class), sleepy)));
        dropped[0] = drop("a.csv", rows(ROWS));
        Kept first = bench.lease(dropped[0]).orElseThrow();
        transactions.set(0);

        bench.worker.take(first);

        assertThat(room.chunks).containsExactly(FileChunk.ROWS, FileChunk.ROWS, 500);
        assertThat(count("effect", dropped[0])).isEqualTo(String.valueOf(ROWS));
        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted || ' ' || attempts", dropped[0]))
                .isEqualTo("TAKEN " + ROWS + " 2");
    }

    @Test
    @DisplayName(
            "one who wakes with a dropped file in hand that another hub has kept and moved away keeps nothing more")
    @Tag("S4-02")
    void zombieAtADroppedFile() throws Exception {
        Path file = Files.writeString(folder.resolve("moved"), rows(2));
        String kept = files().keep(agent, "a.csv", "taken-" + agent, file);
        Files.delete(file);

        assertThat(files().keep(agent, "a.csv", "taken-" + agent, file)).isEqualTo(kept);
        assertThat(bench.one("select count(*) from journal.message where partner = :id", agent))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("each chunk renews the lease, so that a long file is not taken from the one who works on it")
    void aChunkRenewsTheLease() throws Exception {
        String id = drop("a.csv", rows(ROWS));
        room.diesAt = 2;
        Kept first = bench.lease(id).orElseThrow();
        bench.clock.pass(WorkStore.LEASE.minusSeconds(1));
        assertThatThrownBy(() -> bench.worker.take(first)).isInstanceOf(PowerCut.class);

        bench.clock.pass(Duration.ofSeconds(30));

        assertThat(bench.lease(id)).isEmpty();
    }

    @Test
    @DisplayName("a workbook is taken as the text it stands for, and kept for what it is")
    void aWorkbook() throws Exception {
        String id = dropHostile("agent-xlsx/clean.xlsx");

        bench.takeOnce(id);

        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted || ' ' || read_share", id))
                .isEqualTo("TAKEN 30 1");
        assertThat(bench.ofMessage("format", id)).endsWith("spreadsheetml.sheet");
        assertThat(bench.one("select kind || ' ' || heading[4] from journal.file_form where message_id = :id", id))
                .isEqualTo("WORKBOOK 客户名称");
    }

    @Test
    @DisplayName("an XML report is taken sale by sale")
    void anXmlReport() throws Exception {
        String id = dropHostile("xml/own/clean.xml");

        bench.takeOnce(id);

        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted || ' ' || format", id))
                .isEqualTo("TAKEN 1 application/xml");
    }

    @Test
    @DisplayName("a hostile one is refused with its reason, and the file after it is taken unharmed")
    void aHostileOne() throws Exception {
        String bomb = dropHostile("agent-xlsx/bomb_300MB_sheet.xlsx");
        String outside = dropHostile("xml/own/xxe_file.xml");
        String good = drop("good.csv", rows(1));

        takeEach(bomb, outside, good);

        assertThat(bench.ofMessage("outcome || ' ' || reason_code", bomb)).isEqualTo("REFUSED UNPACKS_TOO_LARGE");
        assertThat(bench.ofMessage("outcome || ' ' || reason_code", outside)).isEqualTo("REFUSED DOCTYPE");
        assertThat(bench.ofMessage("outcome", good)).isEqualTo("TAKEN");
    }

    @Test
    @DisplayName("how much of a file has been read is kept with its checkpoint")
    void howMuchHasBeenRead() throws Exception {
        String id = drop("a.csv", rows(40_000));
        room.diesAt = 11;
        Kept first = bench.lease(id).orElseThrow();
        assertThatThrownBy(() -> bench.worker.take(first)).isInstanceOf(PowerCut.class);

        JournalPages.Message half = hub.getBean(JournalPages.class)
                .message(new Sender("desk", Sender.Role.DESK, null, null), id)
                .orElseThrow();

        assertThat(java.util.Objects.requireNonNull(half.counts()).read()).isBetween(0.4, 0.6);
    }

    @Test
    @DisplayName("a partner's own columns are those that stood when its file came, also when it is read again later")
    void aPartnersOwnColumns() throws Exception {
        String text = "Day,Who,What,quantity\n2026-02-11,沈阳某厂,CK6150,1\n";
        String before = drop("before.csv", text);
        bench.clock.pass(Duration.ofSeconds(1));
        columns(Map.of("Day", "sold_on", "Who", "customer_name", "What", "product_code"));
        String after = drop("after.csv", text);
        bench.clock.pass(Duration.ofSeconds(1));
        columns(Map.of());

        takeEach(before, after);

        assertThat(bench.ofMessage("outcome || ' ' || reason_code", before)).startsWith("REFUSED");
        assertThat(bench.ofMessage("outcome", after)).isEqualTo("TAKEN");
    }

    @Test
    @DisplayName(
            "refused rows stand in one queue, newest file first, with cells as sent and reason, page by page and by reason")
    void theQueueOfRefusedRows() throws Exception {
        String first = drop("first.csv", rows(1) + "2026-13-40,某厂,CK6150,1,100\n2026-02-11,,CK6150,1,100\n");
        String second = drop("second.csv", rows(1) + "2026-02-11,,QD20,x,100\n");
        takeEach(first, second);
        JournalPages pages = hub.getBean(JournalPages.class);
        Sender agentItself = new Sender(agent, Sender.Role.AGENT, null, agent);

        JournalPages.RowsSought all = new JournalPages.RowsSought(null, null, null);
        var page = pages.refusedRows(agentItself, all, 2);
        assertThat(page.items())
                .extracting(JournalPages.RefusedRow::messageId, JournalPages.RefusedRow::rowNo)
                .containsExactly(tuple(second, 3L), tuple(first, 3L));
        assertThat(page.items().getFirst().cells()).containsExactly("2026-02-11", "", "QD20", "x", "100");
        assertThat(page.items().getFirst().refusals())
                .extracting(JournalPages.RowRefusal::code)
                .containsExactly("REQUIRED", "BAD_NUMBER");

        var place = JournalPages.RowPlace.of(java.util.Objects.requireNonNull(page.next()))
                .orElseThrow();
        var rest = pages.refusedRows(agentItself, new JournalPages.RowsSought(null, null, place), 2);
        assertThat(rest.items()).extracting(JournalPages.RefusedRow::rowNo).containsExactly(4L);
        assertThat(rest.next()).isNull();

        var required = pages.refusedRows(agentItself, new JournalPages.RowsSought(agent, "REQUIRED", null), 200);
        assertThat(required.items())
                .extracting(JournalPages.RefusedRow::name)
                .containsExactly("second.csv", "first.csv");
        Sender another = new Sender("agent-a002", Sender.Role.AGENT, null, "agent-a002");
        assertThat(pages.refusedRows(another, new JournalPages.RowsSought(agent, null, null), 10)
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("a large file is held longer while it is opened, so that no other hand goes after it")
    void aLargeFileIsHeldWhileItIsOpened() throws Exception {
        String id = drop("large.csv", rows(40_000));
        room.diesAt = 1;
        Kept first = bench.lease(id).orElseThrow();
        assertThatThrownBy(() -> bench.worker.take(first)).isInstanceOf(PowerCut.class);

        bench.clock.pass(WorkStore.LEASE.plusSeconds(5));
        assertThat(bench.lease(id)).isEmpty();
        bench.clock.pass(Duration.ofSeconds(10));
        assertThat(bench.takeOnce(id)).isTrue();
    }

    @Test
    @DisplayName("rows of the longest kind are taken in smaller chunks, so that memory stays bounded")
    void longRowsAreTakenInSmallerChunks() throws Exception {
        String id = drop(
                "long.csv",
                rows(1)
                        + "2026-02-11,%s,CK6150,1,1\n"
                                .formatted("长".repeat(20_000))
                                .repeat(200));

        bench.takeOnce(id);

        assertThat(room.chunks).hasSizeGreaterThan(2);
        assertThat(bench.ofMessage("rows_accepted || ' ' || rows_refused", id)).isEqualTo("1 200");
    }

    @Test
    @DisplayName("a bad row goes back with its bytes and reason, and sinks no good one")
    @Tag("S4-24")
    void aBadRow() throws Exception {
        String id = drop("bad.csv", rows(3) + "2026-13-40,某厂,CK6150,1,100\n");

        bench.takeOnce(id);

        assertThat(bench.ofMessage("outcome || ' ' || rows_accepted || ' ' || rows_refused", id))
                .isEqualTo("PARTLY 3 1");
        List<FileReport.RefusedRow> refused =
                wall.read(Scope.WORKER, () -> hub.getBean(FileRowStore.class).refusedAfter(id, -1, 10));
        assertThat(refused).hasSize(1);
        assertThat(new String(refused.getFirst().raw(), UTF_8)).startsWith("2026-13-40");
        assertThat(refused.getFirst().refusals()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "the same taking asked twice is one message; the same bytes under another name are one of their own that names the first")
    void theSameFile() throws Exception {
        Path file = Files.writeString(folder.resolve("x"), rows(2));
        DroppedFiles files = files();

        String first = files.keep(agent, "a.csv", "taken-" + agent, file);
        String lookedAgain = files.keep(agent, "a.csv", "taken-" + agent, file);
        String renamed = files.keep(agent, "b.csv", "taken-again-" + agent, file);

        assertThat(lookedAgain).isEqualTo(first);
        assertThat(renamed).isNotEqualTo(first);
        assertThat(bench.ofMessage("repeats", renamed)).isEqualTo(first);
    }

    @Test
    @DisplayName("bytes over a mebibyte are kept in pieces and come back as they went in")
    void piecesOfAMebibyte() throws Exception {
        String text = rows(40_000);
        String id = drop("long.csv", text);

        assertThat(text.length()).isGreaterThan(1 << 20);
        try (var stream = bench.parts.store().stream(JournalStore.dayOf(bench.clock.instant()), id)) {
            assertThat(Sha256.hex(stream.readAllBytes())).isEqualTo(bench.ofMessage("sha256", id));
        }
    }

    @Test
    @DisplayName("the sender is told once, in the transaction that ends the file")
    void theSenderIsTold() throws Exception {
        String id = drop("told.csv", rows(1));

        bench.takeOnce(id);

        assertThat(bench.one("select partner || ' ' || kind from platform.outbox where message_id = :id", id))
                .isEqualTo(agent + " FILE_DONE");
    }

    private String drop(String name, String text) throws Exception {
        return files().keep(agent, name, name + "-" + agent, Files.writeString(folder.resolve(name), text));
    }

    /** A bench leases all that is due at once, so the others wait for their lease to end. */
    private void takeEach(String... ids) {
        for (String id : ids) {
            assertThat(bench.takeOnce(id)).as(id).isTrue();
            bench.clock.pass(WorkStore.LEASE.plusSeconds(1));
        }
    }

    private String dropHostile(String name) throws Exception {
        Path file = Path.of(System.getProperty("tongqu.root", ".."))
                .resolve("connectors/files/src/test/resources/hostile")
                .resolve(name);
        return files().keep(agent, file.getFileName().toString(), name + "-" + agent, file);
    }

    private void columns(Map<String, String> ours) {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("""
                                insert into partners.sheet_columns (partner, version, headings, columns, changed_at, changed_by)
                                select :partner, count(*) + 1, :headings, :columns, :now, 'test'
                                from partners.sheet_columns where partner = :partner
                                """)
                        .param("partner", agent)
                        .param("headings", ours.keySet().toArray(String[]::new))
                        .param("columns", ours.values().toArray(String[]::new))
                        .param("now", bench.clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    private DroppedFiles files() {
        return new DroppedFiles(
                bench.parts.store(),
                hub.getBean(Partners.class),
                wall,
                hub.getBean(Wakes.class),
                bench.clock,
                hub.getBean(Ids.class),
                bench.backoff);
    }

    private static String rows(int count) {
        return "销售日期,客户名称,产品编码,数量,单价\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(n -> "2026-02-11,沈阳某厂" + n + ",CK6150," + n + ",380000\n")
                        .collect(Collectors.joining());
    }
}
