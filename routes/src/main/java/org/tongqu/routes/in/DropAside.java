package org.tongqu.routes.in;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.files.DropNames;
import org.tongqu.connectors.files.FileReportWriter;
import org.tongqu.routes.in.DropSettling.Still;

/** Puts aside what is no file we may read (links, folders, pipes), unopened, and leaves its sender a note why. */
final class DropAside {
    private final Path aside;
    private final Path out;

    DropAside(Path aside, Path out) {
        this.aside = aside;
        this.out = out;
    }

    void makeFolders() throws IOException {
        Files.createDirectories(out);
        Files.createDirectories(aside);
    }

    /** The note first: should the move fail, the next look does both again. */
    void put(Still thing, String unique) throws IOException {
        String name = DropNames.clean(thing.path());
        FileReportWriter.leaveNote(out, name, reason(thing.path()));
        Files.move(thing.path(), aside.resolve(unique + DropNames.MARK + name), ATOMIC_MOVE);
    }

    /** The file is taken all the same, so the note says under which name its receipt will lie. */
    void tellOfName(Path odd) throws IOException {
        String name = DropNames.clean(odd);
        FileReportWriter.leaveWord(
                out,
                name,
                "TAKEN",
                new Refusal(
                        "",
                        "ODD_NAME",
                        "文件名不是 UTF-8 编码,已按「" + name + "」收下,回执也用这个名字;以后请用 UTF-8 文件名",
                        "The file's name is not UTF-8; it was taken as \"" + name
                                + "\", and its receipt has this name. Use names in UTF-8."));
    }

    private static Refusal reason(Path path) {
        if (Files.isSymbolicLink(path)) {
            return refusal("LINK", "是符号链接,不会打开;请直接投递文件", "it is a link, which is never followed; drop the file itself");
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return refusal("FOLDER", "是文件夹;请把文件逐个放进 in/", "it is a folder; put each file into in/ itself");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return refusal("NOT_A_FILE", "是管道或设备,不是普通文件", "it is a pipe or device, not a plain file");
        }
        return refusal(
                "NOT_READABLE",
                "文件没有读取权限;请改权限后重新投递",
                "the file may not be read; change its permissions and drop it again");
    }

    private static Refusal refusal(String code, String zh, String en) {
        return new Refusal("", code, "没有收下:" + zh, "Not taken: " + en);
    }
}
