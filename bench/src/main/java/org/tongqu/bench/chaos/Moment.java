package org.tongqu.bench.chaos;

/** Where in its work the hub can be told to die: on entering or leaving one of its methods, inside the transaction or right behind it. */
enum Moment {
    BEFORE_JOURNAL_COMMIT("leave", "org.tongqu.hub.journal.JournalStore", "keep"),
    AFTER_COMMIT_BEFORE_ANSWER("leave", "org.tongqu.hub.journal.Journal", "receive"),
    MID_FILE("leave", "org.tongqu.hub.journal.WorkStore", "advance"),
    BEFORE_EFFECT_COMMIT("leave", "org.tongqu.hub.journal.WorkStore", "finish"),
    IN_MERGE("leave", "org.tongqu.hub.customers.CustomerStore", "bury"),
    CHOOSING_GOLDEN_VALUES("leave", "org.tongqu.hub.customers.GoldenStore", "choose"),
    BEFORE_QUEUE_ACKNOWLEDGE("leave", "org.tongqu.routes.in.QueueInlet", "hand"),
    AFTER_OUTBOUND_CALL("leave", "org.tongqu.routes.out.Road", "deliver"),
    IN_MIGRATION("enter", "org.flywaydb.core.internal.command.DbMigrate", "doMigrateGroup");

    private final String way;
    private final String type;
    private final String method;

    Moment(String way, String type, String method) {
        this.way = way;
        this.type = type;
        this.method = method;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** Whether the load comes by it only every few seconds. */
    boolean isSeldom() {
        return this == MID_FILE || this == IN_MERGE;
    }

    /** As {@link CrashAgent} names it. */
    String where() {
        return way + " " + type + "." + method;
    }
}
