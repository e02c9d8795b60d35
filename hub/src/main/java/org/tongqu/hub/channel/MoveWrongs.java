package org.tongqu.hub.channel;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.Partners;

/** Why a move cannot be, in words to act on. */
final class MoveWrongs {
    static final int MOST = 5000;
    static final Refusal TWICE = new Refusal(
            "",
            "UNDONE_ALREADY",
            "这次调整已经撤销过：不能再撤销一次。",
            "This move has been undone already; it cannot be undone twice.");

    private MoveWrongs() {}

    static Optional<Refusal> of(AgentMoves.Wanted wanted, Partners partners) {
        String from = wanted.from();
        String productClass = wanted.productClass();
        if (!isAgent(wanted.to(), partners)) {
            return unknownAgent("/to", wanted.to());
        }
        if (from != null
                && partners.find(from)
                        .filter(each -> each.kind().equals("AGENT"))
                        .isEmpty()) {
            return unknownAgent("/from", from);
        }
        if (wanted.to().equals(from)) {
            return Optional.of(new Refusal(
                    "/to", "SAME_AGENT", "不能调给自己：请选择另一家代理商。", "A move to the same agent is none: choose another."));
        }
        if (productClass != null && !partners.knowsClass(productClass)) {
            return Optional.of(new Refusal(
                    "/productClass",
                    "UNKNOWN_CLASS",
                    "没有这个产品类：" + productClass,
                    "There is no such product class: " + productClass));
        }
        return from == null && wanted.customers().isEmpty()
                ? Optional.of(new Refusal(
                        "/customers", "REQUIRED", "请选择要签约的客户。", "Choose the customers the agent is to have."))
                : tooMany(wanted);
    }

    private static Optional<Refusal> tooMany(AgentMoves.Wanted wanted) {
        return wanted.customers().size() > MOST
                ? Optional.of(new Refusal(
                        "/customers",
                        "TOO_MANY",
                        "一次最多选 " + MOST + " 个客户：请分几次调整，或不选而整体调整。",
                        "At most " + MOST
                                + " customers can be chosen at once: move them in several acts, or all of an agent's."))
                : Optional.empty();
    }

    static Optional<Refusal> of(Planning.Plan plan) {
        if (!plan.unknown().isEmpty()) {
            String first = plan.unknown().getFirst();
            return Optional.of(new Refusal(
                    "/customers", "UNKNOWN_CUSTOMER", "没有这个客户：" + first, "There is no such customer: " + first));
        }
        return plan.steps().isEmpty()
                ? Optional.of(
                        new Refusal(
                                "/customers",
                                "NOTHING_TO_MOVE",
                                "没有可调整的客户：所选客户不由该代理商签约，或已经归接收方。",
                                "There is nothing to move: the customers chosen are not that agent's, or are the receiver's already."))
                : Optional.empty();
    }

    static boolean isAgent(String code, Partners partners) {
        return partners.find(code)
                .filter(each -> each.kind().equals("AGENT") && each.active())
                .isPresent();
    }

    static Optional<Refusal> unknownAgent(String pointer, String code) {
        return Optional.of(new Refusal(
                pointer,
                "UNKNOWN_AGENT",
                "没有这家在用的代理商：" + code + "。请先在伙伴页登记。",
                "There is no such active agent: " + code + ". Enter it as a partner first."));
    }
}
