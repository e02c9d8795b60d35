package org.tongqu.hub.needs;

/** News that a person is about to give a need another grade: whoever must hold rows of its own before the need is held does so now. */
public record RegradeWanted(String needId) {}
