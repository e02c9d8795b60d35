package org.tongqu.bench.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.FactoryStub;

@DisplayName("Visits on the beat, each seen once at the factory's door")
class OpenLoopTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private FactoryStub factory;
    private HttpServer chain;

    @BeforeEach
    void open() throws IOException {
        factory = FactoryStub.open();
        chain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        chain.createContext("/once", call -> pass(call, 1, 202));
        chain.createContext("/twice", call -> pass(call, 2, 202));
        chain.createContext("/no", call -> pass(call, 0, 422));
        chain.start();
    }

    @AfterEach
    void close() {
        chain.stop(0);
        factory.close();
    }

    private void pass(HttpExchange call, int times, int status) throws IOException {
        try (call) {
            byte[] visit = call.getRequestBody().readAllBytes();
            for (int time = 0; time < times; time++) {
                client.send(
                        HttpRequest.newBuilder(factory.url().resolve("/demands"))
                                .POST(BodyPublishers.ofByteArray(visit))
                                .build(),
                        BodyHandlers.discarding());
            }
            call.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OpenLoop loop(String path, String series) {
        int port = chain.getAddress().getPort();
        return new OpenLoop(new Chain("test", "测试", "a test", port, path, "", "T"), factory, series);
    }

    @Test
    @DisplayName("as many times as visits, none shorter than nothing")
    void everyVisitIsTimed() throws Exception {
        Sample sample = loop("/once", "1").run(200, 20);

        assertThat(sample.size()).isEqualTo(20);
        assertThat(sample.percentile(1)).isPositive();
    }

    @Test
    @DisplayName("a factory called twice for one visit is a wrong result, and so is a visit not taken")
    void doublesAndRefusalsAreWrong() {
        assertThatThrownBy(() -> loop("/twice", "2").run(200, 2))
                .isInstanceOf(WrongResult.class)
                .hasMessageContaining("expected 1, found 2");
        assertThatThrownBy(() -> loop("/no", "3").run(200, 1)).isInstanceOf(WrongResult.class);
    }
}
