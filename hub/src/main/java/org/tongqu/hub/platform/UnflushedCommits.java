package org.tongqu.hub.platform;

/** Says where a database was told to answer before it has flushed, since there are six places and only one of them helps. */
final class UnflushedCommits {
    private UnflushedCommits() {}

    /** @param source as {@code pg_settings} names it */
    static StartRefused refusal(String source, String role, String database) {
        String zh = "应用角色 " + role + " 的新连接是 synchronous_commit = off:断电会丢失已确认的数据。";
        String en = "A new connection of the application role " + role
                + " has synchronous_commit = off: a power cut would lose what was acknowledged. ";
        return source.equals("client")
                ? new StartRefused(zh + "请从 TONGQU_DB_URL 里去掉这个选项。", en + "Take that option out of TONGQU_DB_URL.")
                : new StartRefused(
                        zh + "请执行:" + mending(source, role, database) + "。",
                        en + "Run: " + mending(source, role, database) + ".");
    }

    private static String mending(String source, String role, String database) {
        return switch (source) {
            case "user" -> "ALTER ROLE " + role + " RESET synchronous_commit";
            case "database" -> "ALTER DATABASE " + database + " RESET synchronous_commit";
            case "database user" -> "ALTER ROLE " + role + " IN DATABASE " + database + " RESET synchronous_commit";
            case "global" -> "ALTER ROLE ALL RESET synchronous_commit";
            default -> "ALTER SYSTEM SET synchronous_commit = on; SELECT pg_reload_conf()";
        };
    }
}
