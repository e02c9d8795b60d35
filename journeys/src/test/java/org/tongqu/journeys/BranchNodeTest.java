package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Branches behind a bad line: what their node acknowledged reaches the hub in order, once in effect, whatever happens to line, node and disk. */
@ExtendWith(SharedGroup.class)
class BranchNodeTest {
    private static final Map<String, String> PROVINCES =
            new TreeMap<>(Map.of("NE", "黑龙江省", "N", "河北省", "E", "江苏省", "CS", "湖北省", "SW", "四川省", "NW", "陕西省"));

    private final Group group;
    private final String mark = Messages.number("BR");

    BranchNodeTest(Group group) {
        this.group = group;
    }

    private String visitNo(int n) {
        return mark + "-" + n;
    }

    private ObjectNode visit(int n, String rep, String province) {
        return Messages.visit(visitNo(n), rep, Messages.customer(mark + province + "轴承厂", province, "省会"));
    }

    /** As many lines of NDJSON. */
    private String lines(int from, int to, String rep, String province) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> visit(n, rep, province).toString())
                .collect(Collectors.joining("\n"));
    }

    private static Reply post(Caller branch, String lines) {
        return branch.with("Content-Type", "application/x-ndjson")
                .call("POST", "/api/v1/visits", BodyPublishers.ofString(lines))
                .expect(202);
    }

    @Test
    @Tag("S4-03")
    void cut_for_days_restarted_and_killed_the_node_loses_none_of_two_thousand_visits() throws IOException {
        String rep = "rep-nw-1";
        try (CuttableLine line = CuttableLine.to(group.hub().url().getPort());
                BranchNode node = BranchNode.towards(line.url(), "branch-nw").start()) {
            post(node.as("branch-nw"), lines(1, 1000, rep, "陕西省"));
            node.stop();
            node.start();
            post(node.as("branch-nw"), lines(1001, 1900, rep, "陕西省"));
            node.kill9();
            node.start();
            Files.writeString(node.folder("branch-nw").resolve("in/甘肃.ndjson"), lines(1851, 2100, rep, "甘肃省"), UTF_8);
            assertThat(receiptOf(node, "甘肃.ndjson")).contains("\"rows\":250", "\"accepted\":200", "\"refused\":50");
            assertThat(node.line("branch-nw").path("waiting").asLong()).isEqualTo(2100);
            assertThat(node.line("branch-nw").path("cutSince").isTextual()).isTrue();

            line.restore();

            assertThat(node.untilAllIsTold("branch-nw").path("last").asLong()).isEqualTo(2100);
            JsonNode seen = branch("branch-nw");
            assertThat(seen.path("completeThrough").asLong()).isEqualTo(2100);
            assertThat(seen.path("waiting").asLong()).isBetween(0L, 200L);
            assertThat(seen.path("conflicts")).isEmpty();
            assertThat(messages("branch-nw")).hasSize(2100).doesNotHaveDuplicates();
        }
    }

    private static String receiptOf(BranchNode node, String name) throws IOException {
        Path receipt = node.folder("branch-nw").resolve("out").resolve(name + ".receipt.json");
        Watching.until("receipt of " + name, () -> Files.exists(receipt), there -> there);
        return Files.readString(receipt);
    }

    @Test
    void a_line_that_breaks_in_the_middle_of_every_call_still_brings_each_visit_once() {
        try (CuttableLine line = CuttableLine.to(group.hub().url().getPort());
                BranchNode node = BranchNode.towards(line.url(), "branch-e").start()) {
            post(node.as("branch-e"), lines(1, 600, "rep-e-1", "江苏省"));
            for (long bytes : new long[] {30_000, 150_000, 90_000}) {
                line.restore();
                line.cutAfter(bytes);
            }
            line.restore();

            node.untilAllIsTold("branch-e");

            assertThat(messages("branch-e")).hasSize(600).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_old_copy_of_its_disk_put_back_loses_nothing_doubles_nothing_and_is_shown() {
        String branch = "branch-sw";
        Path copy = Product.freshFolder("old-disk");
        try (BranchNode node = BranchNode.towards(group.hub().url(), branch).start()) {
            post(node.as(branch), lines(1, 100, "rep-sw-1", "四川省"));
            node.untilAllIsTold(branch);
            node.stop();
            node.copyDisk(branch, copy);
            node.start();
            post(node.as(branch), lines(101, 150, "rep-sw-1", "四川省"));
            node.untilAllIsTold(branch);
            String firstLine = node.line(branch).path("line").asText();
            node.stop();

            node.putDiskBack(branch, copy);
            node.start();
            post(node.as(branch), lines(141, 180, "rep-sw-1", "四川省"));
            JsonNode told = node.untilAllIsTold(branch);

            assertThat(told.path("line").asText()).isNotEqualTo(firstLine);
            assertThat(told.path("conflict").path("at").asLong()).isEqualTo(101);
            assertThat(messages(branch)).hasSize(180).doesNotHaveDuplicates();
            JsonNode seen = branch(branch);
            assertThat(seen.path("base").asLong()).isEqualTo(150);
            assertThat(seen.path("completeThrough").asLong()).isEqualTo(190);
            assertThat(seen.path("conflicts")).hasSize(1);
            JsonNode conflict = seen.path("conflicts").path(0);
            assertThat(conflict.path("at").asLong()).isEqualTo(101);
            assertThat(conflict.path("completeThrough").asLong()).isEqualTo(150);
            assertThat(conflict.path("nextLine").asText())
                    .isEqualTo(told.path("line").asText());
            assertThat(node.visit(branch, visitNo(145)).path("messageId").asText())
                    .as("the hub knew this visit from the first life of the disk")
                    .isIn(messageIds(branch));
        }
    }

    @Test
    @Tag("S4-03")
    void six_branches_in_one_node_each_bring_their_own_region_to_headquarters() {
        String[] branches =
                PROVINCES.keySet().stream().map(BranchNodeTest::code).toArray(String[]::new);
        try (BranchNode node = BranchNode.towards(group.hub().url(), branches).start()) {
            int n = 0;
            for (Map.Entry<String, String> each : PROVINCES.entrySet()) {
                String rep = "rep-" + each.getKey().toLowerCase(Locale.ROOT) + "-1";
                String branch = code(each.getKey());
                node.as(branch)
                        .post("/api/v1/visits", visit(++n, rep, each.getValue()))
                        .expect(202);
            }
            for (String branch : branches) {
                node.untilAllIsTold(branch);
            }

            List<JsonNode> customers = Watching.until(
                    "six customers",
                    () -> group.as("desk").all("/api/v1/customers?q=" + Caller.encoded(mark)),
                    seen -> seen.size() == 6);
            assertThat(customers.stream()
                            .map(customer -> customer.path("region").asText()))
                    .containsExactlyInAnyOrderElementsOf(PROVINCES.keySet());
            for (String region : PROVINCES.keySet()) {
                String rep = "rep-" + region.toLowerCase(Locale.ROOT) + "-2";
                assertThat(group.as(rep).all("/api/v1/customers?q=" + Caller.encoded(mark)))
                        .extracting(customer -> customer.path("region").asText())
                        .containsExactly(region);
            }
            assertThat(Json.texts(
                            group.as("mgr-n").get("/api/v1/branches").json().path("items"), "branch"))
                    .containsExactly("branch-n");
        }
    }

    private static String code(String region) {
        return "branch-" + region.toLowerCase(Locale.ROOT);
    }

    @Test
    @Tag("S4-07")
    void the_same_record_arrives_intact_from_the_branch_node_and_by_rest_and_is_one() {
        ObjectNode visit = Messages.visitWithNeed(
                visitNo(1), "rep-cs-1", Messages.customer(mark + "车桥厂", "湖北省", "武汉市"), "BOILER×1");
        visit.put("rememberedToo", "领带颜色");
        try (BranchNode node =
                BranchNode.towards(group.hub().url(), "branch-cs").start()) {
            node.as("branch-cs").post("/api/v1/visits", visit).expect(202);
            node.untilAllIsTold("branch-cs");
            String message =
                    node.visit("branch-cs", visitNo(1)).path("messageId").asText();

            Caller rep = group.as("rep-cs-1");
            assertThat(rep.get("/api/v1/messages/" + message + "/payload")
                            .expect(200)
                            .json())
                    .isEqualTo(visit);
            assertThat(rep.get("/api/v1/messages/" + message)
                            .json()
                            .path("channel")
                            .asText())
                    .isEqualTo("BRANCH");
            JsonNode again = rep.post("/api/v1/visits", visit).expect(202).receipt();
            assertThat(again.path("status").asText()).isEqualTo("DUPLICATE");
            assertThat(again.path("messageId").asText()).isEqualTo(message);
            Watching.needOfVisit(rep, visitNo(1));
        }
    }

    @Test
    @Tag("S4-07")
    void by_its_queue_the_same_record_arrives_intact_and_with_the_broker_cut_rest_takes_over_and_back() {
        ObjectNode first = visit(1, "rep-n-2", "河北省");
        first.put("rememberedToo", "领带颜色");
        try (CuttableLine broker = CuttableLine.to(group.hub().brokerPort()).restore();
                BranchNode node = BranchNode.towards(group.hub().url(), "branch-n")
                        .with("TONGQU_HUB_BROKER", "tcp://127.0.0.1:" + broker.port())
                        .start()) {
            node.as("branch-n").post("/api/v1/visits", first).expect(202);
            JsonNode line = node.untilAllIsTold("branch-n");
            assertThat(line.path("carrier").asText()).isEqualTo("JMS");
            String message =
                    node.visit("branch-n", visitNo(1)).path("messageId").asText();
            Caller rep = group.as("rep-n-2");
            assertThat(rep.get("/api/v1/messages/" + message + "/payload")
                            .expect(200)
                            .json())
                    .isEqualTo(first);

            broker.cut();
            post(node.as("branch-n"), lines(2, 300, "rep-n-2", "河北省"));
            assertThat(node.untilAllIsTold("branch-n").path("carrier").asText()).isEqualTo("REST");

            broker.restore();
            Watching.until(
                    "the queue is taken again",
                    Duration.ofMinutes(2),
                    () -> node.line("branch-n").path("carrier").asText(),
                    carrier -> carrier.equals("JMS"));
            post(node.as("branch-n"), lines(301, 600, "rep-n-2", "河北省"));
            assertThat(node.untilAllIsTold("branch-n").path("last").asLong()).isEqualTo(600);
            assertThat(messages("branch-n")).hasSize(600).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_the_hub_refuses_is_told_at_the_node_and_a_corrected_visit_goes_through() {
        ObjectNode visit =
                Messages.visitWithNeed(visitNo(1), "rep-n-1", Messages.customer(mark + "厂", "河北省", "石家庄市"), "ROCKET×1");
        try (BranchNode node = BranchNode.towards(group.hub().url(), "branch-n").start()) {
            node.as("branch-n").post("/api/v1/visits", visit).expect(202);
            node.untilAllIsTold("branch-n");
            JsonNode refused = node.visit("branch-n", visitNo(1));
            assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
            assertThat(refused.path("errors").path(0).path("pointer").asText())
                    .isEqualTo("/needs/0/parts/0/productClass");

            node.as("branch-n")
                    .post(
                            "/api/v1/visits",
                            Messages.visitWithNeed(
                                    visitNo(1), "rep-n-1", Messages.customer(mark + "厂", "河北省", "石家庄市"), "CRANE×1"))
                    .expect(202);
            node.untilAllIsTold("branch-n");

            assertThat(node.visit("branch-n", visitNo(1)).path("state").asText())
                    .isEqualTo("KEPT");
        }
    }

    @Test
    void a_wrong_key_is_said_clearly_and_the_visits_wait() {
        try (BranchNode node = BranchNode.towards(group.hub().url(), "branch-ne")
                .with("TONGQU_BRANCH_KEY", "wrong")
                .start()) {
            node.said().line("WRONG_KEY", Duration.ofSeconds(30));
            assertThat(node.said().toString()).contains("总站不认本大区的密钥", "the hub does not know this branch's key");
        }
    }

    @Test
    void a_data_folder_of_another_branch_is_refused_by_the_hub_in_words() {
        Path copy = Product.freshFolder("stolen-disk");
        try (BranchNode theirs =
                BranchNode.towards(group.hub().url(), "branch-ne").start()) {
            post(theirs.as("branch-ne"), lines(1, 3, "rep-ne-1", "辽宁省"));
            theirs.untilAllIsTold("branch-ne");
            theirs.stop();
            theirs.copyDisk("branch-ne", copy);
        }
        try (BranchNode node = BranchNode.towards(group.hub().url(), "branch-sw")) {
            node.putDiskBack("branch-sw", copy);
            node.start();

            node.said().line("NOT_YOUR_LINE", Duration.ofSeconds(30));
            assertThat(node.line("branch-sw").path("denied").asBoolean()).isTrue();
        }
    }

    @Test
    void a_node_is_ready_soon_and_small() {
        try (BranchNode node =
                BranchNode.towards(group.hub().url(), "branch-cs").start()) {
            post(node.as("branch-cs"), lines(1, 500, "rep-cs-1", "湖北省"));
            node.untilAllIsTold("branch-cs");
            System.out.printf(
                    Locale.ROOT,
                    "branch_node_ready\t%.2f\ts\tfrom the start of its process, aim under 3%n",
                    node.readyAfter().toMillis() / 1000.0);
            System.out.printf(
                    Locale.ROOT,
                    "branch_node_rss\t%d\tMB\tafter 500 visits went up, aim under 150%n",
                    node.residentMegabytes());
            assertThat(node.residentMegabytes()).isLessThan(250);
        }
    }

    private JsonNode branch(String code) {
        return Json.list(group.as("desk")
                        .get("/api/v1/branches")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(branch -> branch.path("branch").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Visit numbers of this test's messages that the journal kept as new, by whatever line they came. */
    private List<String> messages(String branch) {
        return mine(branch).stream().map(BranchNodeTest::visitNoOf).toList();
    }

    private Set<String> messageIds(String branch) {
        return mine(branch).stream()
                .map(message -> message.path("id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> mine(String branch) {
        List<JsonNode> mine = new ArrayList<>();
        for (JsonNode message : group.as("desk").all("/api/v1/messages?kind=VISIT&partner=" + branch)) {
            if (visitNoOf(message).startsWith(mark + "-")) {
                mine.add(message);
            }
        }
        return mine;
    }

    private static String visitNoOf(JsonNode message) {
        return Json.list(message.path("keys")).stream()
                .filter(key -> key.path("name").asText().equals("VISIT_NO"))
                .map(key -> key.path("value").asText())
                .findFirst()
                .orElse("");
    }
}
