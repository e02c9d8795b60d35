package org.tongqu.hub.coverage;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.partners.Partners;

/** A need is also theirs who cover a class of it in its region; whoever raised it keeps it. */
@Service("coverageRouting")
class Routing {
    private final CoverageStore store;
    private final Attendance attendance;
    private final OpenNeeds needs;
    private final Partners partners;
    private final Clock clock;

    Routing(CoverageStore store, Attendance attendance, OpenNeeds needs, Partners partners, Clock clock) {
        this.store = store;
        this.attendance = attendance;
        this.needs = needs;
        this.partners = partners;
        this.clock = clock;
    }

    @EventListener
    void on(NeedGraded graded) {
        OpenNeeds.Brief need = needs.briefs(List.of(graded.needId())).get(graded.needId());
        if (need != null && !need.classes().isEmpty()) {
            Present present = attendance.today(need.region());
            need.classes().forEach(each -> route(need, each, present));
        }
    }

    private void route(OpenNeeds.Brief need, String productClass, Present present) {
        present.logins(need.region(), partners.classAndAncestors(productClass)).stream()
                .filter(login -> !login.equals(need.rep()))
                .forEach(login -> store.route(need.id(), login, need.region(), productClass, clock.instant()));
    }
}
