package org.tongqu.hub.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.ManyParked;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Vitals;

/** 系统状况: whether all is well, and where it is not, what to do; machines ask {@code /actuator/health}. */
@Controller
class HealthPage {
    private static final int WORKS = 20;

    private final Vitals vitals;
    private final JournalPages journal;
    private final OutboxPages outbox;
    private final ManyParked many;

    HealthPage(Vitals vitals, JournalPages journal, OutboxPages outbox, ManyParked many) {
        this.vitals = vitals;
        this.journal = journal;
        this.outbox = outbox;
        this.many = many;
    }

    @GetMapping("/health")
    String health(
            Sender sender,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        Menu.HEALTH.require(sender);
        HealthStory story = new HealthStory(say, names);
        List<HealthPart> parts = parts(sender, story);
        model.addAttribute("sentence", story.sentence(parts));
        model.addAttribute("mood", HealthStory.mood(parts));
        model.addAttribute("parts", parts);
        model.addAttribute("measured", story.measured());
        model.addAttribute("hubs", vitals.hubs(sender));
        return "console/health";
    }

    private List<HealthPart> parts(Sender sender, HealthStory story) {
        Vitals.Base base = vitals.base(sender);
        Vitals.Disk disk = vitals.disk();
        return HealthStory.worstFirst(List.of(
                story.database(base),
                story.intake(vitals.intake()),
                story.disk(disk),
                story.broker(vitals.broker()),
                story.files(disk),
                story.arriving(journal.backlog(sender)),
                story.hands(journal.hands()),
                story.leaving(outbox.loads(sender)),
                story.parked(journal.parked(sender)),
                story.branches(journal.branches(sender)),
                story.audit(vitals.lastAudit(sender)),
                story.work(many.newest(sender, WORKS)),
                story.hubs(vitals.hubs(sender)),
                story.clocks(base)));
    }
}
