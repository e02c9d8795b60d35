package org.tongqu.hub.platform;

import java.time.Instant;

/** The broker is another one, or has lost its journal: whatever lay in partners' queues must be sent again by whoever still waits for a word on it. */
public record QueuesLost(Instant at) {}
