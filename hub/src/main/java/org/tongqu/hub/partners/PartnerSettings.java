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

    /** As {@link #profile}, by somebody who looked at a version and must not undo unseen what another changed since; 0 where there was none. */
    public Change profile(String factory, FactoryProfile profile, int basedOn, String byLogin) {
        partners.lock(factory);
        if (speaking(factory) != basedOn) {
            return Change.OVERTAKEN;
        }
        return profile(factory, profile, byLogin) ? Change.MADE : Change.NONE;
    }

    /** Lets the version before that one speak again, unless something was changed since. */
    public Change takeBack(String factory, int version, String byLogin) {
        partners.lock(factory);
        return profiles.version(factory, version - 1)
                .map(before -> profile(factory, before.profile(), version, byLogin))
                .orElse(Change.OVERTAKEN);
    }

    private int speaking(String factory) {
        return profiles.speaking(factory).map(PartnersPages.Profile::version).orElse(0);
    }

    /** What came of a change that somebody asked for. */
    public enum Change {
        MADE,
        NONE,
        OVERTAKEN
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
