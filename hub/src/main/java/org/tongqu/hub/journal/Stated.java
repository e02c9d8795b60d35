package org.tongqu.hub.journal;

import java.util.Collection;
import java.util.Set;
import org.tongqu.connectors.canon.MessageKind;

/** Whether somebody has said something that is kept, though it may not have taken effect yet. */
public interface Stated {

    /** Of these values of a business key, those that a message of one of these kinds names and that was not refused. */
    Set<String> among(String key, Collection<String> values, Collection<MessageKind> kinds);
}
