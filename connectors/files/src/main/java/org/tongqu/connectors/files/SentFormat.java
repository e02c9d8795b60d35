package org.tongqu.connectors.files;

/** The media type under which a dropped file is kept, found from its first bytes. */
public final class SentFormat {
    private SentFormat() {}

    /** @param head the first bytes, 256 KiB of them where there are so many */
    public static String of(byte[] head) {
        return switch (Content.of(head)) {
            case Content.Text text -> "text/csv";
            case Content.Workbook workbook -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case Content.Xml xml -> "application/xml";
            case Content.Other other -> "application/octet-stream";
        };
    }
}
