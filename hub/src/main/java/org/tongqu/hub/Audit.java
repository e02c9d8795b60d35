package org.tongqu.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.tongqu.hub.platform.AuditRun;
import org.tongqu.hub.platform.Database;
import org.tongqu.hub.platform.RoomAudit;
import org.tongqu.hub.platform.RunningHub;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;
import org.tongqu.hub.platform.Witness;

/** {@code ./tongqu audit}: walks the ledger of the running hub's store and says what it found; exit code 1 on any trouble. */
final class Audit {
    private static final int FINDINGS_SHOWN = 50;

    private Audit() {}

    @SuppressWarnings("SystemOut")
    static int run(Settings settings, List<String> arguments) {
        Witness witness = witness(arguments);
        Database database = RunningHub.databaseOf(settings)
                .orElseThrow(() -> new StartRefused(
                        "这个目录（" + settings.home() + "）上没有运行中的通衢；请先 ./tongqu start，或用 TONGQU_HOME 指明目录。",
                        "No Tongqu is running on " + settings.home()
                                + ": start it first, or name its folder with TONGQU_HOME."));
        AuditRun walk = new AuditRun(database);
        AuditRun.Result result = walk.run(rooms(), witness);
        walk.keep(result);
        result.counts().forEach((name, count) -> System.out.println(name + "\t" + count));
        for (RoomAudit.Trouble trouble : RoomAudit.Trouble.values()) {
            System.out.println(trouble.name().toLowerCase(java.util.Locale.ROOT) + "\t" + result.of(trouble));
        }
        result.findings().stream()
                .limit(FINDINGS_SHOWN)
                .forEach(found -> System.out.println(found.trouble() + "\t" + found.what() + "\t" + found.ref()));
        return result.findings().isEmpty() ? 0 : 1;
    }

    /** {@code --witness FOLDER}, or nothing. */
    private static Witness witness(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Witness.NONE;
        }
        if (arguments.size() == 2
                && arguments.getFirst().equals("--witness")
                && Files.isDirectory(Path.of(arguments.getLast()))) {
            return Witness.read(Path.of(arguments.getLast()));
        }
        throw new StartRefused(
                "audit 只认得 --witness 目录,不认得 " + String.join(" ", arguments) + "。",
                "audit knows --witness FOLDER and not " + String.join(" ", arguments) + ".");
    }

    /** Every room's questions, found as the hub finds its parts, without starting any of them. */
    static List<RoomAudit> rooms() {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(factory, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RoomAudit.class));
        scanner.scan(Audit.class.getPackageName());
        return factory.getBeansOfType(RoomAudit.class).values().stream()
                .sorted(java.util.Comparator.comparing(room -> room.getClass().getName()))
                .toList();
    }
}
