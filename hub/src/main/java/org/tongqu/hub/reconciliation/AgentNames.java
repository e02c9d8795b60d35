package org.tongqu.hub.reconciliation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.partners.Partners;

/** Customers name an agent by its code or by its name, or name none. */
@Component
class AgentNames {
    /** Of a word that names no agent. */
    static final String NOBODY = "";

    private static final String AGENT = "AGENT";

    private final Partners partners;

    AgentNames(Partners partners) {
        this.partners = partners;
    }

    /** The agent's code; nobody's where none or nobody known is named; empty where it is a factory or a branch. */
    Optional<String> called(@Nullable String said) {
        String folded = ProductName.folded(said);
        List<Partners.Partner> meant = folded.isEmpty()
                ? List.of()
                : partners.all().stream()
                        .filter(partner -> ProductName.folded(partner.code()).equals(folded)
                                || ProductName.folded(partner.name()).equals(folded))
                        .toList();
        return meant.isEmpty()
                ? Optional.of(NOBODY)
                : meant.stream()
                        .filter(partner -> partner.kind().equals(AGENT))
                        .map(Partners.Partner::code)
                        .findFirst();
    }
}
