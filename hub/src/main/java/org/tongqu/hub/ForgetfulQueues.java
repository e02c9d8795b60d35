package org.tongqu.hub;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.hub.platform.PartnerQueues;

/** The last look of a start: which queues there should be is known only once the store has said who the partners are. */
@Component
final class ForgetfulQueues {
    private final Directory directory;
    private final PartnerQueues queues;

    ForgetfulQueues(Directory directory, PartnerQueues queues) {
        this.directory = directory;
        this.queues = queues;
    }

    /** @throws org.tongqu.hub.platform.StartRefused where a partner's queue would lose letters */
    void refuse() {
        List<String> partners = directory.partners().stream()
                .filter(partner -> partner.kind() != Directory.Kind.AGENT)
                .map(Directory.Partner::code)
                .toList();
        queues.refuseForgetful(partners);
    }
}
