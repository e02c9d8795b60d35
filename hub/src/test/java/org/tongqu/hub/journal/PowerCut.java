package org.tongqu.hub.journal;

/** The end of a hub's process: an error nobody in the hub may catch, known by the life that it ends. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;

    private final transient VirtualHub hub;
    private final int life;

    PowerCut(VirtualHub hub, int life) {
        super(hub.name());
        this.hub = hub;
        this.life = life;
    }

    void ends() {
        hub.dies(life);
    }
}
