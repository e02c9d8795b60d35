package org.tongqu.connectors.canon;

import java.nio.file.Path;

/** The door to the journal for dropped files: the folder's partner is the sender. */
public interface FileIntake {

    /**
     * Keeps the file's bytes and answers once they are committed; the file itself is not moved.
     * The same file kept twice (a crash between keeping and moving) is one message.
     *
     * @param partner code of the partner whose folder it is
     * @param name full file name as dropped, ending included
     * @return the message id
     */
    String keep(String partner, String name, Path file);
}
