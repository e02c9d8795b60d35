package org.tongqu.hub.dispatch.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Dispatches;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** Places moved on the board, by drag or by form: each is a pin, the rest is planned around it, and the board comes back with the way to undo it. */
@Controller
@RequestMapping("/dispatch")
class DispatchMoves {
    private final DispatchPages pages;
    private final Dispatches dispatches;
    private final Told told;

    DispatchMoves(DispatchPages pages, Dispatches dispatches, Told told) {
        this.pages = pages;
        this.dispatches = dispatches;
        this.told = told;
    }

    @PostMapping("/move")
    String move(
            Sender sender,
            @ModelAttribute Move move,
            @ModelAttribute Seen seen,
            RedirectAttributes next,
            Locale locale) {
        Spot spot = Spot.of(move.place());
        String undo = undo(sender, spot, seen);
        Optional<Refusal> wrong = dispatches.pin(sender, spot.dispatch(), spot.n(), move.pin());
        wrong.ifPresent(refusal -> next.addFlashAttribute("moving", move));
        return planned(sender, wrong, seen, undo, "dispatch.moved", next, locale);
    }

    @PostMapping("/let-go")
    String letGo(
            Sender sender,
            @RequestParam(required = false) @Nullable String place,
            @ModelAttribute Seen seen,
            RedirectAttributes next,
            Locale locale) {
        Spot spot = Spot.of(place);
        Optional<Refusal> wrong = dispatches.unpin(sender, spot.dispatch(), spot.n());
        return planned(sender, wrong, seen, null, "dispatch.unpinned", next, locale);
    }

    private String planned(
            Sender sender,
            Optional<Refusal> wrong,
            Seen seen,
            @Nullable String undo,
            String key,
            RedirectAttributes next,
            Locale locale) {
        String seconds = wrong.isPresent() ? "" : DispatchActs.seconds(pages.replan(sender));
        return told.thenOrBack(next, wrong, locale, seen.board(), undo, key, seconds);
    }

    /** Where somebody was pinned before, that pin; else none. */
    private String undo(Sender sender, Spot spot, Seen seen) {
        return pages.find(sender, spot.dispatch()).stream()
                .flatMap(whole -> whole.line().places().stream())
                .filter(place -> place.n() == spot.n() && place.pinned())
                .findFirst()
                .map(place -> seen.on(Move.back(spot, place)))
                .orElseGet(() -> seen.on(
                        UriComponentsBuilder.fromPath("/dispatch/let-go").queryParam("place", spot.key())));
    }

    /**
     * What the form of the board says.
     *
     * @param place id of the dispatch and number of the place in it
     * @param override where it is there, the ladder of tiers does not count; asks for a reason
     */
    record Move(
            @Nullable String place,
            @Nullable String technician,
            @Nullable String from,
            @Nullable String override,
            @Nullable String why) {
        Dispatches.Pin pin() {
            return new Dispatches.Pin(
                    technician == null ? "" : technician,
                    DispatchApi.day("from", from),
                    override != null,
                    why == null ? "" : why);
        }

        static UriComponentsBuilder back(Spot spot, DispatchPages.Place before) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dispatch/move")
                    .queryParam("place", spot.key())
                    .queryParam("technician", before.technician())
                    .queryParam("from", before.from())
                    .queryParam("why", before.pinnedWhy());
            return before.override() ? address.queryParam("override", "true") : address;
        }
    }

    /** Which page of the board is looked at. */
    record Seen(@Nullable String look, @Nullable String after) {
        String board() {
            return on(UriComponentsBuilder.fromPath("/dispatch"));
        }

        String on(UriComponentsBuilder address) {
            return address.queryParamIfPresent("look", Optional.ofNullable(Asked.word("look", look)))
                    .queryParamIfPresent("after", Optional.ofNullable(Asked.word("after", after)))
                    .encode()
                    .toUriString();
        }
    }

    private record Spot(String dispatch, int n) {
        static Spot of(@Nullable String said) {
            if (said == null || !said.matches("[0-9a-f-]{36}/[0-9]{1,3}")) {
                throw Problem.badParameter("place", "请从名单里选一个岗位。", "Choose a place of the list.")
                        .said();
            }
            String[] words = said.split("/", 2);
            return new Spot(words[0], Integer.parseInt(words[1]));
        }

        String key() {
            return dispatch + "/" + n;
        }
    }
}
