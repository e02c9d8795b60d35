package org.tongqu.demo.factory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a factory knows of one demand: how often it came, how often it took effect, what was said and heard since. */
final class Dossier {
    final String demandId;
    private int delivered;
    private int taken;
    private @Nullable String factoryRef;
    private @Nullable JsonNode asked;
    private OffsetDateTime lastAt = OffsetDateTime.MIN;
    private final Map<Step, JsonNode> said = new EnumMap<>(Step.class);
    private final Set<Step> heard = EnumSet.noneOf(Step.class);
    private boolean closed;

    Dossier(String demandId) {
        this.demandId = demandId;
    }

    synchronized void happened(Entry entry) {
        lastAt = entry.event() == Entry.Event.DELIVERED ? lastAt : OffsetDateTime.parse(entry.at());
        switch (entry.event()) {
            case DELIVERED -> delivered++;
            case TAKEN -> take(entry);
            case SAID -> said.put(stepOf(entry), bodyOf(entry));
            case HEARD -> heard.add(stepOf(entry));
            case REFUSED -> closed = true;
        }
    }

    private void take(Entry entry) {
        taken++;
        if (asked == null) {
            asked = bodyOf(entry);
            factoryRef = entry.factoryRef();
        }
    }

    /** The next thing to say; nothing once the demand is refused, fully told, never taken, or the hub said no for good. */
    synchronized Optional<Step> next(boolean acknowledgesApart) {
        if (asked == null || closed) {
            return Optional.empty();
        }
        JsonNode answer = said.get(Step.ANSWER);
        if (answer != null && heard.contains(Step.ANSWER) && answer.has("refusal")) {
            return Optional.empty();
        }
        return Arrays.stream(Step.values())
                .filter(step -> acknowledgesApart || step != Step.ACKNOWLEDGEMENT)
                .filter(step -> !heard.contains(step) && !isToldInOrder(step))
                .findFirst();
    }

    private boolean isToldInOrder(Step step) {
        JsonNode order = said.get(Step.ORDER);
        return order != null && step.isToldIn(order);
    }

    synchronized @Nullable JsonNode said(Step step) {
        return said.get(step);
    }

    synchronized JsonNode asked() {
        return requireNonNull(asked, "not taken yet");
    }

    synchronized String factoryRef() {
        return requireNonNull(factoryRef, "not taken yet");
    }

    synchronized OffsetDateTime lastAt() {
        return lastAt;
    }

    synchronized LedgerLine line() {
        return new LedgerLine(demandId, delivered, taken, heard.contains(Step.ANSWER));
    }

    private static Step stepOf(Entry entry) {
        return requireNonNull(entry.step(), "step");
    }

    private static JsonNode bodyOf(Entry entry) {
        return requireNonNull(entry.body(), "body");
    }
}
