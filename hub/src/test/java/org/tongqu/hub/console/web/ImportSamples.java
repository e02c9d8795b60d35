package org.tongqu.hub.console.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.imports.AddressBooks.State;
import org.tongqu.hub.imports.AddressBooks.Verdict;
import org.tongqu.hub.imports.BookField;
import org.tongqu.hub.imports.ImportsPages;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Slice;

/** Invented imports: one that waits, one at work, one undone, one whose company nobody knows. */
final class ImportSamples {
    private static final List<String> CELLS = List.of("沈阳第一机床厂", "王工", "13900000000", "老客户");

    private ImportSamples() {}

    static List<Samples.Sample> all() {
        return List.of(
                sample(
                        "imports",
                        "imports/imports",
                        Map.of(
                                "found",
                                new Slice<>(List.of(line(State.READY), line(State.UNDONE)), "1"),
                                "may",
                                true,
                                "most",
                                16L << 20)),
                sample(
                        "imports-none",
                        "imports/imports",
                        Map.of(
                                "found",
                                new Slice<>(List.of(), null),
                                "may",
                                true,
                                "most",
                                16L << 20,
                                "refused",
                                "文件是空的")),
                one("import", State.READY, "COMPANY"),
                one("import-unknown", State.READY, null),
                one("import-at-work", State.TAKING, "COMPANY"),
                one("import-taken", State.TAKEN, "COMPANY"),
                one("import-undone", State.UNDONE, "COMPANY"));
    }

    private static Samples.Sample one(String name, State state, @Nullable String company) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                new ImportsPages.Import(
                        line(state),
                        List.of(
                                new ImportsPages.ColumnLine(0, "单位", company),
                                new ImportsPages.ColumnLine(1, "姓名", "CONTACT"),
                                new ImportsPages.ColumnLine(2, "手机", "MOBILE"),
                                new ImportsPages.ColumnLine(3, "备注", null)),
                        3,
                        true));
        model.put(
                "rows",
                new Slice<>(
                        List.of(
                                row(4, Verdict.MATCHED, new ImportsPages.Known("c-1", "沈阳第一机床厂", null), null),
                                row(5, Verdict.DOUBTFUL, new ImportsPages.Known(null, null, "E"), null),
                                row(6, Verdict.TWICE, null, null),
                                row(7, Verdict.NEW, null, null),
                                row(
                                        8,
                                        Verdict.REFUSED,
                                        null,
                                        new Refusal("company", "NO_COMPANY", "这一行没有公司名称。", "No company."))),
                        "8"));
        model.put("verdicts", Arrays.stream(Verdict.values()).map(Enum::name).toList());
        model.put("fields", Arrays.stream(BookField.values()).map(Enum::name).toList());
        return sample(name, "imports/import", model);
    }

    private static ImportsPages.RowShown row(
            long no, Verdict verdict, ImportsPages.@Nullable Known known, @Nullable Refusal refusal) {
        return new ImportsPages.RowShown(
                no,
                CELLS,
                "沈阳第一机床厂",
                "王工",
                verdict,
                refusal,
                verdict == Verdict.TWICE ? 4L : null,
                known == null ? List.of() : List.of(known),
                verdict == Verdict.MATCHED
                        ? List.of(new Matching.Clue("MOBILE_SAME", 4.9, "手机相同", "same mobile"))
                        : List.of(),
                verdict == Verdict.REFUSED ? null : "CHANGED",
                verdict == Verdict.NEW,
                null,
                false);
    }

    private static ImportsPages.ImportLine line(State state) {
        return new ImportsPages.ImportLine(
                "i-1",
                12,
                "rep-ne-1",
                "东北客户通讯录.xlsx",
                state,
                5,
                3,
                Map.of(Verdict.MATCHED, 1, Verdict.NEW, 1, Verdict.DOUBTFUL, 1, Verdict.TWICE, 1, Verdict.REFUSED, 1),
                1,
                new ImportsPages.Changes("i-0", 1, 2, 1, 1),
                MadeUp.at("03-02T09:30"),
                state == State.READY ? null : MadeUp.at("03-02T09:40"),
                state == State.READY ? null : "m-1",
                state == State.UNDONE ? "mgr-ne" : null,
                state == State.UNDONE ? MadeUp.at("03-02T10:10") : null,
                state == State.UNDONE ? "传错了文件" : null,
                1,
                1);
    }

    private static Samples.Sample sample(String name, String template, Map<String, Object> model) {
        return new Samples.Sample(name, template, Sender.Role.MANAGER, "/imports", model);
    }
}
