package org.tongqu.demo.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.demo.line.PaperHub;
import org.tongqu.demo.line.PaperHub.Told;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.line.Words.Customer;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Uscc;

class GroupTest {
    private static final String VISITS = "/api/v1/visits";
    private static final String ORDERS = "/api/v1/orders";
    private static final Clock OPENING_DAY = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), BeijingTime.ZONE);
    private static final Clock NEXT_MONTH = Clock.fixed(Instant.parse("2026-12-24T02:00:00Z"), BeijingTime.ZONE);

    @TempDir
    Path home;

    private PaperHub hub;

    @BeforeEach
    void hubIsThere() throws IOException {
        hub = new PaperHub();
    }

    @AfterEach
    void hubGoes() {
        hub.close();
    }

    @Test
    void fillsAnEmptyHubSoThatEveryPageHasSomethingToSay() throws Exception {
        seed(OPENING_DAY);

        assertThat(hub.kept(VISITS)).hasSize(60);
        assertThat(orderNumbers()).hasSize(42);
        assertThat(hub.endpoints()).hasSize(6).containsKeys("factory-mt1", "factory-printing");
        assertThat(needs()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(needs()).filteredOn(need -> need.path("parts").size() >= 3).hasSizeGreaterThanOrEqualTo(5);
        assertThat(needs())
                .anyMatch(need -> !need.has("budget"))
                .anyMatch(need -> need.path("parts").size() == 1);
        assertThat(files()).hasSize(5);
    }

    @Test
    void everyPartnerIsEnteredThroughThePublicInterfaceWithAllThatIsSettledAboutIt() throws Exception {
        Group.enterOnly(hub.address());

        assertThat(hub.register().partners()).hasSize(72);
        assertThat(hub.register().partner("agent-a001").path("name").asText()).isEqualTo("沈阳盛达机电代理有限公司");
        assertThat(hub.register().partner("branch-ne").path("region").asText()).isEqualTo("NE");
        assertThat(hub.register()
                        .partner("factory-printing")
                        .at("/profile/agents")
                        .asInt())
                .isEqualTo(67);
        assertThat(hub.register().partner("factory-boiler").at("/zones/zones/3").toString())
                .isEqualTo("{\"zone\":\"出口\",\"export\":true,\"provinces\":[]}");
        assertThat(hub.register().rules())
                .containsKeys("CRANE", "MACHINE_TOOL.GRINDING")
                .hasSize(8);
    }

    @Test
    void whatIsEnteredAlreadyStaysAsSomebodyLaterChangedIt() throws Exception {
        Group.enterOnly(hub.address());
        int once = hub.register().changes();

        Group.enterOnly(hub.address());

        assertThat(hub.register().changes()).isEqualTo(once);
    }

    @Test
    void visitsComeFromTheRepOfTheBranchInTheOneFormat() throws Exception {
        seed(OPENING_DAY);

        assertThat(hub.kept(VISITS)).allSatisfy(told -> {
            JsonNode visit = told.words();
            assertThat(visit.path("rep").asText()).isEqualTo(told.user());
            assertThat(visit.path("visitNo").asText()).matches("(NE|N|E|CS|SW|NW)-202[56]-1\\d{5}");
            assertThat(told.user())
                    .startsWith("rep-"
                            + visit.path("visitNo").asText().split("-", 2)[0].toLowerCase(java.util.Locale.ROOT));
            assertThat(visit.path("formatVersion").asInt()).isEqualTo(1);
        });
    }

    @Test
    void theSameFirmsAreMetInVisitsOrdersAndAgentsFiles() throws Exception {
        seed(OPENING_DAY);

        Set<String> visited = customers(VISITS);
        Set<String> ordering = customers(ORDERS);
        String reported = reported();
        assertThat(visited).hasSizeGreaterThanOrEqualTo(36);
        assertThat(firms(Firm::asOrdered, ordering)).anyMatch(firms(Firm::asVisited, visited)::contains);
        assertThat(firms(Firm::asVisited, visited)).anyMatch(firm -> reported.contains(firm.asTyped()));
        assertThat(codes()).isNotEmpty().allMatch(Uscc::holds);
    }

    @Test
    void aMonthLaterItSaysTheSameAgainWordForWord() throws Exception {
        seed(OPENING_DAY);
        Map<String, JsonNode> first = new TreeMap<>(hub.keptWords());
        List<Path> filesBefore = files();

        seed(NEXT_MONTH);
        assertThat(hub.conflicts()).isEmpty();
        assertThat(hub.duplicates()).isEqualTo(first.size());
        assertThat(new TreeMap<>(hub.keptWords())).isEqualTo(first);
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void aFileTheHubHasTakenIsNotLeftAgain() throws Exception {
        seed(OPENING_DAY);
        Path agent = home.resolve("drop/agent-a002");
        Path file = agent.resolve("in/sales-2026-10.csv");
        Files.createDirectories(agent.resolve("done"));
        Files.move(file, agent.resolve("done/sales-2026-10.csv"));

        seed(OPENING_DAY);
        assertThat(file).doesNotExist();
    }

    @Test
    void aHubThatStumblesStillHearsEverythingOnce() throws Exception {
        hub.failsNext(3);
        hub.losesNextReplies(2);
        seed(OPENING_DAY);

        assertThat(hub.stillFails()).isFalse();
        assertThat(hub.kept(VISITS)).hasSize(60);
        assertThat(hub.conflicts()).isEmpty();
    }

    @Test
    void aNodeThatDoesNotComeUpHoldsNoVisitBack() throws Exception {
        Path noProgram = Files.writeString(home.resolve("branch.jar"), "no program");
        BranchNode node = new BranchNode(noProgram, home.resolve("branches"), hub.address(), Optional.empty());
        try (Group group = Group.open(hub.address(), Wires.plain(hub.address()), node, home, Size.SMALL, OPENING_DAY)) {
            group.openBranches();
            group.seed();
        }

        assertThat(hub.kept(VISITS)).hasSize(60);
        assertThat(home.resolve("branches/node.log")).content().contains("branch.jar");
    }

    @Test
    void noFactoryLogsInBeforeItIsAPartner() throws Exception {
        Wires known = (kind, factory) -> {
            assertThat(hub.register().partner(factory)).as(factory).isNotEmpty();
            return Wires.plain(hub.address()).of(kind, factory);
        };

        Group.open(hub.address(), known, none(), home, Size.SMALL, OPENING_DAY).close();

        assertThat(hub.endpoints()).hasSize(6);
    }

    @Test
    void theDayGoesOnVisitByVisitAndAfterAStopWithTheNextNumber() throws Exception {
        live(3, OPENING_DAY);
        live(6, OPENING_DAY);
        live(9, NEXT_MONTH);

        List<Integer> numbers = numbers();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(9);
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number > 200_000);
        assertThat(hub.conflicts()).isEmpty();
    }

    @Test
    void keepsOffWhatBelongsToOthers() throws Exception {
        seed(OPENING_DAY);
        live(62, OPENING_DAY);

        assertThat(hub.keptWords().toString()).doesNotContain("agent-a001", "KILL", "BAR");
        assertThat(home.resolve("drop/agent-a001")).doesNotExist();
    }

    /** Without the branches' node. */
    private Group opened(Clock clock) throws IOException, InterruptedException {
        return Group.open(hub.address(), Wires.plain(hub.address()), none(), home, Size.SMALL, clock);
    }

    private BranchNode none() {
        return new BranchNode(home.resolve("no.jar"), home.resolve("branches"), hub.address(), Optional.empty());
    }

    private void seed(Clock clock) throws IOException, InterruptedException {
        try (Group group = opened(clock)) {
            group.seed();
        }
    }

    /** Lives until the hub keeps so many visits. */
    private void live(int visits, Clock clock) throws Exception {
        try (Group group = opened(clock)) {
            Thread day = Thread.ofVirtual().start(() -> day(group));
            await().until(() -> hub.kept(VISITS).size() >= visits);
            day.interrupt();
            day.join();
        }
    }

    private static void day(Group group) {
        try {
            group.live(Duration.ofMillis(1), Duration.ofMillis(5));
        } catch (InterruptedException evening) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private List<JsonNode> needs() {
        return hub.kept(VISITS).stream()
                .flatMap(told -> elements(told.words().path("needs")))
                .toList();
    }

    /** An order that was changed is kept in each of its revisions. */
    private Set<String> orderNumbers() {
        return hub.kept(ORDERS).stream()
                .map(told -> told.words().path("orderNo").asText())
                .collect(Collectors.toSet());
    }

    private List<Integer> numbers() {
        return hub.kept(VISITS).stream()
                .map(told -> told.words().path("visitNo").asText())
                .map(visitNo -> Integer.valueOf(visitNo.substring(visitNo.length() - 6)))
                .sorted()
                .toList();
    }

    /** Whoever is meant by names that each kind of source spells in its own way. */
    private static Set<Firm> firms(Function<Firm, Customer> spelt, Set<String> names) {
        return Firm.all().stream()
                .filter(firm -> names.contains(spelt.apply(firm).name()))
                .collect(Collectors.toSet());
    }

    private Set<String> customers(String path) {
        return hub.kept(path).stream()
                .map(told -> told.words().at("/customer/name").asText())
                .collect(Collectors.toSet());
    }

    private List<String> codes() {
        return hub.kept(VISITS).stream()
                .map(Told::words)
                .filter(words -> words.at("/customer").has("uscc"))
                .map(words -> words.at("/customer/uscc").asText())
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("drop"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String reported() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files()) {
            boolean old = file.toString().contains("a003") || file.toString().contains("a005");
            texts.add(Files.readString(file, old ? Charset.forName("GB18030") : StandardCharsets.UTF_8));
        }
        return String.join("\n", texts);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
