package org.tongqu.hub.demand.web;

import java.util.List;
import java.util.Map;
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
import org.tongqu.hub.demand.SupplyOffers;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/supply-offers}: what cooperating firms offer. */
@RestController
@RequestMapping("/api/v1/supply-offers")
class SupplyOffersApi {
    private final SupplyOffers offers;

    SupplyOffersApi(SupplyOffers offers) {
        this.offers = offers;
    }

    @GetMapping
    Map<String, List<SupplyOffers.Offer>> offers(Sender sender) {
        return Map.of("items", offers.today(sender));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Posted post(Sender sender, @RequestBody SupplyOffers.NewOffer said) {
        SupplyOffers.Posted posted = offers.post(sender, said);
        refused(posted.wrong());
        return new Posted(String.valueOf(posted.id()));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Sender sender, @PathVariable String id) {
        if (!offers.withdraw(sender, Asked.id(id))) {
            throw Problem.notFound().said();
        }
    }

    static void refused(@Nullable Refusal wrong) {
        if (wrong != null) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, wrong).said();
        }
    }

    record Posted(String id) {}
}
