package org.tongqu.demo.group;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tongqu.demo.group.Diary.Handed;
import org.tongqu.demo.group.Diary.Page;
import org.tongqu.demo.group.Diary.Told;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wires;
import org.tongqu.demo.line.Words.Visit;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;

/** 演示集团: enters six works and opens them, fills the hub through its public inlets, then lives a gentle day; killed and opened again it doubles nothing. */
public final class Group implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Group.class.getName());

    private final Path home;
    private final Size size;
    private final Clock clock;
    private final Diary diary;
    private final FileChannel lock;
    private final Postman postman;
    private final Branches branches;
    private final Works works;

    private Group(HubLine line, Wires wires, BranchNode node, Path home, Size size, Clock clock)
            throws IOException, InterruptedException {
        this.home = home;
        this.size = size;
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
    public static Group open(URI hub, Wires wires, BranchNode node, Path home, Size size, Clock clock)
            throws IOException, InterruptedException {
        Group group = new Group(new HubLine(hub), wires, node, home, size, clock);
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

    /** Says all of the seed unless the hub was seen to have it; comes back when the hub, or the branches' node, has everything. */
    public void seed() throws IOException, InterruptedException {
        if (!diary.full()) {
            seeding().bring();
        }
    }

    /** Comes back when everything of the seed shows in the hub, and tells what that is, and how long it took since this process began. */
    public void untilFull() throws IOException, InterruptedException {
        if (!diary.full()) {
            Seed seed = seeding();
            seed.untilAnswered();
            postman.untilWorkedOff(branches.awaited() ? size.visits() : 0);
            postman.untilCarried();
            works.untilCaughtUp();
            Duration took = Duration.between(began(), Instant.now());
            diary.markFull(seed.figures());
            LOG.log(
                    System.Logger.Level.INFO,
                    "演示数据已齐 demo full after {0} s: {1} firms, {2}",
                    took.toSeconds(),
                    Firm.all().size(),
                    seed.figures());
        }
        new Channel(postman).enter();
        new Served(postman, diary).enter();
        new Technicians(postman).enter();
        new Coverage(postman, clock).enter();
    }

    private static Instant began() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    private Seed seeding() throws IOException {
        return new Seed(diary.founded(clock), size, home.resolve("drop"), works, branches, postman);
    }

    /** One thing after the other until interrupted, each put down before it is said. */
    public void live(Duration from, Duration to) throws IOException, InterruptedException {
        works.live();
        Day day = new Day(diary.founded(clock), size);
        int number = sayAgain(day);
        while (true) {
            number++;
            Thread.sleep(Luck.of("pause " + number).between(from, to));
            Page page = day.page(number, OffsetDateTime.now(clock));
            diary.turn(page);
            say(page, day);
        }
    }

    private int sayAgain(Day day) throws IOException, InterruptedException {
        Page last = diary.page().orElse(null);
        if (last == null) {
            return 0;
        }
        say(last, day);
        return last.number();
    }

    private void say(Page page, Day day) throws IOException, InterruptedException {
        Visit visit = page.visit();
        Told told = page.told();
        Handed handed = page.handed();
        if (visit != null) {
            branches.handIn(Branch.whose(visit.rep()), visit.rep(), visit);
        } else if (told != null) {
            postman.say(works.wire(told.factory()), Subject.ORDER, told.order());
        } else if (handed != null) {
            new DropFolder(home.resolve("drop").resolve(handed.agent())).leave(day.file(page.number(), handed));
        }
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
