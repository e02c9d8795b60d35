package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** A fingerprint of what was said rather than how: field order, white space, {@code 2.00} or {@code 2}, and the zone a moment is written in do not show. */
final class ContentHash {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("one form for each value")
                    .addSerializer(
                            BigDecimal.class,
                            asText(figure -> figure.stripTrailingZeros().toPlainString()))
                    .addSerializer(
                            OffsetDateTime.class,
                            asText(time -> time.toInstant().toString())))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ContentHash() {}

    /** SHA-256 in hex. */
    static String of(Object said) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(CANONICAL.writeValueAsBytes(said)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a canon record must be writable as JSON: " + said.getClass(), e);
        }
    }

    private interface Form<V> {
        String of(V value);
    }

    private static <V> JsonSerializer<V> asText(Form<V> form) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(V value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(form.of(value));
            }
        };
    }
}
