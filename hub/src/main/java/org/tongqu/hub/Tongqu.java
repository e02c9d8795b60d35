package org.tongqu.hub;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Map;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;

/**
 * The one runnable: the launcher's word decides which command runs, in this process and in the foreground.
 * Exit code 0 when done, 1 when refused or when a check found a loss, 2 for a word it does not know.
 */
public final class Tongqu {
    private static final Map<String, Command> COMMANDS = Map.of(
            "start", arguments -> RunningTongqu.runUntilStopped(Settings.of(System.getenv(), false)),
            "demo", arguments -> RunningTongqu.runUntilStopped(Settings.of(System.getenv(), true)),
            "audit", arguments -> Audit.run(Settings.of(System.getenv(), false)),
            "match", arguments -> notBuiltYet("match"));

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
                    "没有 " + name + " 这个命令。可用:start、demo、audit、match。",
                    "There is no command " + name + ". There are: start, demo, audit, match.");
        }
        try {
            return command.run(arguments);
        } catch (StartRefused refused) {
            return refuse(1, refused.zh(), refused.en());
        }
    }

    private static int notBuiltYet(String name) {
        return refuse(1, name + " 尚未建成。", name + " is not built yet.");
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
