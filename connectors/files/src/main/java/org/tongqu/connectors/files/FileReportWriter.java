package org.tongqu.connectors.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReport.FlaggedRow;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/**
 * Writes what became of a dropped file into its sender's {@code out/}: first the rejection file, then the receipt, so that whoever sees the receipt
 * finds all. Writing the same report again leaves the same files.
 */
public final class FileReportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private FileReportWriter() {}

    /** Hands every refused row in file order to what it is given. */
    public interface RefusedRows {
        void each(Consumer<RefusedRow> take);
    }

    /**
     * Returns once both files and the folder are flushed to disk.
     *
     * @param out the sender's {@code out/} folder, which exists
     * @param rows asked only where the report counts refused rows of a readable file; read as a stream
     * @throws IOException where a file cannot be written; what was there before is still whole
     */
    public static void write(Path out, FileReport report, RefusedRows rows) throws IOException {
        String name = plainName(report.name());
        Path rejected = out.resolve(name + ".rejected.csv");
        Path workbook = out.resolve(name + ".rejected.xlsx");
        Form form = report.form();
        if (form != null && report.refused() > 0) {
            writeRejected(rejected, report.messageId(), form, rows);
        } else {
            SafeFile.delete(rejected);
        }
        if (form != null && report.refused() > 0 && fitsWorkbook(form, report)) {
            writeWorkbook(workbook, report.messageId(), form, rows);
        } else {
            SafeFile.delete(workbook);
        }
        byte[] receipt = PRETTY.writeValueAsBytes(receipt(report));
        SafeFile.write(
                out.resolve(name + ".receipt.json"),
                ".receipt-" + report.messageId() + ".tmp",
                to -> to.write(receipt));
    }

    /** Whether rows of a readable file went back, and for a workbook whether they fit into one. */
    public static boolean hasRejected(FileReport report, boolean workbook) {
        Form form = report.form();
        return form != null && report.refused() > 0 && (!workbook || fitsWorkbook(form, report));
    }

    /** The same rejected rows as {@link #write} leaves in a folder, to a stream that stays open. */
    public static void writeRejected(OutputStream to, FileReport report, boolean workbook, RefusedRows rows)
            throws IOException {
        Form form = Objects.requireNonNull(report.form(), "a file that could not be read has no rows to hand back");
        if (workbook) {
            workbook(to, form, rows);
        } else {
            text(to, form, rows);
        }
    }

    private static void text(OutputStream to, Form form, RefusedRows rows) throws IOException {
        RejectionFile file = new RejectionFile(to, form);
        file.begin();
        rows.each(file::add);
    }

    private static void workbook(OutputStream to, Form form, RefusedRows rows) throws IOException {
        try (RejectionWorkbook file = new RejectionWorkbook(to, form)) {
            file.begin();
            rows.each(file::add);
        }
    }

    /** Leaves {@code NAME.note.json} for something in the drop folder that is not a file we take, with the reason why. */
    public static void leaveNote(Path out, String name, Refusal reason) throws IOException {
        leaveWord(out, name, "NOT_TAKEN", reason);
    }

    /** Leaves {@code NAME.note.json} with a word about what happened to something in the drop folder. */
    public static void leaveWord(Path out, String name, String status, Refusal reason) throws IOException {
        ObjectNode note = JSON.createObjectNode().put("name", name).put("status", status);
        byte[] bytes = PRETTY.writeValueAsBytes(reason(note, reason));
        SafeFile.write(
                out.resolve(plainName(name) + ".note.json"),
                ".note-" + Integer.toHexString(name.hashCode()) + ".tmp",
                to -> to.write(bytes));
    }

    private static void writeRejected(Path target, String messageId, Form form, RefusedRows rows) throws IOException {
        SafeFile.write(target, ".rejected-" + messageId + ".tmp", out -> text(out, form, rows));
    }

    private static boolean fitsWorkbook(Form form, FileReport report) {
        return form.kind() == Form.Kind.WORKBOOK && report.refused() <= RejectionWorkbook.MOST_ROWS;
    }

    private static void writeWorkbook(Path target, String messageId, Form form, RefusedRows rows) throws IOException {
        SafeFile.write(target, ".rejected-" + messageId + ".xlsx.tmp", out -> workbook(out, form, rows));
    }

    private static ObjectNode receipt(FileReport report) {
        ObjectNode receipt = JSON.createObjectNode()
                .put("messageId", report.messageId())
                .put("name", report.name())
                .put("status", report.status())
                .put("rows", report.rows())
                .put("accepted", report.accepted())
                .put("refused", report.refused())
                .put("duplicate", report.duplicate())
                .put("ignored", report.ignored())
                .put("sha256", report.sha256())
                .put("repeats", report.repeats());
        return flags(reason(receipt, report.reason()), report);
    }

    private static ObjectNode reason(ObjectNode said, @Nullable Refusal reason) {
        return reason == null
                ? said
                : said.put("reason_code", reason.code())
                        .put("reason_zh", reason.zh())
                        .put("reason_en", reason.en());
    }

    private static ObjectNode flags(ObjectNode receipt, FileReport report) {
        ArrayNode flagged = receipt.putArray("flags");
        for (FlaggedRow row : report.flags()) {
            ArrayNode flags = flagged.addObject().put("row_no", row.rowNo()).putArray("flags");
            row.flags().forEach(flags::add);
        }
        return receipt;
    }

    /** A name is one step inside its folder and never a way out of it. */
    private static String plainName(String name) {
        if (name.isEmpty() || name.contains("/") || name.indexOf(0) >= 0 || name.equals("..")) {
            throw new IllegalArgumentException("not a file name: " + Text.quote(name));
        }
        return name;
    }
}
