package org.tongqu.hub.demand.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Routing;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Reads and changes which factory answers which product class; a change counts for needs raised from then on. */
@RestController
@RequestMapping("/api/v1/routing-rules")
class RoutingApi {
    private final Routing routing;
    private final Partners partners;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;

    RoutingApi(Routing routing, Partners partners, Policy policy, AuditTrail trail, Wall wall) {
        this.routing = routing;
        this.partners = partners;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
    }

    @GetMapping
    Map<String, Object> rules(Sender sender) {
        policy.require(sender, Act.READ_ROUTING);
        List<Rule> rules = wall.read(Scope.of(sender), routing::ranked).stream()
                .map(rule -> new Rule(rule.productClass(), rule.factory(), rule.preference()))
                .toList();
        return Map.of("items", rules);
    }

    @PutMapping
    ResponseEntity<?> rule(Sender sender, @RequestBody Rule asked) {
        policy.require(sender, Act.EDIT_ROUTING);
        return wall.within(Scope.of(sender), () -> put(sender, asked))
                .<ResponseEntity<?>>map(wrong -> ResponseEntity.unprocessableEntity()
                        .header("Content-Type", Problem.MEDIA_TYPE)
                        .body(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, wrong)))
                .orElseGet(() -> ResponseEntity.ok(asked.placed()));
    }

    private Optional<Refusal> put(Sender sender, Rule asked) {
        String productClass = String.valueOf(asked.productClass());
        String factory = String.valueOf(asked.factory());
        if (!partners.knowsClass(productClass)) {
            return Optional.of(new Refusal(
                    "/productClass",
                    "UNKNOWN_CLASS",
                    "没有产品大类 " + productClass + "。",
                    "There is no product class " + productClass + "."));
        }
        if (asked.place() < Routing.FIRST || asked.place() > Routing.LAST) {
            return Optional.of(new Refusal(
                    "/preference", "BAD_PREFERENCE", "次序应为 1 到 9。", "The preference is a number from 1 to 9."));
        }
        boolean ends = asked.factory() == null && asked.place() > Routing.FIRST;
        if (!ends && isNoFactory(factory)) {
            return Optional.of(new Refusal(
                    "/factory", "UNKNOWN_FACTORY", "没有工厂 " + factory + "。", "There is no factory " + factory + "."));
        }
        if (ends) {
            routing.end(productClass, asked.place());
        } else {
            routing.rule(new Routing.Rule(productClass, factory, asked.place()), sender.login());
        }
        trail.note(Act.EDIT_ROUTING.name(), productClass, asked.place() + " " + factory);
        return Optional.empty();
    }

    private boolean isNoFactory(String code) {
        return partners.find(code)
                .filter(found -> found.kind().equals("FACTORY"))
                .isEmpty();
    }

    /** @param preference 1 where nothing is said; without a factory the rule of a later place ends */
    record Rule(
            @Nullable String productClass,
            @Nullable String factory,
            @Nullable Integer preference) {
        int place() {
            return preference == null ? Routing.FIRST : preference;
        }

        Rule placed() {
            return new Rule(productClass, factory, place());
        }
    }
}
