package org.tongqu.routes;

import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sluice;

/** What a caller hears at a shut sluice: why, that nothing was kept, and when to come again. */
public final class BusyWords {
    private BusyWords() {}

    public static Refusal of(Sluice.Shut shut) {
        long seconds = shut.retryAfter().toSeconds();
        String zh = zh(shut.cause());
        String en = en(shut.cause());
        return new Refusal(
                "",
                "BUSY",
                "通衢暂时不收新内容:" + zh + ";内容没有留存,请在 " + seconds + " 秒后重发",
                "nothing new is taken for the moment: " + en + "; nothing was kept, send it again in " + seconds
                        + " s");
    }

    private static String zh(Sluice.Cause cause) {
        return switch (cause) {
            case DISK -> "磁盘将满";
            case STORE_FULL -> "数据库的磁盘已满";
            case BACKLOG -> "已收下而没处理完的太多";
            case MEMORY -> "内存将满";
            case REQUESTS -> "同时在处理的太多";
        };
    }

    private static String en(Sluice.Cause cause) {
        return switch (cause) {
            case DISK -> "the disk is nearly full";
            case STORE_FULL -> "the database's disk is full";
            case BACKLOG -> "too much was taken and is not worked on yet";
            case MEMORY -> "the memory is nearly full";
            case REQUESTS -> "too much is under way at once";
        };
    }
}
