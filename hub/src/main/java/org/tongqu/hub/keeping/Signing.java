package org.tongqu.hub.keeping;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** 签收: who may sign what, and when it is too late. */
final class Signing {
    static final Refusal TOO_LATE = new Refusal(
            "",
            "HANDOVER_SETTLED",
            "交接已签收或已撤回，不能再撤回；要改请再办一次交接。",
            "The handover is signed or undone and cannot be undone; make another one instead.");
    private static final Refusal UNDONE =
            new Refusal("", "HANDOVER_UNDONE", "交接已撤回，无须签收。", "The handover was undone; there is nothing to sign.");
    private static final Refusal NOT_YOURS = new Refusal(
            "", "NOT_THE_RECEIVER", "只有接收人本人可以签收自己那一份。", "Only the receiver itself signs what it receives.");
    private static final Refusal SIGNED = new Refusal("", "ALREADY_SIGNED", "您已经签收过了。", "You have signed already.");

    private Signing() {}

    static Optional<Refusal> wrong(
            HandoverStore.Head head, Optional<HandoverStore.Part> part, String own, String written) {
        if (part.isEmpty()) {
            return Optional.of(NOT_YOURS);
        }
        if (head.undoneAt() != null) {
            return Optional.of(UNDONE);
        }
        if (part.get().signed()) {
            return Optional.of(SIGNED);
        }
        return written.strip().equals(own)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "/name",
                        "WRONG_SIGNATURE",
                        "签名应与您的姓名一致：" + own,
                        "Sign with your own name as it is kept here: " + own));
    }
}
