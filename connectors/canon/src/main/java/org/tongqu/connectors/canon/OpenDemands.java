package org.tongqu.connectors.canon;

import java.util.List;

/** The door where a factory that can only call out fetches what it is asked. */
public interface OpenDemands {

    /**
     * What waits for the sender's factory and what it fetched and has not acknowledged, oldest first: given at least once, and never
     * again once acknowledged. What is handed out counts as sent.
     *
     * @param wire by which it asks
     * @param max 1 to 200
     * @throws Intake.NotAllowed where the sender is no factory
     */
    List<DemandWord.Asked> fetch(Sender sender, Wire wire, int max);
}
