package org.tongqu.hub.platform;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words put before PostgreSQL's own command line: a session of its own (Ctrl-C reaches the JVM first), no root rights
 * (PostgreSQL refuses root), and a signal when the JVM dies. Found out once for the machine we are on.
 */
final class Wrapping {
    private static final Logger LOG = LoggerFactory.getLogger(Wrapping.class);
    /** The kernel tells a death only from the moment it was asked to; a parent that died before is seen by its number. */
    private static final String ONLY_UNDER_ITS_PARENT =
            "parent=$1; shift; if [ \"$PPID\" = \"$parent\" ]; then exec \"$@\"; fi; exit 1";

    private static final List<String> OWN_SESSION = List.of("setsid");
    /** A user namespace in which nobody is root; on disk the files stay root's. */
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");
    /** For containers that forbid namespaces: root becomes the user nobody, who must then own the files. */
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    private static final int NOBODY_ID = 65534;

    private final List<String> notRoot;
    private final boolean ownSession = succeeds(OWN_SESSION, "true");
    private final boolean deathSignal = succeeds(deathSignal("INT"), "true");
    private final int uid = uid();

    private Wrapping(List<String> notRoot) {
        this.notRoot = notRoot;
        if (!deathSignal) {
            LOG.info(
                    "No setpriv (util-linux) here: after a kill -9 PostgreSQL is stopped by the next start, not at once");
        }
    }

    /** @throws StartRefused when we are root and cannot step down */
    static Wrapping here() {
        if (uid() != 0) {
            return new Wrapping(List.of());
        }
        if (succeeds(NAMESPACE, "true")) {
            return new Wrapping(NAMESPACE);
        }
        if (succeeds(NOBODY, "true")) {
            return new Wrapping(NOBODY);
        }
        throw new StartRefused(
                "PostgreSQL 不能以 root 运行,而这里既不能 unshare -U 也不能 setpriv --reuid(util-linux)。请换普通用户启动,或用 TONGQU_DB_URL 指定外部的 PostgreSQL。",
                "PostgreSQL does not run as root, and neither unshare -U nor setpriv --reuid (util-linux) works here. "
                        + "Start as an ordinary user, or name an outside PostgreSQL with TONGQU_DB_URL.");
    }

    /**
     * The command line for a program that must not outlive this JVM.
     *
     * @param signal what the program gets when the JVM dies, e.g. {@code INT}; a change of user would make the kernel forget
     *     the wish, so it is asked for last
     */
    List<String> around(List<String> program, String signal) {
        List<String> all = new ArrayList<>(ownSession ? OWN_SESSION : List.of());
        all.addAll(notRoot);
        if (deathSignal) {
            all.addAll(deathSignal(signal));
            String self = Long.toString(ProcessHandle.current().pid());
            all.addAll(List.of("sh", "-c", ONLY_UNDER_ITS_PARENT, "tongqu", self));
        }
        all.addAll(program);
        return all;
    }

    /**
     * Gives the files to whom PostgreSQL will run as; nothing to do but for root.
     *
     * @throws StartRefused when that user cannot reach the folder through those above it
     */
    void handOver(Path folder) throws IOException {
        if (uid != 0) {
            return;
        }
        int owner = notRoot.equals(NOBODY) ? NOBODY_ID : 0;
        if (!Files.getAttribute(folder, "unix:uid").equals(owner)) {
            Files.walkFileTree(folder, new GivingAway(owner));
        }
        if (!succeeds(notRoot, "test", "-w", folder.toString())) {
            throw new StartRefused(
                    "这里 PostgreSQL 只能以用户 nobody 运行,而它进不了 " + folder
                            + "。请把 TONGQU_HOME 放到人人可进入的目录下(例如 /var/lib/tongqu),或换普通用户启动。",
                    "PostgreSQL can only run as the user nobody here, who cannot reach " + folder
                            + ". Put TONGQU_HOME below folders that all may enter (for example /var/lib/tongqu), or start as an ordinary user.");
        }
    }

    /** PostgreSQL reads many PG… variables; none of the caller's may change how ours runs. */
    static void cleanEnvironment(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path + ":/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC"));
    }

    private static List<String> deathSignal(String signal) {
        return List.of("setpriv", "--pdeathsig", signal, "--");
    }

    /** 0 for root; where the system does not tell, the user's name decides. */
    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name")) ? 0 : 1;
        }
    }

    private static boolean succeeds(List<String> before, String... program) {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of(program));
        try {
            Process process = new ProcessBuilder(words)
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

    /** The folder itself comes last, so a kill half-way shows by its owner and is done again. */
    private static final class GivingAway extends SimpleFileVisitor<Path> {
        private final int owner;

        GivingAway(int owner) {
            this.owner = owner;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return give(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
            return give(visited);
        }

        private FileVisitResult give(Path path) throws IOException {
            Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }
    }
}
