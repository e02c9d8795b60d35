package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Callers who dribble or hang up half-way")
@ExtendWith(SharedGroup.class)
class SlowClientsTest {
    /** More than a server with a thread for each request would have threads. */
    private static final int CROWD = 300;

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String POST =
            "POST /api/v1/visits HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n";
    /** rep-sw-1:demo */
    private static final String REP = "Authorization: Basic cmVwLXN3LTE6ZGVtbw==\r\n";

    private final Group group;
    private final Caller rep;

    SlowClientsTest(Group group) {
        this.group = group;
        this.rep = group.as("rep-sw-1");
    }

    @ParameterizedTest(name = "{index}")
    @DisplayName("keep nobody else waiting, whether they dribble headers, a body, or a body without a credential")
    @ValueSource(
            strings = {
                POST + "X-Slow: ",
                POST + REP + "Content-Length: 100000\r\n\r\n[",
                POST + "Content-Length: 100000\r\n\r\n["
            })
    void keepNobodyWaiting(String start) throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int n = 0; n < CROWD; n++) {
                crowd.add(saying(start));
            }
            dribble(crowd);

            assertThat(timeOf(() -> rep.get("/api/v1/needs?limit=1").expect(200)))
                    .isLessThan(SOON);
            assertThat(timeOf(() -> rep.post("/api/v1/visits", visit()).expect(202)))
                    .isLessThan(SOON);
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    @Test
    @DisplayName("leave nothing behind where half a request is all that came")
    void leaveNothingBehind() throws IOException {
        String visitNo = Messages.number("SW-HALF");
        String body = visit(visitNo).toString();
        String half = body.substring(0, body.length() - 20);
        try (Socket caller =
                saying(POST + REP + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + half)) {
            caller.shutdownOutput();
            String answer = new String(caller.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).doesNotContain(" 202 ");
        }

        assertThat(rep.all("/api/v1/messages?key=" + Caller.encoded(visitNo))).isEmpty();
        rep.post("/api/v1/visits", visit(visitNo)).expect(202);
    }

    private Socket saying(String words) throws IOException {
        URI hub = group.hub().url();
        Socket socket = new Socket(hub.getHost(), hub.getPort());
        socket.getOutputStream().write(words.getBytes(UTF_8));
        return socket;
    }

    private static void dribble(List<Socket> crowd) throws IOException {
        for (Socket one : crowd) {
            one.getOutputStream().write(' ');
        }
    }

    private static Duration timeOf(Runnable call) {
        long began = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static ObjectNode visit() {
        return visit(Messages.number("SW"));
    }

    private static ObjectNode visit(String visitNo) {
        return Messages.visit(visitNo, "rep-sw-1", Messages.customer("重庆慢线机械厂", "重庆市", "重庆市"));
    }
}
