package org.tongqu.hub.channel;

import java.util.Optional;
import org.tongqu.connectors.canon.Sender;

/** What another room has to say on an agent's page, e.g. its score or questions put to it; the page shows whatever parts there are. */
public interface AgentPart {

    /** Nothing where the reader may not see it or there is nothing to say; an agent reads its own page alone. Parts stand in the order of their beans. */
    Optional<Part> of(Sender reader, String agent);

    /**
     * One part of the page.
     *
     * @param template that draws it by its fragment {@code part}, e.g. {@code reconciliation/score}; given {@code content} and {@code agent}
     * @param content what it draws
     */
    record Part(String template, Object content) {}
}
