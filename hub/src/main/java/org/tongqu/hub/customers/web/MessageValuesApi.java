package org.tongqu.hub.customers.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomerFiles;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/messages/{id}/values}: what a message changed in customers' files. */
@RestController
class MessageValuesApi {
    private final CustomerFiles files;
    private final JournalPages journal;

    MessageValuesApi(CustomerFiles files, JournalPages journal) {
        this.files = files;
        this.journal = journal;
    }

    @GetMapping("/api/v1/messages/{id}/values")
    Changes changes(Sender sender, @PathVariable String id) {
        String message = journal.message(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said())
                .id();
        List<CustomerFiles.Change> all = files.changes(sender, message);
        return new Changes(
                all.stream().limit(CustomerFiles.MOST_CHANGES).toList(), all.size() > CustomerFiles.MOST_CHANGES);
    }

    /** @param more whether the message changed more values than are told */
    record Changes(List<CustomerFiles.Change> items, boolean more) {}
}
