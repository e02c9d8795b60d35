package org.tongqu.hub.keeping;

import org.tongqu.connectors.canon.Refusal;

/** Why a customer is not given to somebody. */
final class UnkeptWords {
    static final Refusal KEPT_ALREADY = new Refusal(
            "",
            "KEPT_ALREADY",
            "这家客户已有负责人，可能刚刚由别人分派。",
            "Somebody keeps this customer already, given perhaps just now.");

    static final Refusal OTHER_REGION =
            new Refusal("", "OTHER_REGION", "经理只分派自己大区的客户。", "A manager gives customers of the region of her own.");

    static final Refusal UNKNOWN_PERSON = new Refusal(
            "/login",
            "UNKNOWN_PERSON",
            "没有这位在职的业务员或经理。",
            "There is no active representative or manager of this login.");

    static final Refusal NOT_COVERING = new Refusal(
            "/login",
            "NOT_COVERING",
            "此人今天不覆盖这家客户在本大区所问的类别，或不在岗；请先看覆盖矩阵。",
            "This person does not cover what the customer asks for in its region, or is away today; see the coverage matrix.");

    static final Refusal OUT_OF_SIGHT = new Refusal(
            "/login",
            "OUT_OF_SIGHT",
            "替岗人属于别的大区，看不到这家客户；请给本大区的人，或先安排本大区的人覆盖。",
            "The stand-in is of another region and could not open this customer; give it to somebody of its own region.");

    private UnkeptWords() {}
}
