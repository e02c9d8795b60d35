package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts JSON into its parts without rewriting a byte of them; the bytes must have passed {@link Utf8} before. */
final class Slices {
    private Slices() {}

    /** The value the parser stands at; afterwards it stands at its end. */
    static byte[] value(JsonParser parser, byte[] bytes) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        return trimmed(bytes, from, Math.min(to, bytes.length));
    }

    /** Values of an object by name. */
    static Map<String, byte[]> members(byte[] object) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (JsonParser parser = opened(object, JsonToken.START_OBJECT)) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (members.put(name, value(parser, object)) != null) {
                    throw new JsonParseException(parser, "Duplicate field '" + name + "'");
                }
            }
            ended(parser);
        }
        return members;
    }

    static List<byte[]> elements(byte[] array) throws IOException {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = opened(array, JsonToken.START_ARRAY)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser, array));
            }
            ended(parser);
        }
        return elements;
    }

    private static JsonParser opened(byte[] bytes, JsonToken expected) throws IOException {
        JsonParser parser = HardenedJson.splitting(bytes);
        if (parser.nextToken() != expected) {
            throw new JsonParseException(parser, "expected " + expected.asString());
        }
        return parser;
    }

    private static void ended(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the end");
        }
    }

    static byte[] trimmed(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
