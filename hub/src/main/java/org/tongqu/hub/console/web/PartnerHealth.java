package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.OutboxPages;

/**
 * 伙伴近况: how one partner stands, in one sentence that says what is wrong before what is well.
 *
 * @param style late, soon, calm or gone
 */
record PartnerHealth(String says, String style) {
    /** What waits longer has not merely not been fetched yet. */
    private static final Duration SLOW = Duration.ofMinutes(10);

    private static final Duration STUCK = Duration.ofHours(2);
    private static final double MANY = 0.05;

    static PartnerHealth of(
            PartnersPages.Partner partner,
            OutboxPages.@Nullable Load load,
            JournalPages.@Nullable Heard heard,
            Say say) {
        if (!partner.active()) {
            return new PartnerHealth(say.word("partner.health.off"), "gone");
        }
        if (load != null && load.parked() > 0) {
            return new PartnerHealth(say.word("partner.health.parked", load.parked()), "late");
        }
        if (load != null && load.oldest() != null && waited(load.oldest(), say).compareTo(SLOW) > 0) {
            Duration waited = waited(load.oldest(), say);
            return new PartnerHealth(
                    say.word("partner.health.waiting", say.lasting(waited), load.waiting()),
                    waited.compareTo(STUCK) > 0 ? "late" : "soon");
        }
        return heard == null ? silent(partner, say) : heard(heard, say);
    }

    private static Duration waited(OffsetDateTime oldest, Say say) {
        return Duration.between(oldest.toInstant(), say.now());
    }

    /** A factory may have nothing to tell for a month; an agent and a branch should have. */
    private static PartnerHealth silent(PartnersPages.Partner partner, Say say) {
        return new PartnerHealth(
                say.word("partner.health.silent"), partner.kind().equals("FACTORY") ? "calm" : "soon");
    }

    private static PartnerHealth heard(JournalPages.Heard heard, Say say) {
        if (heard.rows() > 0 && heard.refused() > heard.rows() * MANY) {
            return new PartnerHealth(say.word("partner.health.rows", say.number(heard.refused())), "soon");
        }
        return new PartnerHealth(say.word("partner.health.well"), "calm");
    }
}
