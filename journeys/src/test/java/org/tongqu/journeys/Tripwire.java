package org.tongqu.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A listening port that nobody has a reason to call, and that counts who does; it was tried once before it is handed out. */
final class Tripwire implements AutoCloseable {
    private final ServerSocket door;
    private final AtomicInteger callers = new AtomicInteger();

    Tripwire() {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().start(this::count);
            new Socket(door.getInetAddress(), door.getLocalPort()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Watching.until("the tripwire counts our own call", callers::get, seen -> seen == 1);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Calls by others than ourselves. */
    int callers() {
        return callers.get() - 1;
    }

    private void count() {
        try {
            while (true) {
                door.accept().close();
                callers.incrementAndGet();
            }
        } catch (IOException closed) {
            // nobody is caught any more
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
