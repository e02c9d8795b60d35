package org.tongqu.routes.in;

/** The door to whoever keeps the broker's queues. */
public interface QueueKeeper {
    /** The broker's name for the hub itself. */
    String hub();

    /** Asked with every look, before anything else; throws where the broker is away. */
    void look();

    /** Afterwards the partner's queues are there; throws where the broker is away. */
    void putUp(String partner);

    /** The partner has queues no longer; whoever still holds a line under its name loses it. */
    void expel(String partner);
}
