package org.tongqu.hub.journal;

import java.util.List;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;

/** The room that answers for one kind of message; the journal calls it and knows nothing of what it does. */
public interface Receiver<T> {
    MessageKind kind();

    /** Whether the sender's role may send this kind at all. */
    boolean allows(Sender.Role role);

    /** What is wrong with it that can be known before it is kept; runs in the sender's scope. */
    List<Refusal> check(Sender sender, T said);

    Statement statement(Sender sender, T said, String contentHash);

    /** Takes effect, in a transaction of the journal's under the workers' scope; a call may come again after a crash, never after its commit. */
    Taking take(Arrival arrival, T said);
}
