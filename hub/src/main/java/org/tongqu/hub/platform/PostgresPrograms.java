package org.tongqu.hub.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that travel inside our jar, unpacked once into a folder named after their archive and its size.
 * The system property {@code tongqu.postgres.programs} names a folder that several homes share (our tests do).
 */
final class PostgresPrograms {
    private static final String HALF_DONE = ".tmp";

    private PostgresPrograms() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; whole or absent, whatever was killed when. */
    static Path unpackedIn(Path home) throws IOException {
        String archive = archiveName();
        URL packed = PostgresPrograms.class.getResource("/" + archive);
        if (packed == null) {
            throw noneFor(archive);
        }
        URLConnection connection = packed.openConnection();
        Path folder = Folders.make(Path.of(System.getProperty("tongqu.postgres.programs", home.toString())));
        Path whole = folder.resolve(archive.replace(".txz", "-") + connection.getContentLengthLong());
        if (!Files.isDirectory(whole)) {
            unpack(connection, whole);
        }
        return whole;
    }

    private static void unpack(URLConnection packed, Path whole) throws IOException {
        forgetHalfDone(whole);
        Path aside = whole.resolveSibling(
                whole.getFileName() + HALF_DONE + ProcessHandle.current().pid());
        Files.createDirectories(aside);
        try (InputStream bytes = packed.getInputStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackOne(tar, entry, aside);
            }
        }
        try {
            Folders.rename(aside, whole);
        } catch (FileSystemException e) {
            Folders.delete(aside);
            if (!Files.isDirectory(whole)) {
                throw e; // else another process was faster, which is as good
            }
        }
    }

    /** What killed starts left, ours included if the number comes round again; not what another process works on. */
    private static void forgetHalfDone(Path whole) throws IOException {
        long self = ProcessHandle.current().pid();
        try (DirectoryStream<Path> halves =
                Files.newDirectoryStream(whole.resolveSibling(""), whole.getFileName() + HALF_DONE + "*")) {
            for (Path half : halves) {
                String name = half.getFileName().toString();
                long pid = Long.parseLong(name.substring(name.lastIndexOf(HALF_DONE) + HALF_DONE.length()));
                if (pid == self || ProcessHandle.of(pid).isEmpty()) {
                    Folders.delete(half);
                }
            }
        }
    }

    private static void unpackOne(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = inside(folder, folder.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(inside(folder, target.resolveSibling(""), entry));
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            inside(folder, target.resolveSibling(link), entry);
            Files.createSymbolicLink(target, link);
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        } else {
            throw new IOException("Unexpected kind of entry in the PostgreSQL archive: " + entry.getName());
        }
    }

    /** No entry, link or parent may lead out of the folder. */
    private static Path inside(Path folder, Path target, TarArchiveEntry entry) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(folder.normalize())) {
            throw new IOException("The PostgreSQL archive wants to write outside its folder: " + entry.getName());
        }
        return normal;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        String system = System.getProperty("os.name", "").startsWith("Mac") ? "darwin" : "linux";
        return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static StartRefused noneFor(String archive) {
        return new StartRefused(
                "本程序没有带这种机器的 PostgreSQL(缺 " + archive + ")。请在这种机器上重新构建,或用 TONGQU_DB_URL 指定外部的 PostgreSQL。",
                "This build carries no PostgreSQL for this kind of machine (" + archive
                        + " is missing). Build on such a machine, or name an outside PostgreSQL with TONGQU_DB_URL.");
    }
}
