package org.tongqu.hub.demand.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.SupplyOffers;
import org.tongqu.hub.demand.Turnkey;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Toast;

/** 供需: what cooperating firms offer, beside the parts that nobody is asked for. */
@Controller
@RequestMapping("/supply-offers")
class SupplyOffersPage {
    private static final String HERE = "redirect:/supply-offers";
    private static final int MOST = 100;

    private final SupplyOffers offers;
    private final Turnkey turnkey;
    private final Partners partners;
    private final Policy policy;
    private final MessageSource words;

    SupplyOffersPage(SupplyOffers offers, Turnkey turnkey, Partners partners, Policy policy, MessageSource words) {
        this.offers = offers;
        this.turnkey = turnkey;
        this.partners = partners;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping
    String offers(Sender sender, Model model) {
        List<Partners.Partner> firms = offers.firms(sender);
        model.addAttribute("offers", offers.today(sender))
                .addAttribute("blocked", turnkey.blocked(sender, MOST))
                .addAttribute("mayOffer", policy.allows(sender.role(), Act.OFFER_SUPPLY) && !firms.isEmpty())
                .addAttribute("firms", firms)
                .addAttribute("classes", partners.classes());
        return "demand/offers";
    }

    @PostMapping
    String post(Sender sender, @ModelAttribute Form form, RedirectAttributes next, Locale locale) {
        return told(offers.post(sender, form.offer()).wrong(), "supply.posted", next, locale);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        offers.withdraw(sender, Asked.id(id));
        return told(null, "supply.withdrawn", next, locale);
    }

    private String told(@Nullable Refusal wrong, String done, RedirectAttributes next, Locale locale) {
        if (wrong == null) {
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(done, null, locale), null));
        } else {
            next.addFlashAttribute("refused", locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en());
        }
        return HERE;
    }

    /** As typed; what is no figure and no day is told like any other wrong word. */
    record Form(
            @Nullable String partner,
            @Nullable String offerNo,
            @Nullable String productClass,
            @Nullable String what,
            @Nullable String region,
            @Nullable String amount,
            @Nullable String validUntil) {
        SupplyOffers.NewOffer offer() {
            String price = said(amount);
            return new SupplyOffers.NewOffer(
                    said(partner),
                    said(offerNo),
                    said(productClass),
                    said(what),
                    said(region),
                    price == null ? null : new SupplyOffers.Price(figure(price), "CNY"),
                    day(validUntil));
        }

        private static @Nullable String said(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }

        private static @Nullable BigDecimal figure(String typed) {
            return typed.matches("\\d{1,14}(\\.\\d{1,4})?") ? new BigDecimal(typed) : null;
        }

        private static @Nullable LocalDate day(@Nullable String typed) {
            try {
                return typed == null ? null : LocalDate.parse(typed);
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }
}
