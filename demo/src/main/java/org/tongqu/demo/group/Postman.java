package org.tongqu.demo.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Heard;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Wires;

/** Brings a message to the hub and does not come back before the hub has it, however long the hub is away. */
final class Postman {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final String WAITING = "/api/v1/messages?state=RECEIVED&limit=1";
    private final HubLine hub;

    Postman(HubLine hub) {
        this.hub = hub;
    }

    void untilReady() throws InterruptedException {
        for (Duration pause = FIRST_PAUSE; !hub.ready(); pause = longer(pause)) {
            Thread.sleep(pause);
        }
    }

    void post(String path, Credential who, Object words) throws InterruptedException {
        String json = Json.write(words);
        settle(path, () -> hub.post(path, who, json));
    }

    /** Says words on a factory's own wire. */
    void say(Wire wire, Subject subject, Object words) throws InterruptedException {
        JsonNode tree = Json.tree(words);
        settle(subject.name(), () -> wire.say(subject, tree));
    }

    /** Tries again until the answer is final; tells of a refusal. */
    static void settle(String what, Try once) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (Heard heard = once.heard(); ; heard = once.heard()) {
            if (!(heard instanceof Heard.NotNow)) {
                tellRefused(what, heard);
                return;
            }
            Thread.sleep(pause);
            pause = longer(pause);
        }
    }

    /** One try to say something. */
    @FunctionalInterface
    interface Try {
        Heard heard() throws InterruptedException;
    }

    /** Sets what must be set before work can start: even a plain no is asked again, for the hub may still be opening. */
    void insist(String path, Credential who, Object words) throws InterruptedException {
        String json = Json.write(words);
        Duration pause = FIRST_PAUSE;
        while (!kept(hub.put(path, who, json))) {
            if (pause.equals(LONGEST_PAUSE)) {
                LOG.log(System.Logger.Level.WARNING, "枢纽尚未接受 the hub does not take PUT {0} yet", path);
            }
            Thread.sleep(pause);
            pause = longer(pause);
        }
    }

    /** What the hub tells, once it tells it. */
    JsonNode ask(String path, Credential who) throws InterruptedException {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            if (hub.get(path, who) instanceof Heard.Kept kept) {
                return kept.reply();
            }
            Thread.sleep(pause);
        }
    }

    /** Comes back when the hub has heard so many visits of each branch and no message waits in it. */
    void untilWorkedOff(int visits) throws InterruptedException {
        while (!allHeard(visits) || !ask(WAITING, DESK).path("items").isEmpty()) {
            Thread.sleep(FIRST_PAUSE);
        }
    }

    /** Comes back when every demand has reached its factory, or was turned away there. */
    void untilCarried() throws InterruptedException {
        while (isOne("/api/v1/demands?state=SENT&limit=1") || someAreOnTheWay()) {
            Thread.sleep(FIRST_PAUSE);
        }
    }

    /** What a factory turned away waits for a person, and not for us. */
    private boolean someAreOnTheWay() throws InterruptedException {
        for (JsonNode demand :
                ask("/api/v1/demands?state=WAITING&limit=100", DESK).path("items")) {
            String id = demand.path("id").asText();
            if (!isOne("/api/v1/messages?state=REJECTED&limit=1&key=" + id)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(String path) throws InterruptedException {
        return !ask(path, DESK).path("items").isEmpty();
    }

    private boolean allHeard(int visits) throws InterruptedException {
        int heard = 0;
        for (JsonNode branch : ask("/api/v1/branches", DESK).path("items")) {
            heard += branch.path("completeThrough").asInt() >= visits ? 1 : 0;
        }
        return visits == 0 || heard == Branch.ALL.size();
    }

    private static boolean kept(Heard heard) {
        return heard instanceof Heard.Kept;
    }

    private static void tellRefused(String path, Heard heard) {
        JsonNode reply = switch (heard) {
            case Heard.Kept kept -> kept.reply();
            case Heard.Refused refused -> refused.reply();
            case Heard.NotNow notNow -> throw new IllegalStateException("not settled: " + notNow.reason());
        };
        List<JsonNode> refusals = new ArrayList<>();
        reply.path("receipts").forEach(receipt -> {
            if (receipt.path("status").asText().equals("REFUSED")) {
                refusals.add(receipt.path("errors"));
            }
        });
        if (!refusals.isEmpty() || heard instanceof Heard.Refused) {
            LOG.log(System.Logger.Level.WARNING, "枢纽拒收 the hub refused at {0}: {1}", path, refusals);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
