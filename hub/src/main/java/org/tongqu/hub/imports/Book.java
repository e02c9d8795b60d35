package org.tongqu.hub.imports;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** A handed-in address book and how far it has come. */
record Book(
        String id,
        long number,
        String login,
        @Nullable String region,
        String name,
        Form form,
        List<String> fields,
        AddressBooks.State state,
        int rows,
        int done,
        @Nullable String beforeId,
        int gone,
        OffsetDateTime handedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String messageId,
        @Nullable String undoneBy,
        @Nullable OffsetDateTime undoneAt,
        @Nullable String why,
        int customersGone,
        int customersParted) {
    static final String SOURCE = "book:";

    Book {
        fields = List.copyOf(fields);
    }

    /** Whose word its rows are, as source records have it. */
    String source() {
        return SOURCE + login;
    }

    boolean knowsCompany() {
        return fields.contains(BookField.COMPANY.name());
    }
}
