package org.tongqu.hub.partners.web;

import java.util.List;
import org.tongqu.connectors.canon.Refusal;

/** What is said to whoever names a partner's columns wrongly. */
final class ColumnWords {
    private ColumnWords() {}

    static Refusal tooMany(int most) {
        return new Refusal("", "TOO_MANY", "最多 " + most + " 个列名。", "At most " + most + " headings.");
    }

    static Refusal badHeading(int longest) {
        return new Refusal(
                "",
                "BAD_HEADING",
                "列名不能为空，最多 " + longest + " 字，不含控制字符。",
                "A heading is not blank, has at most " + longest + " characters and no control characters.");
    }

    static Refusal unknown(String heading, List<String> known) {
        return new Refusal(
                "/" + heading,
                "UNKNOWN_COLUMN",
                "「" + heading + "」须对应下列之一，或 extra（保留为附加列）：" + String.join(" ", known),
                "\"" + heading + "\" must be one of these, or extra to keep it as an unknown column: "
                        + String.join(" ", known));
    }

    static Refusal twice(String heading, String column) {
        return new Refusal(
                "/" + heading,
                "COLUMN_TWICE",
                "两个列名都对应 " + column + "；请只留一个。",
                "Two headings name " + column + "; keep one.");
    }
}
