package org.tongqu.hub.journal;

import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;

/** The door for files that people hand in on a page: kept as they are, in the transaction and the scope of whoever hands them in. */
public interface HandedFiles {

    /**
     * Keeps a file as a message; it is taken bite by bite once the transaction has ended.
     *
     * @param name as the person's own machine called it
     * @return the message id
     */
    String keep(Sender sender, MessageKind kind, String name, byte[] file);
}
