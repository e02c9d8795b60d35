package org.tongqu.hub.partners.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** Tells headquarters who its partners are and what is settled about each; keys and secrets are told by nobody. */
@RestController
@RequestMapping("/api/v1/partners")
class PartnerListApi {
    private static final List<String> KINDS = List.of("AGENT", "FACTORY", "BRANCH", "COOPERATOR");

    private final PartnersPages pages;
    private final Policy policy;

    PartnerListApi(PartnersPages pages, Policy policy) {
        this.pages = pages;
        this.policy = policy;
    }

    @GetMapping
    Slice<PartnersPages.Partner> list(
            Sender sender,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        policy.require(sender, Act.READ_PARTNERS);
        return pages.list(sender, Asked.oneOf("kind", kind, KINDS), Window.ofCodes(limit, after));
    }

    @GetMapping("/{code}")
    PartnersPages.Partner one(Sender sender, @PathVariable String code) {
        policy.require(sender, Act.READ_PARTNERS);
        return pages.one(sender, code).orElseThrow(() -> Problem.notFound().said());
    }
}
