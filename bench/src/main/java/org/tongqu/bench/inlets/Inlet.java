package org.tongqu.bench.inlets;

import java.sql.SQLException;
import org.tongqu.bench.stage.Line;

/** One way in for orders. */
interface Inlet {
    /** As in the names of figures. */
    String name();

    String zh();

    String en();

    /** A connection of one caller. */
    Line line();

    /** The order under this number, as this inlet wants it written. */
    byte[] order(String orderNo);

    boolean isTaken(Line.Answer answer);

    /** Orders that really stand in its store. */
    long kept() throws SQLException;

    /** Returns when nothing it acknowledged is left to be done. */
    void finish() throws SQLException, InterruptedException;

    long pid();
}
