package org.tongqu.demo.group;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.Agent;

/** 开业前的历史: all that fills an empty hub, through the inlets everybody uses: agents' folders, factories' own wires, the branches' node. */
final class Seed {
    /** The last of all agents have never sent anything. */
    static final int SILENT_AGENTS = 3;

    /** Files that lie in folders at a time: the hub has other things to do. */
    private static final int FILES_AT_A_TIME = 16;

    private static final String RULES = "/api/v1/reconciliation/rules";
    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private final Path drop;
    private final Works works;
    private final Branches branches;
    private final Postman postman;
    private final List<AgentFile> files;
    private final OrderBook orders;
    private final VisitBook visits;
    private final AgentOrders agentOrders;
    private final YearMonth last;

    /** Whether agents' earlier months are told at all. */
    private final boolean looksBack;

    Seed(LocalDate founded, Size size, Path drop, Works works, Branches branches, Postman postman) {
        Seasons seasons = new Seasons(founded.minusDays(1), size.months());
        Sales sales = new Sales(size, seasons);
        this.drop = drop;
        this.works = works;
        this.branches = branches;
        this.postman = postman;
        this.files = files(founded, size, sales, seasons);
        this.orders = new OrderBook(founded, size);
        this.visits = new VisitBook(founded, size, sales);
        this.last = YearMonth.from(founded).minusMonths(1);
        this.looksBack = size.histories() > 0;
        this.agentOrders = new AgentOrders(
                last, looksBack ? Agent.ours().stream().limit(size.monthly()).toList() : List.of(), sales);
    }

    static List<AgentFile> files(LocalDate founded, Size size, Sales sales, Seasons seasons) {
        YearMonth last = YearMonth.from(founded).minusMonths(1);
        List<Agent> agents = Agent.ours();
        List<YearMonth> earlier =
                seasons.months().stream().filter(month -> month.isBefore(last)).toList();
        Stream<AgentFile> histories = agents.stream()
                .limit(size.histories())
                .map(agent -> AgentFile.history(
                        agent,
                        earlier.stream().map(month -> sales.of(agent, month)).toList()));
        Stream<AgentFile> reports = agents.stream()
                .limit(size.monthly())
                .map(agent -> AgentFile.monthly(agent, last, sales.of(agent, last)));
        Stream<AgentFile> wrong = size.histories() == 0
                ? Stream.of()
                : Stream.of(AgentFile.wrong(agents.get(11), "export.xls"), AgentFile.stock(agents.get(17)));
        return Stream.of(histories, reports, wrong).flatMap(file -> file).toList();
    }

    /** Comes back when the hub, or the branches' node, has everything and the agents' files lie where the hub finds them. */
    void bring() throws IOException, InterruptedException {
        if (looksBack) {
            compareFrom();
        }
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            all.add(hands.submit(() -> {
                leaveFiles();
                return 0;
            }));
            Works.CODES.forEach(factory -> all.add(hands.submit(() -> {
                say(factory);
                return 0;
            })));
            all.add(hands.submit(() -> {
                handIn();
                return 0;
            }));
            finish(all, hands);
        }
    }

    /** Years of agents' history are there to be looked at; what is held against the factories' shipments begins with last month. */
    private void compareFrom() throws InterruptedException {
        if (!postman.ask(RULES, DESK).path("versions").path(0).has("from")) {
            postman.post(RULES, DESK, Map.of("lagDays", 7, "graceDays", 10, "from", last.toString(), "why", "从上月起对账"));
        }
    }

    private static void finish(List<Future<?>> all, ExecutorService hands) throws IOException, InterruptedException {
        try {
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            hands.shutdownNow();
        }
    }

    private void leaveFiles() throws IOException, InterruptedException {
        for (int place = 0; place < files.size(); place++) {
            await(files.subList(0, place), FILES_AT_A_TIME - 1);
            AgentFile file = files.get(place);
            folder(file).leave(file);
        }
    }

    /** Comes back when the hub has told what became of all files. */
    void untilAnswered() throws InterruptedException {
        await(files, 0);
    }

    private void await(List<AgentFile> left, int unanswered) throws InterruptedException {
        while (left.stream().filter(file -> !folder(file).answered(file)).count() > unanswered) {
            Thread.sleep(LOOKS_EVERY);
        }
    }

    private DropFolder folder(AgentFile file) {
        return new DropFolder(drop.resolve(file.agent()));
    }

    private void say(String factory) throws InterruptedException {
        for (Order order : orders.of(factory)) {
            postman.say(works.wire(factory), Subject.ORDER, order);
        }
        for (Order order : agentOrders.of(factory)) {
            postman.say(works.wire(factory), Subject.ORDER, order);
        }
    }

    private void handIn() throws InterruptedException {
        for (Branch branch : Branch.ALL) {
            var byRep = visits.seed(branch).stream().collect(Collectors.groupingBy(Visit::rep));
            for (var rep : byRep.entrySet()) {
                branches.handIn(branch, rep.getKey(), rep.getValue());
            }
        }
    }

    /** What it holds, for the log. */
    String figures() {
        List<Visit> all = Branch.ALL.stream()
                .flatMap(branch -> visits.seed(branch).stream())
                .toList();
        long said = Works.CODES.stream()
                .flatMap(factory -> Stream.concat(orders.of(factory).stream(), agentOrders.of(factory).stream()))
                .map(Order::orderNo)
                .distinct()
                .count();
        return "%d visits with %d needs, %d orders, %d agents' files with %d lines"
                .formatted(
                        all.size(),
                        all.stream().mapToInt(visit -> visit.needs().size()).sum(),
                        said,
                        files.size(),
                        files.stream().mapToLong(AgentFile::rows).sum());
    }
}
