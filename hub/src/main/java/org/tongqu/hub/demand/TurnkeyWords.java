package org.tongqu.hub.demand;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.needs.Needs;

/** Why an act on a need's parts is refused, in words. */
final class TurnkeyWords {
    private TurnkeyWords() {}

    static Optional<Refusal> wrong(Optional<Needs.Stuck> stuck, Optional<String> whom) {
        if (stuck.isEmpty()) {
            return Optional.of(notBlocked());
        }
        if (whom.isEmpty()) {
            return Optional.of(nobody());
        }
        return stuck.filter(part -> part.asked().contains(whom.get())).map(part -> askedBefore(whom.get()));
    }

    private static Refusal notBlocked() {
        return new Refusal(
                "/partId",
                "NOT_BLOCKED",
                "这部分没有卡住：已有工厂在答复或已报价；请刷新页面再看。",
                "This part is not blocked: somebody is asked for it or has quoted it; look at the need again.");
    }

    private static Refusal nobody() {
        return new Refusal(
                "/offerId",
                "UNKNOWN_OFFER",
                "没有这条有效的供货信息，也没有这家工厂；请重新选择。",
                "There is no such supply offer that still holds, nor such a factory; choose again.");
    }

    private static Refusal askedBefore(String whom) {
        return new Refusal(
                "/factory",
                "ASKED_BEFORE",
                "这部分已经问过 " + whom + "；请换一家。",
                "This part was asked of " + whom + " before; choose another.");
    }

    static Refusal noReason() {
        return new Refusal("/reason", "NO_REASON", "请写明原因，最多 500 个字。", "Give the reason, in at most 500 characters.");
    }

    static Refusal notOpen() {
        return new Refusal(
                "/partId",
                "NOT_OPEN",
                "没有这个部分，或它已经订货、已经退出。",
                "There is no such part, or it is ordered or out already.");
    }

    static Refusal stillOpen(String parts) {
        return new Refusal(
                "",
                "PARTS_OPEN",
                "还有未了的部分：" + parts + "；等交付，或先注明原因让它退出。",
                "Parts are still open: " + parts + "; wait for delivery, or let them go with a reason first.");
    }
}
