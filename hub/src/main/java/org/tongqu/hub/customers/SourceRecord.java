package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.customers.Customers.SourceKind;
import org.tongqu.hub.matching.Told;
import org.tongqu.hub.matching.Uscc;
import org.tongqu.hub.platform.Sha256;

/** One source's word on a customer as it will stand in the store. */
record SourceRecord(
        String id,
        String source,
        SourceKind kind,
        @Nullable String partner,
        @Nullable String region,
        String contentHash,
        CustomerSaid said,
        boolean usccValid,
        @Nullable String province,
        String messageId,
        @Nullable Long rowNo,
        Instant observedAt,
        Instant receivedAt) {

    static SourceRecord of(String id, Customers.Observation seen, Places places) {
        CustomerSaid said = seen.said();
        return new SourceRecord(
                id,
                seen.source(),
                seen.kind(),
                seen.partner(),
                places.region(said.province(), seen.fallbackRegion()),
                hash(seen.kind(), said),
                said,
                Uscc.valid(said.uscc()).isPresent(),
                places.province(said.province()).orElse(null),
                seen.messageId(),
                seen.rowNo(),
                seen.observedAt(),
                seen.receivedAt());
    }

    /** The same words of the same source are one record. */
    String key() {
        return source + "|" + contentHash;
    }

    /** As matching reads it; a telephone may be of either kind. */
    Told told() {
        CustomerSaid.ContactSaid contact = said.contact();
        return new Told(
                id,
                said.name(),
                "",
                text(said.uscc()),
                text(region),
                text(said.province()),
                text(said.city()),
                "",
                text(said.address()),
                contact == null ? "" : text(contact.phone()),
                "",
                "",
                contact == null ? "" : text(contact.name()),
                kind == SourceKind.AGENT ? source : "");
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static String hash(SourceKind kind, CustomerSaid said) {
        CustomerSaid.ContactSaid contact = said.contact();
        String words = Stream.of(
                        kind.name(),
                        said.name(),
                        said.uscc(),
                        said.province(),
                        said.city(),
                        said.address(),
                        contact == null ? null : contact.name(),
                        contact == null ? null : contact.phone(),
                        contact == null ? null : contact.title())
                .map(word -> word == null ? "" : word)
                .collect(Collectors.joining("\u0000"));
        return Sha256.hex(words);
    }
}
