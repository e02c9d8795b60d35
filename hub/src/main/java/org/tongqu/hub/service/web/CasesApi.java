package org.tongqu.hub.service.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.service.ServiceCases;
import org.tongqu.hub.service.ServicePages;

/** {@code /api/v1/service-cases}. */
@RestController
@RequestMapping("/api/v1/service-cases")
class CasesApi {
    private final ServiceCases cases;
    private final ServicePages pages;

    CasesApi(ServiceCases cases, ServicePages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    Slice<ServicePages.CaseLine> list(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.cases(
                sender, ServicePages.state(state), Asked.word("region", region), Window.ofNumbers(limit, after));
    }

    @GetMapping("/{id}")
    ServicePages.CaseWhole one(Sender sender, @PathVariable String id) {
        return pages.find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> open(Sender sender, @RequestBody NewCase asked) {
        return Said.id(cases.open(sender, asked.wanted()));
    }

    @PostMapping("/{id}/send")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(Sender sender, @PathVariable String id, @RequestBody Sending asked) {
        Said.refused(cases.send(sender, Asked.id(id), asked.sent()));
    }

    @PostMapping("/{id}/arrive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrive(Sender sender, @PathVariable String id) {
        Said.refused(cases.arrive(sender, Asked.id(id)));
    }

    @PostMapping("/{id}/solve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void solve(Sender sender, @PathVariable String id, @RequestBody Words asked) {
        Said.refused(cases.solve(sender, Asked.id(id), Said.text(asked.words())));
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Sender sender, @PathVariable String id, @RequestBody Words asked) {
        Said.refused(cases.close(sender, Asked.id(id), Said.text(asked.words())));
    }

    @PostMapping("/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Sender sender, @PathVariable String id, @RequestBody Words asked) {
        Said.refused(cases.reopen(sender, Asked.id(id), Said.text(asked.words())));
    }

    record Words(@Nullable String words) {}

    record NewCase(
            @Nullable String customerId,
            @Nullable String visitId,
            @Nullable String serial,
            @Nullable String trouble,
            @Nullable Boolean technician) {
        ServiceCases.Wanted wanted() {
            return wanted(customerId, visitId, serial, trouble, Boolean.TRUE.equals(technician));
        }

        static ServiceCases.Wanted wanted(
                @Nullable String customerId,
                @Nullable String visitId,
                @Nullable String serial,
                @Nullable String trouble,
                boolean technician) {
            String customer = Said.word(customerId);
            String visit = Said.word(visitId);
            return new ServiceCases.Wanted(
                    customer == null ? null : Asked.id(customer),
                    visit == null ? null : Asked.id(visit),
                    Said.word(serial),
                    Said.text(trouble),
                    technician);
        }
    }

    record Sending(
            @Nullable String technician,
            @Nullable String from,
            @Nullable String until,
            @Nullable String agent) {
        ServiceCases.Sent sent() {
            return new ServiceCases.Sent(
                    Said.word(technician), Said.day("from", from), Said.day("until", until), Said.word(agent));
        }
    }
}
