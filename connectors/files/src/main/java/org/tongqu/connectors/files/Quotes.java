package org.tongqu.connectors.files;

/** Follows quotes through a record fed line by line, to tell whether the record goes on in the next line. */
final class Quotes {
    private enum State {
        CELL_START,
        BARE,
        QUOTED,
        AFTER_QUOTE
    }

    private final char delimiter;
    private State state = State.CELL_START;

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Takes one line and says whether a quote is still open at its end. */
    boolean openAfter(String line) {
        for (int i = 0; i < line.length(); i++) {
            state = after(line.charAt(i));
        }
        return state == State.QUOTED;
    }

    private State after(char c) {
        return switch (state) {
            case CELL_START -> c == '"' ? State.QUOTED : bare(c);
            case BARE -> bare(c);
            case QUOTED -> c == '"' ? State.AFTER_QUOTE : State.QUOTED;
            case AFTER_QUOTE -> c == '"' ? State.QUOTED : bare(c);
        };
    }

    private State bare(char c) {
        return c == delimiter ? State.CELL_START : State.BARE;
    }
}
