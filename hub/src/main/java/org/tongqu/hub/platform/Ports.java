package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Free ports on loopback between 20000 and 29999: below the range from which systems take ports for outgoing calls, so that
 * a server that starts again on its old port finds it free.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private Ports() {}

    /** A free port; the same wish gets the same port as long as nobody else has it. */
    static int freeFor(String wish) {
        int start = Math.floorMod(wish.hashCode(), COUNT);
        for (int step = 0; step < COUNT; step++) {
            int port = FIRST + (start + step) % COUNT;
            if (isFree(InetAddress.getLoopbackAddress(), port)) {
                return port;
            }
        }
        throw new StartRefused(
                "本机 20000 到 29999 的端口都被占用,内嵌的数据库和消息代理无处监听。",
                "All ports from 20000 to 29999 are taken on this machine; the embedded servers have nowhere to listen.");
    }

    /** Where this machine itself reaches what listens on the address, as it stands in a URL. */
    static String nearest(String bind) {
        try {
            InetAddress bound = InetAddress.getByName(bind);
            return bound.isAnyLocalAddress() ? "127.0.0.1" : inUrl(bound.getHostAddress());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String inUrl(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
