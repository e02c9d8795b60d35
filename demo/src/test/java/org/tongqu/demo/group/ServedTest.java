package org.tongqu.demo.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.demo.line.HubLine;

class ServedTest {
    private static final String NOTHING = "{\"items\":[]}";
    private static final String NEEDS = """
            {"items":[{"customerId":"c-1","state":"PAID"},{"customerId":"c-2","state":"ASKED"},{"customerId":"c-2","state":"ASKED"},
            {"state":"ASKED"},{"customerId":"c-3","state":"QUOTED"},{"customerId":"c-4","state":"ASKED"}]}""";

    @TempDir
    Path home;

    private final List<String> given = new CopyOnWriteArrayList<>();
    private HttpServer hub;
    private String needs = NEEDS;
    private String served = NOTHING;

    @BeforeEach
    void hubIsThere() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        hub.createContext("/", this::answer);
        hub.start();
    }

    @AfterEach
    void hubGoes() {
        hub.stop(0);
    }

    @Test
    void twoCustomersWithANeedThatIsAskedBecomeTheAgentsOnceAndForAll() throws Exception {
        start();
        assertThat(given).containsExactly("/api/v1/agents/agent-a001/of-record {\"customers\":[\"c-2\",\"c-3\"]}");

        start();
        assertThat(given).as("though people moved them on meanwhile").hasSize(1);
    }

    @Test
    void whereTheAgentServesSomebodyAlreadyNobodyIsMoved() throws Exception {
        served = NEEDS;

        start();
        served = NOTHING;
        start();

        assertThat(given).isEmpty();
    }

    @Test
    void whereNothingIsAskedYetTheNextStartLooksAgain() throws Exception {
        needs = NOTHING;
        start();
        assertThat(given).isEmpty();

        needs = NEEDS;
        start();
        assertThat(given).hasSize(1);
    }

    private void start() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
        new Served(new Postman(new HubLine(address)), new Diary(home.resolve("demo"))).enter();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                given.add(path + " " + said);
            }
            byte[] told = (path.endsWith("/agent-needs") ? served : needs).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, told.length);
            exchange.getResponseBody().write(told);
        }
    }
}
