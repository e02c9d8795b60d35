package org.tongqu.hub.platform;

/** How much was kept and is not worked on yet; asked of the room that keeps it. */
@FunctionalInterface
public interface Backlog {
    /**
     * Counts no further than it must.
     *
     * @param most beyond which the count does not matter
     */
    long waiting(long most);
}
