package org.tongqu.hub.channel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/** What another room has to say on an agent's page, e.g. its score or questions put to it; the page shows whatever parts there are. */
public interface AgentPart {

    /** Where it stands among the parts; the least first. */
    int order();

    /** Nothing where the reader may not see it or there is nothing to say; an agent reads its own page alone. */
    Optional<Part> of(Sender reader, String agent);

    /**
     * One part of the page.
     *
     * @param fragment the template that draws it, e.g. {@code reconciliation/score :: part}, given {@code part} and {@code agent}
     * @param content what it draws
     */
    record Part(String fragment, @Nullable Object content) {}
}
