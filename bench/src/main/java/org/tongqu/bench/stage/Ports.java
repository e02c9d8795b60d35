package org.tongqu.bench.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports on loopback, below the range from which systems take ports for outgoing calls. */
public final class Ports {
    private static final int FIRST = 30_000;
    private static final int COUNT = 2_000;

    private Ports() {}

    public static int free() {
        int start = ThreadLocalRandom.current().nextInt(COUNT);
        for (int step = 0; step < COUNT; step++) {
            int port = FIRST + (start + step) % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
