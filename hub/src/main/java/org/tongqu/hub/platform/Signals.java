package org.tongqu.hub.platform;

import java.io.IOException;

/** Signals that Java has no word for: PostgreSQL tells its three ways of stopping apart by them. */
final class Signals {
    private Signals() {}

    /** Sends it; a process that is gone already is no error. */
    static void send(long pid, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "tongqu", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
