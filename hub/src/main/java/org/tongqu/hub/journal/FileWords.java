package org.tongqu.hub.journal;

import org.tongqu.connectors.canon.Refusal;

/** What is said of a file as a whole. */
final class FileWords {
    private FileWords() {}

    static Refusal noRows() {
        return new Refusal(
                "",
                "NO_ROWS",
                "文件有表头但没有数据行；请确认导出时选中了数据。",
                "The file has a heading but no data rows; check that the export had data selected.");
    }
}
