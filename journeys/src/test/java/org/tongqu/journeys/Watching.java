package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks at the hub as people do: again and again until what they wait for shows. */
final class Watching {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Watching() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> seen) {
        return until(what, PATIENCE, look, seen);
    }

    /** The first sight of which it holds; fails with the last sight. */
    static <T> T until(String what, Duration patience, Supplier<T> look, Predicate<T> seen) {
        Object[] last = new Object[1];
        try {
            return Awaitility.await(what)
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(150))
                    .until(
                            () -> {
                                T sight = look.get();
                                last[0] = sight;
                                return sight;
                            },
                            seen);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + ": not within " + patience.toSeconds() + " s, last seen: " + last[0], e);
        }
    }

    /** The need of a visit, once it stands in the list. */
    static JsonNode needOfVisit(Caller caller, String visitNo) {
        JsonNode line = until(
                        "the need of visit " + visitNo,
                        () -> caller.get("/api/v1/needs?visitNo=" + Caller.encoded(visitNo))
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0);
        return need(caller, line.path("id").asText());
    }

    static JsonNode need(Caller caller, String id) {
        return caller.get("/api/v1/needs/" + id).expect(200).json();
    }

    static JsonNode needInState(Caller caller, String id, String state) {
        return until(
                "need " + id + " is " + state,
                () -> need(caller, id),
                need -> need.path("state").asText().equals(state));
    }

    static JsonNode demandOf(JsonNode need, String factory) {
        List<JsonNode> demands = Json.list(need.path("demands")).stream()
                .filter(demand -> demand.path("factory").asText().equals(factory))
                .toList();
        assertThat(demands).as("demands of " + factory + " in " + need).hasSize(1);
        return demands.getFirst();
    }

    /** The demand of a need at a factory, once it is in this state. */
    static JsonNode demandInState(Caller caller, String needId, String factory, String state) {
        return until(
                "demand of need " + needId + " at " + factory + " is " + state,
                () -> demandOf(need(caller, needId), factory),
                demand -> demand.path("state").asText().equals(state));
    }

    /** A message that was worked on to its end. */
    static JsonNode settled(Caller caller, String messageId) {
        return until(
                "message " + messageId + " has an outcome",
                () -> caller.get("/api/v1/messages/" + messageId).expect(200).json(),
                message -> message.path("outcome").isTextual());
    }

    static JsonNode order(Caller caller, String orderNo) {
        return until(
                        "order " + orderNo,
                        () -> caller.get("/api/v1/orders?orderNo=" + Caller.encoded(orderNo))
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0);
    }
}
