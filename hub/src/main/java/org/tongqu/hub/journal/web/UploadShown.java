package org.tongqu.hub.journal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.JournalPages;

/**
 * 上传页: the file just handed in and the last few.
 *
 * @param most bytes a file may have
 * @param refused why a file was not taken
 * @param file the one just handed in
 * @param text whether its rejected rows can be fetched as text
 * @param workbook whether as a workbook too
 */
record UploadShown(
        long most,
        @Nullable String refused,
        JournalPages.@Nullable Message file,
        boolean text,
        boolean workbook,
        List<JournalPages.MessageLine> files) {
    private static final int REASONS = 20;

    /** Still being read, so the page looks again by itself. */
    public boolean reading() {
        return file != null && file.outcome() == null && !file.parked();
    }

    /** The first few reasons; all of them stand in the file to fetch. */
    public List<JournalPages.RowRefusal> reasons() {
        return file == null
                ? List.of()
                : file.refusals().stream().limit(REASONS).toList();
    }

    public boolean moreReasons() {
        return file != null && file.refusals().size() > REASONS;
    }
}
