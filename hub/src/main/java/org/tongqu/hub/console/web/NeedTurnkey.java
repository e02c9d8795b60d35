package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.Combined;
import org.tongqu.hub.demand.Conversation;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.partners.Partners;

/**
 * 成套与对话, as a need's page shows them.
 *
 * @param slowest name of the firm with the longest lead time; may be empty
 */
record NeedTurnkey(
        @Nullable Combined combined,
        String slowest,
        List<Talk> talks,
        List<Partners.Partner> factories,
        boolean maySend,
        boolean mayClose,
        boolean mayTalk) {
    public long unread() {
        return talks.stream().mapToLong(Talk::unread).sum();
    }

    /** One factory's conversation. */
    record Talk(
            String demandId,
            String factory,
            @Nullable String copyTo,
            List<DemandPages.Served> agents,
            List<Conversation.Line> lines) {
        /** Whether there is anything to read, so that it stands open. */
        public boolean said() {
            return !lines.isEmpty() || agents.stream().anyMatch(DemandPages.Served::acknowledged);
        }

        public long unread() {
            return lines.stream().filter(Conversation.Line::unread).count();
        }
    }
}
