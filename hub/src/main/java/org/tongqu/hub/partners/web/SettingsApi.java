package org.tongqu.hub.partners.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.partners.PartnerSettings;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.partners.ZoneCut;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** How a factory sells and cuts the country, as data that counts from the moment it is put; every version is kept. */
@RestController
@RequestMapping("/api/v1/partners/{code}")
class SettingsApi {
    private final PartnerSettings settings;
    private final PartnersPages pages;
    private final Partners partners;
    private final People people;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;

    SettingsApi(
            PartnerSettings settings,
            PartnersPages pages,
            Partners partners,
            People people,
            Policy policy,
            AuditTrail trail,
            Wall wall) {
        this.settings = settings;
        this.pages = pages;
        this.partners = partners;
        this.people = people;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
    }

    @GetMapping("/profile")
    PartnersPages.Profile profile(Sender sender, @PathVariable String code) {
        policy.require(sender, Act.READ_PARTNERS);
        return pages.profile(sender, code).orElseThrow(() -> Problem.notFound().said());
    }

    @PutMapping("/profile")
    PartnersPages.Profile profile(Sender sender, @PathVariable String code, @RequestBody NewProfile asked) {
        policy.require(sender, Act.EDIT_PARTNER);
        asked.wrong().ifPresent(SettingsApi::refuse);
        FactoryProfile profile = asked.profile();
        change(sender, code, "profile " + profile, () -> settings.profile(code, profile, sender.login()));
        return profile(sender, code);
    }

    @GetMapping("/zones")
    Map<String, Object> zones(Sender sender, @PathVariable String code) {
        policy.require(sender, Act.READ_PARTNERS);
        requireFactory(sender, code);
        return Map.of("items", pages.cuts(sender, code));
    }

    @PutMapping("/zones")
    Map<String, Object> zones(Sender sender, @PathVariable String code, @RequestBody NewCut asked) {
        policy.require(sender, Act.EDIT_PARTNER);
        UnaryOperator<String> fullName = province -> fullName(sender, province);
        asked.wrong(fullName).ifPresent(SettingsApi::refuse);
        ZoneCut cut = asked.cut(fullName);
        change(sender, code, "zones " + cut, () -> settings.cut(code, cut, sender.login()));
        return zones(sender, code);
    }

    private String fullName(Sender sender, String province) {
        return wall.read(Scope.of(sender), () -> people.fullProvince(province).orElse(""));
    }

    /** Only a change leaves a line in the trail: the same said again is none. */
    private void change(Sender sender, String code, String detail, BooleanSupplier deed) {
        wall.run(Scope.of(sender), () -> {
            requireFactory(sender, code);
            if (deed.getAsBoolean()) {
                trail.note(Act.EDIT_PARTNER.name(), code, detail);
            }
        });
    }

    private void requireFactory(Sender sender, String code) {
        Optional<Partners.Partner> found = wall.read(Scope.of(sender), () -> partners.find(code));
        if (found.isEmpty()) {
            throw Problem.of(HttpStatus.NOT_FOUND, PartnerWords.unknown(code)).said();
        }
        if (!found.get().kind().equals("FACTORY")) {
            refuse(SettingWords.notAFactory(code));
        }
    }

    private static void refuse(Refusal wrong) {
        throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, wrong).said();
    }
}
