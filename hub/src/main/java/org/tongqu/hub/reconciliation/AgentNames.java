package org.tongqu.hub.reconciliation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.partners.Partners;

/** Customers name an agent by its code or by its name. */
@Component
class AgentNames {
    private static final String AGENT = "AGENT";

    private final Partners partners;

    AgentNames(Partners partners) {
        this.partners = partners;
    }

    Optional<String> called(@Nullable String said) {
        String folded = ProductName.folded(said);
        return folded.isEmpty()
                ? Optional.empty()
                : partners.all().stream()
                        .filter(partner -> partner.kind().equals(AGENT))
                        .filter(partner -> ProductName.folded(partner.code()).equals(folded)
                                || ProductName.folded(partner.name()).equals(folded))
                        .map(Partners.Partner::code)
                        .findFirst();
    }
}
