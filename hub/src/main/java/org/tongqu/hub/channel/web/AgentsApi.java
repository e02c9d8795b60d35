package org.tongqu.hub.channel.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.AgentTree;
import org.tongqu.hub.channel.AgentsOfRecord;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/agents}: the tree, what each takes on, what each has. */
@RestController
@RequestMapping("/api/v1")
class AgentsApi {
    private final ChannelPages pages;
    private final AgentTree tree;

    AgentsApi(ChannelPages pages, AgentTree tree) {
        this.pages = pages;
        this.tree = tree;
    }

    @GetMapping("/agents")
    Agents agents(Sender sender) {
        return new Agents(pages.tree(sender));
    }

    @GetMapping("/agents/{code}")
    ChannelPages.Agent agent(Sender sender, @PathVariable String code) {
        return pages.agent(sender, Asked.id(code))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @GetMapping("/agents/{code}/customers")
    Slice<ChannelPages.SignedCustomer> customers(
            Sender sender,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.customers(sender, Asked.id(code), Window.ofNumbers(limit, after));
    }

    /** Whose customer it is and was. */
    @GetMapping("/customers/{id}/agents")
    CustomerAgents agentsOf(Sender sender, @PathVariable String id) {
        return new CustomerAgents(pages.agentsOf(sender, Asked.id(id)));
    }

    @PutMapping("/agents/{code}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(Sender sender, @PathVariable String code, @RequestBody PlaceAsked asked) {
        MovesApi.refused(tree.place(
                sender,
                Asked.id(code),
                new AgentTree.PlaceWanted(asked.above(), day("from", asked.from()), day("until", asked.until()))));
    }

    @PostMapping("/agents/{code}/capabilities")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(Sender sender, @PathVariable String code, @RequestBody CapabilityAsked asked) {
        AgentTree.Answer answer = tree.add(sender, Asked.id(code), asked.wanted());
        MovesApi.refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    @PostMapping("/agents/{code}/capabilities/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Sender sender, @PathVariable String code, @PathVariable String id, @RequestBody EndAsked asked) {
        MovesApi.refused(tree.end(sender, Asked.id(code), Asked.id(id), day("until", asked.until())));
    }

    static @Nullable LocalDate day(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter(name, "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                    .said();
        }
    }

    static @Nullable String word(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    record Agents(List<ChannelPages.AgentLine> items) {}

    record CustomerAgents(List<AgentsOfRecord.Signed> items) {}

    record PlaceAsked(
            @Nullable String above,
            @Nullable String from,
            @Nullable String until) {}

    record CapabilityAsked(
            @Nullable String kind,
            @Nullable String region,
            @Nullable String province,
            @Nullable String productClass,
            @Nullable String from,
            @Nullable String until) {
        AgentTree.CapabilityWanted wanted() {
            return new AgentTree.CapabilityWanted(
                    Objects.requireNonNullElse(kind, ""),
                    word(region),
                    word(province),
                    word(productClass),
                    day("from", from),
                    day("until", until));
        }
    }

    record EndAsked(@Nullable String until) {}
}
