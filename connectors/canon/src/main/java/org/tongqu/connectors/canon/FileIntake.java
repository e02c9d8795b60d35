package org.tongqu.connectors.canon;

import java.nio.file.Path;

/** The door to the journal for dropped files: the folder's partner is the sender. */
public interface FileIntake {

    /**
     * Keeps the file's bytes and answers once they are committed; the file itself is not moved.
     *
     *
     * @param partner code of the partner whose folder it is
     * @param name full file name as dropped, ending included
     * @param taken the name, unique for ever, under which the route took the file out of {@code in/}; a second call with it is the same file
     * @return the message id
     */
    String keep(String partner, String name, String taken, Path file);
}
