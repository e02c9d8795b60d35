package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The hub's own JSON, for canon records it keeps or answers with: fields in the record's order, figures and zones exactly as they were. */
public final class RecordJson {
    private RecordJson() {}

    public static byte[] write(Object value) {
        try {
            return HardenedJson.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** Reads what {@link #write} wrote; throws where the bytes are something else, for they are our own. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return HardenedJson.mapper().readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + " in JSON", e);
        }
    }
}
