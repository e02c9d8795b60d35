package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;

/** By REST: posts to the hub, and is posted to. */
public final class RestWire implements Wire {
    private final HubLine hub;
    private final Credential who;

    public RestWire(HubLine hub, Credential who) {
        this.hub = hub;
        this.who = who;
    }

    @Override
    public Heard say(Subject subject, JsonNode words) throws InterruptedException {
        return hub.post(subject.path(), who, words.toString());
    }

    @Override
    public Kind kind() {
        return Kind.REST;
    }

    @Override
    public void close() {}
}
