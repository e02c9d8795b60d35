package org.tongqu.routes.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A factory's server that speaks FactoryInbox: it acknowledges every demand, and can be told to trickle its answer for ever. */
final class SoapServer implements AutoCloseable {
    private static final Pattern DEMAND = Pattern.compile("<demandId>([^<]+)<");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean trickling;
    final List<String> heard = new CopyOnWriteArrayList<>();

    SoapServer(boolean trickling) {
        this.trickling = trickling;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/inbox", this::acknowledge);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/inbox");
    }

    private void acknowledge(HttpExchange exchange) throws IOException {
        try (exchange) {
            String envelope = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            heard.add(envelope);
            Matcher demand = DEMAND.matcher(envelope);
            byte[] answer = """
                    <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><DeliverDemandResponse xmlns="urn:tongqu:factory:1">\
                    <acknowledgement><demandId>%s</demandId><factoryRef>F-1</factoryRef></acknowledgement></DeliverDemandResponse></e:Body></e:Envelope>""".formatted(demand.find() ? demand.group(1) : "").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            for (byte one : answer) {
                exchange.getResponseBody().write(one);
                if (trickling) {
                    exchange.getResponseBody().flush();
                    Thread.sleep(1_000);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
