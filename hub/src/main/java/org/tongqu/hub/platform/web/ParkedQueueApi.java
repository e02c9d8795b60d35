package org.tongqu.hub.platform.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.ParkedQueue;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;

/** Letters from partners' queues that the hub could not take: who may resend a message may look at them and put them back. */
@RestController
@RequestMapping("/api/v1/parked-queue")
class ParkedQueueApi {
    private static final int MOST = 200;

    private final ParkedQueue parked;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;

    ParkedQueueApi(ParkedQueue parked, Policy policy, AuditTrail trail, Wall wall) {
        this.parked = parked;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
    }

    /** Few, if the hub is well: the oldest are shown, and the next behind them once these are dealt with. */
    @GetMapping
    Slice<ParkedQueue.Parked> letters(Sender sender) {
        policy.require(sender, Act.RESEND_MESSAGE);
        return new Slice<>(parked.letters(MOST), null);
    }

    @PostMapping("/{id}/resend")
    ResponseEntity<Void> resend(Sender sender, @PathVariable String id) {
        policy.require(sender, Act.RESEND_MESSAGE);
        String partner = parked.putBack(Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        wall.run(Scope.of(sender), () -> trail.note("RESEND", id, "letter of " + partner));
        return ResponseEntity.accepted().build();
    }
}
