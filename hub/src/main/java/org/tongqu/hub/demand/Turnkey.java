package org.tongqu.hub.demand;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 成套: what people do with the parts of a need: send a blocked one on, let one go, close the whole. */
@Service
public class Turnkey {
    private static final int LONGEST = 500;

    private final Needs needs;
    private final NeedsPages pages;
    private final SupplyOffers offers;
    private final Partners partners;
    private final Asking asking;
    private final Policy policy;
    private final Wall wall;

    Turnkey(
            Needs needs,
            NeedsPages pages,
            SupplyOffers offers,
            Partners partners,
            Asking asking,
            Policy policy,
            Wall wall) {
        this.needs = needs;
        this.pages = pages;
        this.offers = offers;
        this.partners = partners;
        this.asking = asking;
        this.policy = policy;
        this.wall = wall;
    }

    /** Sends a blocked part to whoever made a supply offer, or to a factory by its code; answers the demand. */
    public Sent send(Sender sender, String needId, String partId, To to) {
        policy.require(sender, Act.SEND_PART);
        return onNeed(sender, needId, () -> {
            asking.hold(needId);
            needs.hold(needId);
            Optional<Needs.Stuck> stuck = needs.stuck(needId).stream()
                    .filter(part -> part.part().id().equals(partId))
                    .findFirst();
            Optional<String> whom = whom(to);
            Optional<Refusal> wrong = TurnkeyWords.wrong(stuck, whom);
            return wrong.isPresent()
                    ? new Sent(null, wrong.get())
                    : new Sent(sent(sender, needId, stuck.orElseThrow().part(), whom.orElseThrow()), null);
        });
    }

    private String sent(Sender sender, String needId, Needs.Part part, String whom) {
        Needs.Asked need = needs.asked(needId).orElseThrow();
        return asking.ask(new Asking.Ask(need, whom, List.of(part), "part|" + part.id(), sender.login()));
    }

    private Optional<String> whom(To to) {
        String offer = to.offerId();
        return offer == null
                ? Optional.ofNullable(to.factory()).filter(this::makes)
                : offers.valid(offer).map(SupplyOffers.Offer::partner);
    }

    private boolean makes(String code) {
        return partners.kindOf(code)
                .filter(kind -> kind.equals("FACTORY") || kind.equals(Partners.COOPERATOR))
                .isPresent();
    }

    /** Takes a part out of the need, with a reason. */
    public Optional<Refusal> letGo(Sender sender, String needId, String partId, String reason) {
        policy.require(sender, Act.CLOSE_NEED);
        if (isNoReason(reason)) {
            return Optional.of(TurnkeyWords.noReason());
        }
        return onNeed(
                sender,
                needId,
                () -> needs.letGo(needId, partId, reason.strip(), sender.login())
                        ? Optional.empty()
                        : Optional.of(TurnkeyWords.notOpen()));
    }

    /** Closes a need, or tells the parts that are still open. */
    public Optional<Refusal> close(Sender sender, String needId, String why) {
        policy.require(sender, Act.CLOSE_NEED);
        if (isNoReason(why)) {
            return Optional.of(TurnkeyWords.noReason());
        }
        List<Needs.Part> open = onNeed(sender, needId, () -> needs.close(needId, why.strip(), sender.login()));
        String named = open.stream()
                .map(part -> part.productClass() == null ? part.id() : part.productClass())
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? Optional.empty() : Optional.of(TurnkeyWords.stillOpen(named));
    }

    /** What blocks anywhere in the reader's sight, the longest first. */
    public List<NeedsPages.BlockedPart> blocked(Sender sender, int most) {
        policy.require(sender, Act.SEE_SUPPLY);
        return pages.blocked(sender, most);
    }

    private static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST;
    }

    /** The hub acts for whoever may see the need: what it writes lies behind walls of other rooms too. */
    private <T> T onNeed(Sender sender, String needId, Supplier<T> act) {
        if (pages.need(sender, needId).isEmpty()) {
            throw Problem.notFound().said();
        }
        return wall.within(Scope.WORKER, act);
    }

    /** Where to: one of both. */
    public record To(@Nullable String offerId, @Nullable String factory) {}

    /** The demand made, or why there is none. */
    public record Sent(@Nullable String demandId, @Nullable Refusal wrong) {}
}
