package org.tongqu.hub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words put before PostgreSQL's own command line: a session of its own (Ctrl-C reaches the JVM first), no root rights
 * (PostgreSQL refuses root), and a signal when the JVM dies.
 */
final class Wrapping {
    private static final Logger LOG = LoggerFactory.getLogger(Wrapping.class);
    /** The kernel tells a death only from the moment it was asked to; a parent that died before is seen by its number. */
    private static final String ONLY_UNDER_ITS_PARENT =
            "parent=$1; shift; if [ \"$PPID\" = \"$parent\" ]; then exec \"$@\"; fi; exit 1";

    private Wrapping() {}

    /**
     * The command line for a program that must not outlive this JVM.
     *
     * @param deathSignal what the program gets when the JVM dies, e.g. {@code INT}; a change of user, as by unshare, would
     *     forget it, so it is asked for last
     */
    static List<String> around(List<String> program, String deathSignal) {
        List<String> all = new ArrayList<>();
        if (works("setsid")) {
            all.add("setsid");
        }
        if (isRoot()) {
            if (!works("unshare", "-U", "--")) {
                throw rootWithoutNamespaces();
            }
            all.addAll(List.of("unshare", "-U", "--"));
        }
        if (works("setpriv", "--pdeathsig", deathSignal, "--")) {
            all.addAll(List.of("setpriv", "--pdeathsig", deathSignal, "--"));
            String self = Long.toString(ProcessHandle.current().pid());
            all.addAll(List.of("sh", "-c", ONLY_UNDER_ITS_PARENT, "tongqu", self));
        } else {
            LOG.info(
                    "No setpriv (util-linux) here: after a kill -9 PostgreSQL is stopped by the next start, not at once");
        }
        all.addAll(program);
        return all;
    }

    /** PostgreSQL reads many PG… variables; none of the caller's may change how ours runs. */
    static void cleanEnvironment(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path + ":/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC"));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(String... words) {
        List<String> probe = new ArrayList<>(List.of(words));
        probe.add("true");
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StartRefused rootWithoutNamespaces() {
        return new StartRefused(
                "PostgreSQL 不能以 root 运行,而这里不允许 unshare -U(util-linux 与用户命名空间)。请换普通用户启动,或用 TONGQU_DB_URL 指定外部的 PostgreSQL。",
                "PostgreSQL does not run as root, and unshare -U (util-linux, user namespaces) is missing or forbidden here. "
                        + "Start as an ordinary user, or name an outside PostgreSQL with TONGQU_DB_URL.");
    }
}
