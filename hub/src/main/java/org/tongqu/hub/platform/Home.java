package org.tongqu.hub.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The one folder that lasts ({@code TONGQU_HOME}), held by at most one hub at a time through an operating-system file lock,
 * so a kill -9 frees it by itself. Folders: {@code pg}, {@code broker}, {@code drop}, {@code secrets}, {@code run}, {@code log}; all
 * but {@code drop} only for their owner (0700).
 */
public final class Home implements AutoCloseable {
    private final Path root;
    private final HomeLock lock;
    private final RandomGenerator random;

    private Home(Path root, HomeLock lock, RandomGenerator random) {
        this.root = root;
        this.lock = lock;
        this.random = random;
    }

    /**
     * Makes the folders where missing and takes the lock.
     *
     * @param random source of the secrets that a fresh home gets; must be cryptographically strong outside tests
     * @throws StartRefused when another hub holds the home (its process id is named) or the folder cannot be written
     */
    public static Home open(Path folder, RandomGenerator random) {
        try {
            Path root = Folders.make(folder.toAbsolutePath().normalize()).toRealPath();
            for (String name : new String[] {"pg", "broker", "secrets", "run", "log"}) {
                Folders.makePrivate(root.resolve(name));
            }
            Folders.make(root.resolve("drop"));
            Home home = new Home(root, HomeLock.take(root), random);
            home.secretKey();
            return home;
        } catch (IOException e) {
            throw new StartRefused(
                    "无法写入目录 " + folder + ":请检查权限和磁盘,或用 TONGQU_HOME 另指一个目录。(" + e + ")",
                    "Cannot write in " + folder + ": check rights and disk, or name another folder with TONGQU_HOME. ("
                            + e + ")",
                    e);
        }
    }

    public Path root() {
        return root;
    }

    /** Partners' folders: {@code drop/<partner>/in}, {@code out}, {@code done}. */
    public Path drop() {
        return root.resolve("drop");
    }

    /** Facts about the running hub; nothing in it outlives the run. */
    public Path run() {
        return root.resolve("run");
    }

    /**
     * The 32 bytes in {@code secrets/secret.key}, there from the first opening; partners' credentials that must be read back
     * are encrypted under them (AES-256).
     */
    public byte[] secretKey() {
        return Folders.onceWritten(secrets().resolve("secret.key"), () -> randomBytes(32));
    }

    Path postgres() {
        return root.resolve("pg");
    }

    Path broker() {
        return root.resolve("broker");
    }

    /** A password of 192 random bits that this home keeps under the name; the same one every time. */
    String password(String name) {
        byte[] text = Folders.onceWritten(
                secrets().resolve(name),
                () -> Base64.getUrlEncoder().withoutPadding().encode(randomBytes(24)));
        return new String(text, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        lock.close();
    }

    private Path secrets() {
        return root.resolve("secrets");
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Reads a secret of a home that another process holds; for tools that look at a running hub's store. */
    static String passwordIn(Path root, String name) throws IOException {
        return Files.readString(root.resolve("secrets").resolve(name), StandardCharsets.US_ASCII);
    }
}
