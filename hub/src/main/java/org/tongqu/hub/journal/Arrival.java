package org.tongqu.hub.journal;

import java.time.Instant;
import org.tongqu.connectors.canon.Sender;

/** The message that something came by: who said it and when the hub had it. */
public record Arrival(String messageId, Sender sender, Instant receivedAt) {}
