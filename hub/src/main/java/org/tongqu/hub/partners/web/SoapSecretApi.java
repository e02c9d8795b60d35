package org.tongqu.hub.partners.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

/** Changes the secret by which a factory proves itself over SOAP; the old one is worth nothing from then on. */
@RestController
class SoapSecretApi {
    private final Registration registration;
    private final Partners partners;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;

    SoapSecretApi(Registration registration, Partners partners, Policy policy, AuditTrail trail, Wall wall) {
        this.registration = registration;
        this.partners = partners;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
    }

    @PutMapping("/api/v1/partners/{code}/soap-secret")
    ResponseEntity<?> change(Sender sender, @PathVariable String code, @RequestBody NewSecret asked) {
        policy.require(sender, Act.REGISTER_PARTNER);
        String secret = asked.secret();
        if (secret == null || !secret.matches("[\\x21-\\x7e]{4,200}")) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, PartnerWords.badSecret());
        }
        Optional<String> kind = wall.within(Scope.of(sender), () -> changed(code, secret));
        return kind.map(known -> known.equals("FACTORY")
                        ? ResponseEntity.noContent().build()
                        : problem(HttpStatus.UNPROCESSABLE_ENTITY, PartnerWords.noFactory()))
                .orElseGet(() -> problem(HttpStatus.NOT_FOUND, PartnerWords.unknown(code)));
    }

    /** The partner's kind, if there is such a partner; its secret is changed where it is a factory. */
    private Optional<String> changed(String code, String secret) {
        Optional<String> kind = partners.find(code).map(Partners.Partner::kind);
        if (kind.filter("FACTORY"::equals).isPresent()) {
            registration.soapSecret(code, secret);
            trail.note(Act.REGISTER_PARTNER.name(), code, "SOAP secret");
        }
        return kind;
    }

    private static ResponseEntity<?> problem(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status)
                .header("Content-Type", Problem.MEDIA_TYPE)
                .body(Problem.of(status, refusal));
    }

    record NewSecret(@Nullable String secret) {
        @Override
        public String toString() {
            return "NewSecret[]";
        }
    }
}
