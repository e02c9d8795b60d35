package org.tongqu.regions.outbox;

import org.tongqu.connectors.canon.Refusal;

/** The store's own refusals. */
final class Words {
    /** Bytes of one visit: it must fit a call of the line with what is around it. */
    static final int MAX_VISIT = 1024 * 1024;

    private Words() {}

    static Refusal conflict(String visitNo) {
        return new Refusal(
                "",
                "CONFLICT",
                "本大区的拜访编号 " + visitNo + " 已有另一内容;先到的有效,如需更正请用新编号",
                "the visit number " + visitNo
                        + " of this branch was already used with other content; the first stands. To correct it use a new number");
    }

    static Refusal tooLarge() {
        return new Refusal("", "TOO_LARGE", "一条拜访至多 1 MiB,请缩短", "one visit may have at most 1 MiB; shorten it");
    }
}
