package org.tongqu.hub.handbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.Partners;

/** What is wrong with a handbook as somebody wants it, in words. */
final class HandbookWords {
    private static final String ALL = List.of(VisitStep.values()).toString();
    private static final int LONGEST = 1000;
    private static final int LONGEST_REASON = 200;

    private static final Set<String> SENT_BEFORE = Set.of("CONFLICT", "IDEMPOTENCY_KEY_REUSED");

    private HandbookWords() {}

    /** A number is the page's own affair: whoever writes there is told what it means that it was used. */
    static Refusal onThePage(Refusal told) {
        return SENT_BEFORE.contains(told.code())
                ? new Refusal(
                        told.pointer(),
                        "VISIT_KEPT_BEFORE",
                        "这次拜访已按第一次交的内容收下，这里不能再改；有补充，请另写一份，只写新的内容。",
                        "This visit was kept as it was first sent and cannot be changed here; what is to be added goes into another record, the new things alone.")
                : told;
    }

    static Optional<Refusal> wrong(String productClass, List<FormVersion.Step> steps, String why, Partners partners) {
        if (!productClass.equals(FormVersion.GENERAL) && !partners.knowsClass(productClass)) {
            return Optional.of(new Refusal(
                    "/productClass",
                    "UNKNOWN_CLASS",
                    "没有产品大类 " + productClass + "；请用目录中的代码，或 GENERAL。",
                    "There is no product class " + productClass + "; use a code of the catalogue, or GENERAL."));
        }
        if (why.isBlank() || why.strip().length() > LONGEST_REASON) {
            return Optional.of(
                    new Refusal("/why", "BAD_REASON", "请写明理由，1 到 200 个字。", "Say why in 1 to 200 characters."));
        }
        return steps(steps);
    }

    private static Optional<Refusal> steps(List<FormVersion.Step> steps) {
        Set<VisitStep> told = EnumSet.noneOf(VisitStep.class);
        steps.forEach(step -> told.add(step.step()));
        if (told.size() != VisitStep.values().length || steps.size() != told.size()) {
            return Optional.of(new Refusal(
                    "/steps",
                    "STEPS_NOT_WHOLE",
                    "七个步骤每个要有一次：" + ALL,
                    "Each of the seven steps must be there once: " + ALL));
        }
        return steps.stream().filter(step -> !fits(step)).findFirst().map(HandbookWords::unfit);
    }

    private static boolean fits(FormVersion.Step step) {
        return says(step.helpZh())
                && says(step.helpEn())
                && (step.shown() || step.step().mayBeLeftOut());
    }

    private static boolean says(String help) {
        return !help.isBlank() && help.strip().length() <= LONGEST;
    }

    private static Refusal unfit(FormVersion.Step step) {
        return step.shown() || step.step().mayBeLeftOut()
                ? new Refusal(
                        "/steps/" + step.step(),
                        "BAD_HELP",
                        "步骤 " + step.step() + " 的帮助要有中文和英文，各 1 到 1000 个字。",
                        "The help of step " + step.step() + " needs Chinese and English of 1 to 1000 characters each.")
                : new Refusal(
                        "/steps/" + step.step(),
                        "STEP_STAYS",
                        "几时去、见了谁是每次拜访都要写的，不能省去。",
                        "When you were there and whom you met belong to every visit; this step cannot be left out.");
    }

    static Refusal changed() {
        return new Refusal(
                "/version",
                "HANDBOOK_CHANGED",
                "您改的时候别人已起用了新版本；请重新打开，在新版本上改。",
                "Somebody put another version in force meanwhile; open it again and change that one.");
    }
}
