package org.tongqu.hub.journal.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;

/** The messages page with invented messages, one opened or none. */
public final class MessagesSample {
    private MessagesSample() {}

    public static Map<String, Object> of(
            List<JournalPages.MessageLine> lines, JournalPages.@Nullable Message opened, boolean mayResend) {
        MessagesShown.Text payload = new MessagesShown.Text(
                "text/csv",
                41_000,
                "销售日期,客户名称,产品编码,数量,含税单价\n2026-02-11,沈阳一机床,CK6150,5,380000\n2026-02-30,鞍山宏泰,QD20,1,296000",
                true);
        return Map.of(
                "page",
                new MessagesShown(
                        new JournalPages.Sought("沈阳第一机床厂", null, null, null),
                        null,
                        new Slice<>(lines, "0123"),
                        1,
                        List.of(
                                new Partners.Partner("factory-mt1", "FACTORY", "机床一厂", null, true),
                                new Partners.Partner("agent-a001", "AGENT", "沈阳盛达机电代理有限公司", null, true)),
                        opened,
                        false,
                        mayResend,
                        mayResend ? "NOT_PARKED" : null,
                        opened == null ? null : payload));
    }

    public static Map<String, Object> refusedRows(List<JournalPages.RefusedRow> rows) {
        return Map.of(
                "page",
                new RefusedRowsShown(
                        new JournalPages.RowsSought(null, rows.isEmpty() ? null : "BAD_DATE", null),
                        new Slice<>(rows, rows.isEmpty() ? null : "0123.204"),
                        List.of(
                                new Partners.Partner("factory-mt1", "FACTORY", "机床一厂", null, true),
                                new Partners.Partner("agent-a001", "AGENT", "沈阳盛达机电代理有限公司", null, true))));
    }

    /** The upload page, before a file was chosen (told that one was too large), or with one handed in. */
    public static Map<String, Object> upload(JournalPages.@Nullable Message file) {
        boolean done = file != null && file.outcome() != null;
        return Map.of("page", new UploadShown(64 << 20, file == null ? "LARGE" : null, file, done, done, List.of()));
    }
}
