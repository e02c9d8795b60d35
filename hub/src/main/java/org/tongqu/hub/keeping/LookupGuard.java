package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Writes down every question, and ends the asking of who asks too much: whoever may ask for one name may not ask for all. */
@Component
class LookupGuard {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    /** What is typed letter by letter is one question, as long as nobody types for longer than this. */
    private static final Duration TYPING = Duration.ofSeconds(60);

    private final int most;
    private final LookupStore store;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    LookupGuard(
            @Value("${tongqu.lookup.most:60}") int most,
            LookupStore store,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.most = most;
        this.store = store;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem.Said where this person asked for too many in a short time */
    void note(Sender by, Lookups.Question question) {
        wall.run(Scope.of(by), () -> {
            store.hold(by.login());
            Instant now = clock.instant();
            if (!store.has(by.login(), question, now.minus(WITHIN))) {
                keep(by, question, now);
                trail.note(Act.LOOK_UP.name(), question.name(), question.rest());
            }
        });
    }

    private void keep(Sender by, Lookups.Question question, Instant now) {
        Optional<LookupStore.Last> before = store.last(by.login())
                .filter(last -> last.at().toInstant().isAfter(now.minus(TYPING)) && question.goesOn(last.question()));
        if (before.isPresent()) {
            store.typedOn(before.get().id(), question);
            return;
        }
        if (!seesAll(by) && store.count(by.login(), now.minus(WITHIN)) >= most) {
            throw tooMany().said();
        }
        store.forget(by.login(), now.minus(WITHIN));
        store.add(ids.next(), by.login(), question, now);
    }

    /** The desk may search all customers as it is. */
    private static boolean seesAll(Sender by) {
        return Scope.of(by).kind() == Scope.Kind.HQ;
    }

    private Problem tooMany() {
        return Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_LOOKUPS",
                "10 分钟内最多查重 " + most + " 次。请过几分钟再查；名单较长时，请把名单交给总部服务台核对。",
                "At most " + most
                        + " look-ups in 10 minutes. Wait some minutes; for a longer list, ask the service desk at headquarters.");
    }
}
