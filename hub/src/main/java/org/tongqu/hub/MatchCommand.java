package org.tongqu.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.hub.matching.MatchFiles;
import org.tongqu.hub.platform.StartRefused;

/** {@code ./tongqu match RECORDS.csv CLUSTERS.csv [--why WHY.csv]}: needs no server and touches no store. */
final class MatchCommand {
    private MatchCommand() {}

    @SuppressWarnings("SystemOut")
    static int run(List<String> arguments) {
        boolean explained = arguments.size() == 4 && arguments.get(2).equals("--why");
        if (arguments.size() != 2 && !explained) {
            throw new StartRefused(
                    "用法：match 记录.csv 结果.csv [--why 理由.csv]", "Usage: match RECORDS.csv CLUSTERS.csv [--why WHY.csv]");
        }
        Optional<Path> why = explained ? Optional.of(Path.of(arguments.getLast())) : Optional.empty();
        long start = System.nanoTime();
        MatchFiles.run(Path.of(arguments.get(0)), Path.of(arguments.get(1)), why, System.out::println);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        System.out.println(String.format(Locale.ROOT, "用时 %.1f 秒。%nIt took %.1f seconds.", seconds, seconds));
        return 0;
    }
}
