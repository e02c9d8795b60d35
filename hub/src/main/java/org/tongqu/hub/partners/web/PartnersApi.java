package org.tongqu.hub.partners.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.partners.Registration;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Enters a partner and how it is reached; its key is told in this answer and never again. */
@RestController
@RequestMapping("/api/v1/partners")
class PartnersApi {

    private final Registration registration;
    private final Partners partners;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final String home;

    PartnersApi(
            Registration registration,
            Partners partners,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            @Value("${tongqu.home}") String home) {
        this.registration = registration;
        this.partners = partners;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.home = home;
    }

    @PostMapping
    ResponseEntity<?> register(Sender sender, @RequestBody NewPartner asked) {
        policy.require(sender, Act.REGISTER_PARTNER);
        Optional<Refusal> wrong = asked.wrong();
        if (wrong.isPresent()) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, wrong.get());
        }
        return wall.within(
                        Scope.of(sender),
                        () -> registration.register(asked.partner()).map(key -> entered(asked, key)))
                .<ResponseEntity<?>>map(
                        told -> ResponseEntity.status(HttpStatus.CREATED).body(told))
                .orElseGet(() -> problem(HttpStatus.CONFLICT, PartnerWords.codeTaken(asked.text(asked.code()))));
    }

    private Registered entered(NewPartner asked, String key) {
        String code = asked.text(asked.code());
        trail.note(Act.REGISTER_PARTNER.name(), code, asked.kind());
        String secret = "FACTORY".equals(asked.kind()) || Partners.COOPERATOR.equals(asked.kind())
                ? registration.freshSoapSecret(code)
                : null;
        return new Registered(code, home + "/drop/" + code + "/in", key, secret);
    }

    @PutMapping("/{code}/endpoint")
    ResponseEntity<?> reach(Sender sender, @PathVariable String code, @RequestBody NewEndpoint asked) {
        policy.require(sender, Act.REGISTER_PARTNER);
        Optional<Refusal> wrong = asked.wrong();
        if (wrong.isPresent()) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, wrong.get());
        }
        boolean known = wall.within(Scope.of(sender), () -> {
            boolean found = partners.find(code).isPresent();
            if (found) {
                registration.reach(code, asked.endpoint());
                trail.note(Act.REGISTER_PARTNER.name(), code, "endpoint " + asked.endpoint());
            }
            return found;
        });
        return known ? ResponseEntity.noContent().build() : problem(HttpStatus.NOT_FOUND, PartnerWords.unknown(code));
    }

    private static ResponseEntity<?> problem(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status)
                .header("Content-Type", Problem.MEDIA_TYPE)
                .body(Problem.of(status, refusal));
    }

    /** @param soapSecret for factories alone */
    record Registered(
            String code,
            String folder,
            String apiKey,
            @Nullable String soapSecret) {}

    record NewPartner(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String region) {
        Optional<Refusal> wrong() {
            if (code == null || !code.matches("[a-z0-9][a-z0-9-]{1,62}")) {
                return Optional.of(PartnerWords.badCode());
            }
            if (kind == null || !kind.matches("AGENT|FACTORY|BRANCH|COOPERATOR")) {
                return Optional.of(PartnerWords.badKind());
            }
            if (name == null || name.isBlank() || name.length() > 200) {
                return Optional.of(PartnerWords.noName());
            }
            return region != null && !region.matches("NE|N|E|CS|SW|NW")
                    ? Optional.of(PartnerWords.badRegion())
                    : Optional.empty();
        }

        Partners.Partner partner() {
            return new Partners.Partner(text(code), text(kind), text(name), regionOfBranch(), true);
        }

        /** A branch that does not name its region may still bear it in its code, e.g. {@code branch-ne}. */
        private @Nullable String regionOfBranch() {
            if (region != null || !"BRANCH".equals(kind)) {
                return region;
            }
            String last = text(code).substring(text(code).lastIndexOf('-') + 1).toUpperCase(Locale.ROOT);
            return last.matches("NE|N|E|CS|SW|NW") ? last : null;
        }

        String text(@Nullable String value) {
            return String.valueOf(value);
        }
    }
}
