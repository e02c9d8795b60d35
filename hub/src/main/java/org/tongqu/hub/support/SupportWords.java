package org.tongqu.hub.support;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What may stand against an action that is logged or withdrawn, in words. */
final class SupportWords {
    private SupportWords() {}

    static Optional<Refusal> noAgent() {
        return said("/agent", "NO_AGENT", "请选一家代理商。", "Choose an agent.");
    }

    static Optional<Refusal> badForm() {
        return said("/formNo", "BAD_FORM_NUMBER", "表单号最多 64 个字。", "A form number has at most 64 characters.");
    }

    static Optional<Refusal> sentBefore() {
        return said(
                "/formNo",
                "SENT_BEFORE",
                "这张表已经按第一次交的内容登记。再按一次，就把现在写的另登记一条。",
                "This form was logged as it was first sent. Press once more to log what it says now as another action.");
    }

    static Optional<Refusal> unknownKind() {
        return said(
                "/kind",
                "UNKNOWN_KIND",
                "请在六种措施里选一种。",
                "Choose one of: TRAINING JOINT_VISIT DISPLAY STOCK TERMS CONTROL.");
    }

    static Optional<Refusal> badDays() {
        return said(
                "/day",
                "BAD_DAYS",
                "只登记已经做了的：日期不能晚于今天，结束日不能早于日期。",
                "Log what was done: the day may not lie after today, the last day not before it.");
    }

    static Optional<Refusal> badPurpose() {
        return said("/purpose", "BAD_PURPOSE", "请写明为了什么，1 到 1000 个字。", "Say what for in 1 to 1000 characters.");
    }

    static Optional<Refusal> unknownPerson() {
        return said("/doneBy", "UNKNOWN_PERSON", "请选本大区在职的同事。", "Choose an active colleague of the region.");
    }

    static Optional<Refusal> badWhy() {
        return said("/why", "BAD_REASON", "请写明撤销的原因，1 到 200 个字。", "Say why it is withdrawn in 1 to 200 characters.");
    }

    static Optional<Refusal> withdrawnAlready() {
        return said("/id", "WITHDRAWN_ALREADY", "这条措施已经撤销。", "This action was withdrawn already.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
