package org.tongqu.hub.platform;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The database's files in a home: {@code pg/data}, made by initdb once and whole, and the log beside it.
 *
 * @param folder {@code pg} in the home
 * @param programs folder of the unpacked PostgreSQL
 * @param wrapping how its programs are started on this machine
 */
record PostgresFolder(Path folder, Path programs, Wrapping wrapping) {
    private static final long LOG_LIMIT = 10_000_000;

    Path data() {
        return folder.resolve("data");
    }

    /** Made aside and renamed: a first start that is killed leaves nothing that looks like a database. */
    void makeOnce(String password) throws IOException, InterruptedException {
        wrapping.handOver(folder);
        if (Files.isDirectory(data())) {
            return;
        }
        Path aside = folder.resolve("data.tmp");
        Path passwordFile = folder.resolve("password.tmp");
        Folders.writePrivate(passwordFile, password.getBytes(StandardCharsets.US_ASCII));
        wrapping.handOver(passwordFile);
        if (initdb(aside, passwordFile, "C.UTF-8") != 0 && initdb(aside, passwordFile, "C") != 0) {
            throw broken("initdb");
        }
        Files.delete(passwordFile);
        Folders.rename(aside, data());
    }

    /** The character type decides which characters searching knows as letters; where the system has no C.UTF-8, plain C must do. */
    private int initdb(Path target, Path passwordFile, String characters) throws IOException, InterruptedException {
        Folders.delete(target);
        List<String> words = List.of(
                program("initdb"),
                "--pgdata=" + target,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + characters,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        return spawn(words, "KILL").waitFor();
    }

    /** Starts the server itself; the calling thread must live as long as the server should, because its end is the server's. */
    Process startServer(int port) throws IOException {
        List<String> words = new ArrayList<>(List.of(program("postgres"), "-D", data().toString()));
        for (String setting : settings(port, PostgresSize.of(folder))) {
            words.addAll(List.of("-c", setting));
        }
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            // Before recovery everything is flushed: one call for the disk instead of one for each of 1,500 files.
            words.addAll(List.of("-c", "recovery_init_sync_method=syncfs"));
        }
        return spawn(words, "INT");
    }

    /**
     * Statements and keys in the log would put customers' data there: hence terse and without statements. A young store grows a hundredfold in the
     * minute that is otherwise between two looks of the autovacuum, and plans made for its first rows would stand that long.
     */
    private static List<String> settings(int port, PostgresSize size) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "shared_buffers=" + size.bufferMegabytes() + "MB",
                "max_connections=100",
                "max_wal_size=" + size.walMegabytes() + "MB",
                "autovacuum_naptime=5s",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_timezone=UTC");
    }

    private Process spawn(List<String> words, String deathSignal) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(wrapping.around(words, deathSignal))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Wrapping.cleanEnvironment(builder.environment());
        return builder.start();
    }

    StartRefused broken(String what) {
        return new StartRefused(
                "内嵌的 PostgreSQL 没能启动(" + what + "),数据原样未动。它最后说的是:\n" + lastWords(),
                "The embedded PostgreSQL did not start (" + what + "); the data is as it was. Its last words:\n"
                        + lastWords());
    }

    /** Keeps one older log beside the current one, about 10 MB each at a restart. */
    void turnLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords() {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1500));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(" + log() + ")";
        }
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }
}
