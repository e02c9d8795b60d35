package org.tongqu.hub;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.hub.platform.DemoHome;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;

/**
 * The one runnable: the launcher's word decides which command runs, in this process and in the foreground.
 * Exit code 0 when done, 1 when refused or when a check found a loss, 2 for a word it does not know.
 */
public final class Tongqu {
    private static final Map<String, Command> COMMANDS = Map.of(
            "start", arguments -> RunningTongqu.runUntilStopped(Settings.of(System.getenv(), false)),
            "demo", Tongqu::demo,
            "backup", arguments -> Backup.write(Settings.of(System.getenv(), false), arguments),
            "restore", arguments -> Backup.restore(Settings.of(System.getenv(), false), arguments),
            "audit", arguments -> Audit.run(Settings.of(System.getenv(), false), arguments),
            "match", MatchCommand::run);

    private Tongqu() {}

    public static void main(String[] words) {
        // Nothing in the hub reads serialised Java, so nothing that a stranger sends may ever be read as such.
        ObjectInputFilter.Config.setSerialFilter(object -> ObjectInputFilter.Status.REJECTED);
        List<String> all = List.of(words);
        String name = all.isEmpty() ? "start" : all.getFirst();
        System.exit(run(name, all.subList(Math.min(1, all.size()), all.size())));
    }

    private static int run(String name, List<String> arguments) {
        Command command = COMMANDS.get(name);
        if (command == null) {
            return refuse(
                    2,
                    "没有 " + name + " 这个命令。可用:start、demo、audit、backup、restore、match。",
                    "There is no command " + name + ". There are: start, demo, audit, backup, restore, match.");
        }
        try {
            return command.run(arguments);
        } catch (StartRefused refused) {
            return refuse(1, refused.zh(), refused.en());
        }
    }

    private static int demo(List<String> arguments) {
        Settings settings = Settings.of(System.getenv(), true);
        if (arguments.equals(List.of("--reset"))) {
            tellReset(settings, new DemoHome(settings).reset());
        } else if (!arguments.isEmpty()) {
            return refuse(
                    2,
                    "demo 只认得 --reset，不认得 " + String.join(" ", arguments) + "。",
                    "demo knows --reset and not " + String.join(" ", arguments) + ".");
        }
        return RunningTongqu.runUntilStopped(settings);
    }

    private static void tellReset(Settings settings, Optional<Long> gone) {
        System.out.println(
                gone.map(files -> "已清空演示目录 " + settings.home() + "（" + files + " 个文件），重新开始。\nThe demo's home "
                                + settings.home() + " was emptied (" + files + " files); it starts anew.")
                        .orElse("目录 " + settings.home() + " 里还没有演示，直接开始。\nThere is no demo in " + settings.home()
                                + " yet; it just starts."));
    }

    private static int refuse(int exitCode, String zh, String en) {
        System.err.println(zh);
        System.err.println(en);
        return exitCode;
    }

    /** One word of the launcher; what it returns is the exit code. */
    interface Command {
        int run(List<String> arguments);
    }
}
