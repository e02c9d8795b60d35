package org.tongqu.hub.partners;

import java.time.Clock;
import org.springframework.stereotype.Service;

/** What is settled about a factory beside how it is reached; every change is kept as a version, and saying the same again is none. */
@Service
public class PartnerSettings {
    private final PartnerStore partners;
    private final ProfileStore profiles;
    private final ZoneStore zones;
    private final Clock clock;

    PartnerSettings(PartnerStore partners, ProfileStore profiles, ZoneStore zones, Clock clock) {
        this.partners = partners;
        this.profiles = profiles;
        this.zones = zones;
        this.clock = clock;
    }

    /** From now on the factory sells this way; says whether that is new. */
    public boolean profile(String factory, FactoryProfile profile, String byLogin) {
        partners.lock(factory);
        boolean isNew = profiles.speaking(factory)
                .filter(told -> told.profile().equals(profile))
                .isEmpty();
        if (isNew) {
            profiles.add(factory, profile, clock.instant(), byLogin);
        }
        return isNew;
    }

    /** Orders from that day on are placed by this cut; those of the days before keep theirs. Says whether that is new. */
    public boolean cut(String factory, ZoneCut cut, String byLogin) {
        partners.lock(factory);
        boolean isNew = zones.on(factory, cut.validFrom()).filter(cut::equals).isEmpty();
        if (isNew) {
            zones.add(factory, cut, clock.instant(), byLogin);
        }
        return isNew;
    }
}
