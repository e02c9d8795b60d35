package org.tongqu.hub.reminders;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

/** What stands in somebody's inbox of one test's own needs, which its tag names. */
abstract class WaitsBed extends HubTest {
    @Autowired
    Sowing sowing;

    @Autowired
    private Reminding reminding;

    String tag = "";

    /** Only one hub at a time looks, and the shared one does so by itself too. */
    void look() {
        Instant now = Instant.now();
        await().atMost(Duration.ofSeconds(20)).until(() -> reminding.look(now));
    }

    List<String> steps(String login, String state) {
        return of(login, state).stream().map(each -> each.path("step").asText()).toList();
    }

    List<String> hops(String login) {
        return of(login, "OPEN").stream().map(each -> each.path("hop").asText()).toList();
    }

    List<JsonNode> of(String login, String state) {
        JsonNode items = Caller.as(port, login)
                .get("/api/v1/reminders?limit=200&state=" + state)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("what").asText().contains(tag))
                .toList();
    }
}
