package org.tongqu.hub.reconciliation;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What may stand against an act on a difference, in words. */
final class DiscrepancyWords {
    private DiscrepancyWords() {}

    static Optional<Refusal> otherwise() {
        return said(
                "",
                "STANDS_OTHERWISE",
                "这条差异的状态已经变了，请刷新后再看。",
                "This difference stands otherwise by now; open it again.");
    }

    static Optional<Refusal> badQuestion() {
        return said("/words", "BAD_QUESTION", "请写明要问什么，1 到 500 个字。", "Write what you ask in 1 to 500 characters.");
    }

    static Optional<Refusal> badAnswer() {
        return said("/answer", "BAD_ANSWER", "请写明答复，1 到 500 个字。", "Write your answer in 1 to 500 characters.");
    }

    static Optional<Refusal> answered() {
        return said("", "ANSWERED", "这个问题已经答复过了。", "This question has been answered already.");
    }

    static Optional<Refusal> deskTeaches() {
        return said(
                "/verdict",
                "DESK_TEACHES",
                "这个结论会成为全集团的规则，请由总部服务台来定。",
                "This verdict becomes a rule for the whole group; the headquarters desk gives it.");
    }

    static Refusal noTwoProducts() {
        return new Refusal(
                "/verdict",
                "NO_TWO_PRODUCTS",
                "这条差异里没有两个产品，不能认作同一产品。",
                "There are no two products in this difference that could be one.");
    }

    static Refusal nameTaken() {
        return new Refusal(
                "/verdict",
                "NAME_TAKEN",
                "这个产品名称已在别的同义规则里，请先到规则页撤销。",
                "That name stands in another rule already; revoke it on the page of rules first.");
    }

    static Refusal noUnit() {
        return new Refusal(
                "/verdict", "NO_UNIT", "两个数量都要有，才能算出换算关系。", "Both quantities are needed to tell what one unit counts.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
