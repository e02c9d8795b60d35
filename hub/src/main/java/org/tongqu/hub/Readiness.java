package org.tongqu.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.tongqu.hub.platform.StartRefused;

/** Asks the hub as anybody outside would whether it takes work. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Readiness() {}

    static void await(String bind, int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = address(bind, port);
            HttpRequest question = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isReady(client, question)) {
                if (System.nanoTime() > end) {
                    throw notReady(address);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI address(String bind, int port) {
        try {
            InetAddress bound = InetAddress.getByName(bind);
            String host = bound.isAnyLocalAddress() ? "localhost" : bound.getHostAddress();
            return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port
                    + "/actuator/health/readiness");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static StartRefused notReady(URI address) {
        return new StartRefused(
                "启动后两分钟仍不能接活(" + address + "),原因见日志。",
                "Started, but it took no work within two minutes (" + address + "); the log says why.");
    }
}
