package org.tongqu.hub.console.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomerFiles;

/** Hands the journal's page, which knows no customers, what an opened message changed in their files. */
@ControllerAdvice(basePackages = "org.tongqu.hub.journal.web")
class ChangedValuesAdvice {
    private final CustomerFiles files;

    ChangedValuesAdvice(CustomerFiles files) {
        this.files = files;
    }

    @ModelAttribute("changed")
    @Nullable
    ChangedValues changed(
            @RequestAttribute(name = "org.tongqu.connectors.canon.Sender", required = false) @Nullable Sender sender) {
        return sender == null ? null : new ChangedValues(id -> files.changes(sender, id));
    }

    /** Asked only by a page that shows a message. */
    record ChangedValues(Function<String, List<CustomerFiles.Change>> ask) {
        public List<CustomerFiles.Change> by(String messageId) {
            return ask.apply(messageId);
        }

        public int most() {
            return CustomerFiles.MOST_CHANGES;
        }
    }
}
