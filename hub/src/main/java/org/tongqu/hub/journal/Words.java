package org.tongqu.hub.journal;

import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;

/** The journal's own refusals, in words for the person who can act on them. */
final class Words {
    private Words() {}

    static Refusal conflict(String key, String firstMessage) {
        return new Refusal(
                "",
                "CONFLICT",
                "同一编号 " + key + " 已有另一内容（消息 " + firstMessage + "）；两份都已保留，先到的有效。如需更正请用新编号或更高版本号。",
                "The key " + key + " was already used with other content (message " + firstMessage
                        + "); both are kept, the first stands. To correct it use a new number or a higher revision.");
    }

    static Refusal keyReused() {
        return new Refusal(
                "",
                "IDEMPOTENCY_KEY_REUSED",
                "该 Idempotency-Key 已用于另一内容；请为新内容换一个键。",
                "This Idempotency-Key was used with other content; use a new key for new content.");
    }

    static Refusal notAllowed(String role, MessageKind kind) {
        return new Refusal(
                "",
                "NOT_ALLOWED",
                "角色 " + role + " 无权提交 " + kind + " 类消息；请用对应单位的凭证。",
                "Role " + role + " may not send " + kind + " messages; use the credential of the unit concerned.");
    }

    static Refusal again(String reason) {
        return new Refusal(
                "",
                "TRIED_AGAIN",
                "处理未成功，系统稍后自动重试，无需操作：" + reason,
                "It did not work yet and will be tried again by itself; nothing to do: " + reason);
    }

    static Refusal parked(String reason) {
        return new Refusal(
                "",
                "PARKED",
                "多次处理未成功，已停放待人工重发：" + reason,
                "Tried many times without success and parked for a person to resend: " + reason);
    }
}
