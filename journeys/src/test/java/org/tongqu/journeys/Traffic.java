package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A rep who files visits and a factory that reports orders, each keeping what nobody acknowledged, as senders must. */
final class Traffic {
    private final RunningHub hub;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ConcurrentLinkedQueue<Sent> open = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Sent> said = new ConcurrentLinkedQueue<>();
    private final List<String> visits = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean going;

    Traffic(RunningHub hub) {
        this.hub = hub;
    }

    /** Everything it ever said, each until it has a receipt, as after the hub came back from a backup. */
    void sendAllAgain() {
        open.clear();
        open.addAll(said);
        sendAgainWhatNobodyAcknowledged();
    }

    /** What must stand once there is a receipt for all, as {@code audit --witness} reads it. */
    synchronized List<String> testimony() {
        List<String> lines = new ArrayList<>();
        for (String visit : visits) {
            lines.addAll(List.of("VISIT\tNE|" + visit, "NEED\tNE|" + visit + "|1"));
        }
        for (String order : orders) {
            lines.addAll(List.of("ORDER\tfactory-mt1|" + order, "PAYMENT\tfactory-mt1|" + order + "-1"));
        }
        return lines;
    }

    private record Sent(String login, String path, ObjectNode body) {}

    void start() {
        going = true;
        senders.add(Thread.ofVirtual().start(() -> sendOn(this::visit)));
        senders.add(Thread.ofVirtual().start(() -> sendOn(this::order)));
    }

    void stop() throws InterruptedException {
        going = false;
        for (Thread sender : senders) {
            sender.join();
        }
        senders.clear();
    }

    /** Waits until this many more messages are acknowledged. */
    void awaitSome(int more) {
        int enough = acknowledged.get() + more;
        Watching.until(more + " more acknowledged", acknowledged::get, count -> count >= enough);
    }

    synchronized List<String> visits() {
        return List.copyOf(visits);
    }

    synchronized List<String> orders() {
        return List.copyOf(orders);
    }

    /** The same bytes again, until each has a receipt: what was kept before the kill is told as a repeat. */
    void sendAgainWhatNobodyAcknowledged() {
        while (!open.isEmpty()) {
            Sent sent = open.remove();
            hub.as(sent.login()).post(sent.path(), sent.body()).expect(202);
        }
    }

    private void sendOn(java.util.function.Supplier<Sent> next) {
        while (going) {
            Sent sent = next.get();
            said.add(sent);
            if (!isAcknowledged(sent)) {
                open.add(sent);
                pause();
            }
        }
    }

    private boolean isAcknowledged(Sent sent) {
        try {
            Reply reply = hub.as(sent.login())
                    .with("Content-Type", "application/json")
                    .tryCall(
                            "POST",
                            sent.path(),
                            BodyPublishers.ofString(sent.body().toString()));
            if (reply.status() == 202) {
                acknowledged.incrementAndGet();
            }
            return reply.status() == 202;
        } catch (IOException killed) {
            return false;
        }
    }

    /** A sender whose receiver is gone does not hammer on the door. */
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Sent visit() {
        String visitNo = Messages.number("NE-KILL");
        visits.add(visitNo);
        ObjectNode customer = Messages.customer("本溪第" + visits.size() % 5 + "铸造厂", "辽宁省", "本溪市");
        return new Sent(
                "rep-ne-1", "/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-1", customer, "MACHINE_TOOL×1"));
    }

    /** Head and payment in one report, so that half an effect would show. */
    private synchronized Sent order() {
        String orderNo = Messages.number("HT-KILL");
        orders.add(orderNo);
        ObjectNode customer = Messages.customer("本溪第" + orders.size() % 5 + "铸造厂", "辽宁省", "本溪市");
        ObjectNode order = Messages.order(orderNo, customer, "1", "100.00");
        order.set(
                "payments",
                Messages.payment(orderNo, orderNo + "-1", "100.00", "2026-03-21T10:00:00+08:00")
                        .path("payments"));
        return new Sent("factory-mt1", "/api/v1/orders", order);
    }

    static Map<String, List<JsonNode>> by(String field, List<JsonNode> items) {
        return items.stream()
                .collect(Collectors.groupingBy(item -> item.path(field).asText()));
    }
}
