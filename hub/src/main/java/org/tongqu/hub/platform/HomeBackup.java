package org.tongqu.hub.platform;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * 备份: one file from which a home comes back: the embedded database as it stood at one moment, taken while the hub goes on working, and
 * the secrets without which it cannot be read. Queues are not in it, as they are rebuilt, nor files that have no receipt yet, as they are their senders'.
 * The way of taking it is PostgreSQL's own (manual, "Making a Base Backup Using the Low Level API").
 */
public final class HomeBackup {
    private static final String LABEL = "pg/data/backup_label";
    private static final String WHOLE = "whole";
    private static final String SLOT = "tongqu_backup";
    private static final Set<String> OF_THE_RUN = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path home;

    public HomeBackup(Path home) {
        this.home = home;
    }

    /**
     * Writes the file aside and gives it its name when it is whole.
     *
     * @param url of the embedded server that runs on this home
     * @return its size in bytes
     */
    public long write(String url, Path file) throws IOException, SQLException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try (Connection server = DriverManager.getConnection(url, "postgres", Home.passwordIn(home, "db-superuser"));
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Folders.newPrivate(aside)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            copyWhileItWorks(server, zip);
            addAll(zip, home.resolve("secrets"));
            zip.putNextEntry(new ZipEntry(WHOLE));
            zip.closeEntry();
        } catch (IOException | SQLException broken) {
            Files.deleteIfExists(aside);
            throw broken;
        }
        Folders.rename(aside, file);
        return Files.size(file);
    }

    /** The slot keeps the log that is written meanwhile from being thrown away before it is copied too. */
    private void copyWhileItWorks(Connection server, ZipOutputStream zip) throws SQLException, IOException {
        try (Statement statement = server.createStatement()) {
            statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true, true)");
            statement.execute("select pg_backup_start('tongqu', true)");
            addAll(zip, home.resolve("pg/data"));
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                zip.putNextEntry(new ZipEntry(LABEL));
                zip.write(label.getBytes(1));
                zip.closeEntry();
            }
            statement.execute("select pg_switch_wal()");
            addAll(zip, home.resolve("pg/data/pg_wal"));
        }
    }

    private void addAll(ZipOutputStream zip, Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                if (!visited.equals(folder) || !isOfTheRun(visited)) {
                    zip.putNextEntry(new ZipEntry(home.relativize(visited) + "/"));
                    zip.closeEntry();
                }
                return !visited.equals(folder) && isOfTheRun(visited)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isOfTheRun(file)) {
                    add(zip, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
                if (trouble instanceof NoSuchFileException) {
                    // dropped while it was copied: the log says so too
                    return FileVisitResult.CONTINUE;
                }
                throw trouble;
            }
        });
    }

    private static boolean isOfTheRun(Path path) {
        return OF_THE_RUN.contains(Objects.requireNonNull(path.getFileName()).toString());
    }

    private void add(ZipOutputStream zip, Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            zip.putNextEntry(new ZipEntry(home.relativize(file).toString()));
            bytes.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException dropped) {
            // as above
            zip.flush();
        }
    }

    /**
     * Fills a home in which nothing is kept yet; the next start finds the database as after a power cut and brings it up.
     *
     * @throws StartRefused where something is kept here already, or the file is no whole backup
     */
    public void restore(Path file) throws IOException {
        if (Files.exists(home.resolve("pg/data")) || Files.exists(home.resolve("secrets/db-superuser"))) {
            throw new StartRefused(
                    "目录 " + home + " 里已有数据,不覆盖。请用 TONGQU_HOME 指一个空目录。",
                    "There is data in " + home + " already, and it stays. Name an empty folder with TONGQU_HOME.");
        }
        Path aside = home.resolve("restoring");
        Folders.delete(aside);
        Folders.makePrivate(aside);
        if (!unpack(file, aside)) {
            Folders.delete(aside);
            throw new StartRefused(file + " 不是完整的通衢备份。", file + " is no whole backup of Tongqu.");
        }
        for (String name : new String[] {"secrets", "pg"}) {
            Folders.delete(home.resolve(name));
            Folders.rename(aside.resolve(name), home.resolve(name));
        }
        Folders.delete(aside);
    }

    private static boolean unpack(Path file, Path folder) throws IOException {
        boolean whole = false;
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    return false;
                }
                whole |= entry.getName().equals(WHOLE);
                put(zip, entry, target);
            }
        }
        return whole;
    }

    private static void put(ZipInputStream zip, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Folders.makePrivate(target);
        } else if (!entry.getName().equals(WHOLE)) {
            Folders.makePrivate(Objects.requireNonNull(target.getParent()));
            Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
