package org.tongqu.demo.group;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.tongqu.demo.group.Diary.Page;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.Luck;

/** 演示集团: enters six works and opens them, fills the hub through its public inlets, then lives a gentle day; killed and opened again it doubles nothing. */
public final class Group implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Group.class.getName());

    private final Path home;
    private final Clock clock;
    private final Diary diary;
    private final FileChannel lock;
    private final Postman postman;
    private final Branches branches;
    private final Works works;

    private Group(HubLine line, Wires wires, BranchNode node, Path home, Clock clock)
            throws IOException, InterruptedException {
        this.home = home;
        this.clock = clock;
        this.diary = new Diary(home.resolve("demo"));
        this.lock = lockedAlone(home.resolve("demo/lock"));
        this.postman = new Postman(line);
        this.branches = new Branches(line, node);
        enter(postman);
        this.works = Works.open(home.resolve("demo/factories"), wires, clock);
    }

    /**
     * Waits for an older group on the same home to be gone and for the hub, and enters the group: who belongs to it, what is settled about
     * them, and where the works are reached. The works open last, so that none logs in anywhere before it is known.
     */
    public static Group open(URI hub, Wires wires, BranchNode node, Path home, Clock clock)
            throws IOException, InterruptedException {
        Group group = new Group(new HubLine(hub), wires, node, home, clock);
        group.diary.note("factories.json", group.works.ports());
        group.works.register(group.postman);
        return group;
    }

    /** Enters the group alone, for somebody who plays its factories by other means. */
    public static void enterOnly(URI hub) throws InterruptedException {
        enter(new Postman(new HubLine(hub)));
    }

    private static void enter(Postman postman) throws InterruptedException {
        postman.untilReady();
        new Enrolment(postman).enter();
    }

    /** Starts the branches' node, or tells that there is none. */
    public void openBranches() throws InterruptedException {
        branches.open();
    }

    /** Says all of the seed; comes back when the hub, or the branches' node, has everything. */
    public void seed() throws IOException, InterruptedException {
        LocalDate founded = diary.founded(clock);
        OrderBook orders = new OrderBook(founded);
        for (String factory : Works.CODES) {
            for (Order order : orders.of(factory)) {
                postman.say(works.wire(factory), Subject.ORDER, order);
            }
        }
        leaveFiles(YearMonth.from(founded).minusMonths(1));
        VisitBook visits = new VisitBook(founded);
        for (Branch branch : Branch.ALL) {
            branches.handIn(branch, visits.seed(branch));
        }
        LOG.log(
                System.Logger.Level.INFO,
                "演示数据已送达 demo data is in: {0} visits, {1} orders, {2} files",
                VisitBook.SEED,
                OrderBook.PER_FACTORY * Works.CODES.size(),
                AgentFile.agents().size());
    }

    private void leaveFiles(YearMonth month) throws IOException {
        for (String agent : AgentFile.agents()) {
            new DropFolder(home.resolve("drop").resolve(agent)).leave(AgentFile.of(agent, month));
        }
    }

    /** One visit after the other until interrupted, each put down before it is sent. */
    public void live(Duration from, Duration to) throws IOException, InterruptedException {
        VisitBook visits = new VisitBook(diary.founded(clock));
        int number = sendAgain();
        while (true) {
            number++;
            Thread.sleep(Luck.of("pause " + number).between(from, to));
            Page page = new Page(number, visits.live(number, OffsetDateTime.now(clock)));
            diary.turn(page);
            send(page.visit());
        }
    }

    private int sendAgain() throws IOException, InterruptedException {
        Page last = diary.page().orElse(null);
        if (last == null) {
            return 0;
        }
        send(last.visit());
        return last.number();
    }

    private void send(Visit visit) throws InterruptedException {
        branches.handIn(Branch.whose(visit.rep()), visit);
    }

    private static FileChannel lockedAlone(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int tries = 0; tries < 100; tries++) {
            if (channel.tryLock() != null) {
                return channel;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IOException("同一目录已有演示集团在运行 another demo group runs on " + file);
    }

    @Override
    public void close() throws IOException {
        works.close();
        branches.close();
        lock.close();
    }
}
