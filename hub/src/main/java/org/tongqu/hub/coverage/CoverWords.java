package org.tongqu.hub.coverage;

import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What may stand against an assignment or an absence, in words. */
final class CoverWords {
    private CoverWords() {}

    static Optional<Refusal> unknownPerson() {
        return said(
                "/login",
                "UNKNOWN_PERSON",
                "没有这位在职的业务员或经理。",
                "There is no active representative or manager of this login.");
    }

    static Optional<Refusal> unknownCell() {
        return said("/region", "UNKNOWN_CELL", "请选已有的大区和产品类别。", "Choose a region and a product class that exist.");
    }

    static Optional<Refusal> otherRegion() {
        return said("/region", "OTHER_REGION", "经理只管自己的大区。", "A manager assigns in the region of her own.");
    }

    static Optional<Refusal> badDays() {
        return said("/from", "BAD_DAYS", "结束日不能早于开始日。", "The last day may not lie before the first.");
    }

    static Optional<Refusal> twice() {
        return said("/login", "COVERED_ALREADY", "此人在这一格已有分工。", "This person covers that cell already.");
    }

    static Optional<Refusal> badWhy() {
        return said("/why", "BAD_REASON", "请写明原因，1 到 200 个字。", "Say why in 1 to 200 characters.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
