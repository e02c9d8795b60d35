package org.tongqu.hub.sales;

import org.tongqu.connectors.canon.Refusal;

/** Refusals of order reports, in words the factory can act on. */
final class OrderWords {
    private OrderWords() {}

    static Refusal saysNothing() {
        return new Refusal(
                "",
                "EMPTY_ORDER",
                "订单报告没有内容；请给出订单本身，或至少一项进度、发货、回款。",
                "The report says nothing; give the order itself, or at least one milestone, shipment or payment.");
    }

    static Refusal noLines() {
        return new Refusal("/lines", "REQUIRED", "订单没有明细；请至少给出一行。", "The order has no lines; give at least one.");
    }

    static Refusal classUnknown(int line, String productClass) {
        return new Refusal(
                "/lines/" + line + "/productClass",
                "PRODUCT_CLASS_UNKNOWN",
                "产品类别 " + productClass + " 不存在；请用集团产品类别表中的代码，或留空。",
                "There is no product class " + productClass + "; use a code of the group's list, or leave it out.");
    }

    static Refusal agentUnknown(String agent) {
        return new Refusal(
                "/agent",
                "AGENT_UNKNOWN",
                "代理商 " + agent + " 不在册；请核对代码，直销订单请留空。",
                "There is no agent " + agent + "; check the code, or leave it out for a direct sale.");
    }

    static Refusal nothingPaid(int payment) {
        return new Refusal(
                "/payments/" + payment + "/amount",
                "NOTHING_PAID",
                "回款金额不能为零；退款请用负数。",
                "A payment cannot be zero; a refund is negative.");
    }

    static Refusal currencyDiffers(int payment, String said, String ordered) {
        return new Refusal(
                "/payments/" + payment + "/amount",
                "CURRENCY_DIFFERS",
                "回款币种 " + said + " 与订单币种 " + ordered + " 不一致；请按订单币种填报。",
                "The payment is in " + said + " but the order is in " + ordered + "; tell it in the order's currency.");
    }

    static Refusal saidTwice(String pointer, String number) {
        return new Refusal(
                pointer,
                "TWICE_IN_MESSAGE",
                "编号 " + number + " 在同一消息中出现两次；每个编号只能出现一次。",
                "The number " + number + " stands twice in one message; each number may stand once.");
    }
}
