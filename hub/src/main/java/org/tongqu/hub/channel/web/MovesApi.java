package org.tongqu.hub.channel.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentMoves;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/agents/…/moves} and {@code /api/v1/agent-moves}: who gets whose customers. */
@RestController
@RequestMapping("/api/v1")
class MovesApi {
    private final AgentMoves moves;
    private final ChannelPages pages;

    MovesApi(AgentMoves moves, ChannelPages pages) {
        this.moves = moves;
        this.pages = pages;
    }

    /** Gives customers to an agent, whoever has them. */
    @PostMapping("/agents/{code}/of-record")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> enter(Sender sender, @PathVariable String code, @RequestBody CustomersAsked asked) {
        return made(moves.move(
                sender, new AgentMoves.Wanted(null, Asked.id(code), ids(asked.customers()), asked.productClass())));
    }

    @PostMapping("/agents/{code}/moves/preview")
    AgentMoves.Preview preview(Sender sender, @PathVariable String code, @RequestBody MoveAsked asked) {
        return moves.preview(sender, asked.from(code));
    }

    @PostMapping("/agents/{code}/moves")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> move(Sender sender, @PathVariable String code, @RequestBody MoveAsked asked) {
        return made(moves.move(sender, asked.from(code)));
    }

    @GetMapping("/agent-moves/{id}")
    ChannelPages.Move one(Sender sender, @PathVariable String id) {
        return pages.move(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping("/agent-moves/{id}/undo")
    Map<String, Integer> undo(Sender sender, @PathVariable String id) {
        AgentMoves.Undone undone = moves.undo(sender, Asked.id(id));
        refused(Optional.ofNullable(undone.refusal()));
        return Map.of("back", undone.back(), "stayed", undone.stayed());
    }

    private static Map<String, String> made(AgentMoves.Answer answer) {
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private static List<String> ids(@Nullable List<String> given) {
        return given == null ? List.of() : given.stream().map(Asked::id).toList();
    }

    record CustomersAsked(
            @Nullable List<String> customers, @Nullable String productClass) {}

    record MoveAsked(
            @Nullable String to,
            @Nullable List<String> customers,
            @Nullable String productClass) {
        AgentMoves.Wanted from(String code) {
            return new AgentMoves.Wanted(
                    Asked.id(code), Objects.requireNonNullElse(to, ""), ids(customers), productClass);
        }
    }
}
