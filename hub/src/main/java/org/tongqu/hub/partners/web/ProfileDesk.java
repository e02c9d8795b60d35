package org.tongqu.hub.partners.web;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.partners.PartnerSettings;
import org.tongqu.hub.partners.PartnerSettings.Change;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Changes of a profile by a person who looked at it first; a change and its line in the trail are one transaction. */
@Component
class ProfileDesk {
    private final PartnerSettings settings;
    private final AuditTrail trail;
    private final Wall wall;

    ProfileDesk(PartnerSettings settings, AuditTrail trail, Wall wall) {
        this.settings = settings;
        this.trail = trail;
        this.wall = wall;
    }

    /** @param form of which nothing is wrong */
    Change save(Sender sender, String code, ProfileForm form) {
        FactoryProfile profile = form.asked().profile();
        return noted(
                sender,
                code,
                "profile " + profile,
                () -> settings.profile(code, profile, form.basedOn(), sender.login()));
    }

    Change takeBack(Sender sender, String code, int version) {
        return noted(
                sender,
                code,
                "profile " + version + " taken back",
                () -> settings.takeBack(code, version, sender.login()));
    }

    private Change noted(Sender sender, String code, String detail, Supplier<Change> deed) {
        return wall.within(Scope.of(sender), () -> {
            Change change = deed.get();
            if (change == Change.MADE) {
                trail.note(Act.EDIT_PARTNER.name(), code, detail);
            }
            return change;
        });
    }
}
