package org.tongqu.hub.journal;

import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;

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

    static Refusal notYourBranch(String told, String login) {
        return new Refusal(
                "/branch",
                "NOT_YOUR_BRANCH",
                "凭证 " + login + " 不属于大区 " + told + "；请核对节点的 TONGQU_BRANCH 与密钥。",
                "The credential " + login + " is not that of branch " + told
                        + "; check the node's TONGQU_BRANCH and its key.");
    }

    static Refusal notYourLine(String line) {
        return new Refusal(
                "/line",
                "NOT_YOUR_LINE",
                "线路 " + line + " 属于另一个大区；节点的数据目录是否拿错了？",
                "The line " + line + " is another branch's; has the node been given somebody else's data folder?");
    }

    static Uplink.Conflict conflict(BranchLine line, BranchLine.Found found) {
        return found.kind() == BranchLine.Break.BROKEN_CHAIN
                ? new Uplink.Conflict(
                        found.at(),
                        "第 " + found.at() + " 号的散列与内容不符，没有留存；节点将另开新线路重发。",
                        "The hash of number " + found.at()
                                + " does not follow from its content; it was not kept. The node opens a new line and sends again.")
                : new Uplink.Conflict(
                        found.at(),
                        "第 " + found.at() + " 号总站已有另一内容（已收齐至 " + line.completeThrough()
                                + "）：节点的磁盘可能恢复自旧备份。两份都保留，节点将另开新线路。",
                        "The hub has other content under number " + found.at() + " (complete through "
                                + line.completeThrough()
                                + "): an old copy of the node's disk may have been put back. Both are kept, the node opens a new line.");
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
