package org.tongqu.hub.reminders;

/** The rungs of the ladder: the owner before it is due and when it is, then the branch's manager, then the desk. */
enum Step {
    WARNING,
    LATE,
    MANAGER,
    DESK
}
