package org.tongqu.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.measure.WrongResult;

@DisplayName("A visitor who loads pages")
class VisitorTest {
    private static final Map<String, String> PAGES = Map.of(
            "/",
                    "<html><nav><a href=\"/\">首页</a><a data-go=\"n\" href=\"/needs\">需求</a></nav><a href=\"/keys\">?</a></html>\n",
            "/needs",
                    "<html><a class=\"first\" href=\"/needs/7?in=%2Fneeds&amp;n=2\">a</a><a class=\"first\" href=\"/needs/8\">b</a></html>",
            "/needs/7", "<html>七</html>",
            "/broken", "<html>half a pa");

    private HttpServer server;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", VisitorTest::answer);
        server.start();
        visitor = Visitor.stranger(server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String page = PAGES.get(exchange.getRequestURI().getPath());
        if (page == null) {
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(302, -1);
        } else {
            byte[] bytes = page.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    @DisplayName("goes where the menu leads, and to the first thing of a list with the list it came from")
    void goesWhereTheMenuLeads() throws Exception {
        assertThat(visitor.menu()).containsExactly("/", "/needs");
        assertThat(visitor.firstOf("/needs")).containsExactly("/needs/7?in=%2Fneeds&n=2");
        assertThat(visitor.load("/needs/7?in=%2Fneeds&n=2")).isPositive();
    }

    @Test
    @DisplayName("does not count half a page, nor one that sends it elsewhere")
    void countsWholePagesOnly() {
        assertThatThrownBy(() -> visitor.load("/broken")).isInstanceOf(WrongResult.class);
        assertThatThrownBy(() -> visitor.load("/orders")).isInstanceOf(WrongResult.class);
    }
}
