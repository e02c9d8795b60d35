package org.tongqu.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.tongqu.hub.platform.Database;
import org.tongqu.hub.platform.HomeBackup;
import org.tongqu.hub.platform.RunningHub;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.StartRefused;

/** {@code ./tongqu backup FILE} of the running hub, and {@code ./tongqu restore FILE} into an empty home. */
final class Backup {
    private Backup() {}

    @SuppressWarnings("SystemOut")
    static int write(Settings settings, List<String> arguments) {
        Path file = file("backup", arguments);
        refuseOutside(settings);
        Database database = RunningHub.databaseOf(settings)
                .orElseThrow(() -> new StartRefused(
                        "这个目录(" + settings.home() + ")上没有运行中的通衢。停着的通衢,把整个目录复制走就是备份。",
                        "No Tongqu is running on " + settings.home()
                                + ". Of one that is stopped, a copy of the whole folder is the backup."));
        try {
            long size = new HomeBackup(settings.home()).write(database.url(), file);
            System.out.println(file + "\t" + size);
            return 0;
        } catch (IOException | SQLException broken) {
            throw new StartRefused(
                    "备份没有做成:" + broken.getMessage(), "There is no backup: " + broken.getMessage(), broken);
        }
    }

    @SuppressWarnings("SystemOut")
    static int restore(Settings settings, List<String> arguments) {
        Path file = file("restore", arguments);
        refuseOutside(settings);
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("没有这个文件:" + file, "There is no file " + file + ".");
        }
        try {
            new HomeBackup(settings.home()).restore(file);
            System.out.println("已恢复到 " + settings.home() + ",可以启动;伙伴请把没有回执的再发一次。");
            System.out.println(
                    "Restored into " + settings.home()
                            + ". Start it, and let partners send again what they have no receipt for, and all since the backup.");
            return 0;
        } catch (IOException broken) {
            throw new StartRefused(
                    "没有恢复成:" + broken.getMessage(), "It was not restored: " + broken.getMessage(), broken);
        }
    }

    private static Path file(String command, List<String> arguments) {
        if (arguments.size() != 1) {
            throw new StartRefused("用法:./tongqu " + command + " 文件.zip", "Usage: ./tongqu " + command + " FILE.zip");
        }
        return Path.of(arguments.getFirst()).toAbsolutePath();
    }

    private static void refuseOutside(Settings settings) {
        if (settings.database() != null) {
            throw new StartRefused(
                    "数据库不在本目录:请用那台 PostgreSQL 自己的备份,并连同 secrets/ 一起保存。",
                    "The database lies elsewhere: back it up as that PostgreSQL does, and keep secrets/ with it.");
        }
    }
}
