package org.tongqu.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The line between a branch and headquarters: bytes pass while it holds, and a cut drops every connection in the middle of a word. */
final class CuttableLine implements AutoCloseable {
    private final int far;
    private final int near = RunningHub.freePort();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private @Nullable ServerSocket door;

    private CuttableLine(int far) {
        this.far = far;
    }

    /** A line to a port of this machine, cut so far. */
    static CuttableLine to(int port) {
        return new CuttableLine(port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + near);
    }

    int port() {
        return near;
    }

    synchronized CuttableLine restore() {
        try {
            bytesLeft.set(Long.MAX_VALUE);
            ServerSocket opened = new ServerSocket();
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), near));
            door = opened;
            Thread.ofPlatform().daemon().start(() -> letIn(opened));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void cut() {
        close(door);
        door = null;
        open.forEach(CuttableLine::close);
        open.clear();
    }

    /** A connection from before the last cut cuts nothing any more. */
    private synchronized void cut(ServerSocket through) {
        if (door != null && door.equals(through)) {
            cut();
        }
    }

    /** Lets so many bytes through, both ways together, cuts then, and returns. */
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
        Watching.until("cut after " + bytes + " bytes", this::isCut, cut -> cut);
    }

    private synchronized boolean isCut() {
        return door == null;
    }

    private void letIn(ServerSocket opened) {
        try {
            while (true) {
                Socket here = opened.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), far);
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(here, there, opened));
                Thread.ofVirtual().start(() -> pass(there, here, opened));
            }
        } catch (IOException e) {
            // cut, or nobody at the far end
            close(opened);
        }
    }

    private void pass(Socket from, Socket to, ServerSocket through) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[4_096];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                if (bytesLeft.addAndGet(-n) < 0) {
                    cut(through);
                    return;
                }
                out.write(some, 0, n);
            }
        } catch (IOException e) {
            // cut
        }
    }

    private static void close(java.io.@Nullable Closeable thing) {
        try {
            if (thing != null) {
                thing.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
