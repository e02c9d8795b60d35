package org.tongqu.connectors.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;

/** One item's bytes on their way to a record: bytes, then text, then fields; each step refuses in words. */
final class Document {
    static final String FORMAT = "application/json";

    private Document() {}

    static <T> Reading<T> read(byte[] raw, Function<Fields, @Nullable T> reader) {
        byte[] bytes = Utf8.withoutBom(raw);
        Optional<Refusal> fault = Utf8.fault(bytes);
        if (fault.isPresent()) {
            return new Reading.Refused<>(List.of(fault.get()));
        }
        try {
            return read(HardenedJson.tree(bytes), reader);
        } catch (IOException e) {
            return new Reading.Refused<>(List.of(Words.unreadable(e)));
        }
    }

    private static <T> Reading<T> read(JsonNode root, Function<Fields, @Nullable T> reader) {
        List<Refusal> refusals = new ArrayList<>();
        if (!root.isObject()) {
            return new Reading.Refused<>(List.of(Words.notAnObject("", Fields.found(root))));
        }
        checkTexts(root, "", refusals);
        T said = refusals.isEmpty() ? reader.apply(new Fields(root, "", refusals)) : null;
        return said == null || !refusals.isEmpty()
                ? new Reading.Refused<>(refusals)
                : new Reading.Understood<>(said, ContentHash.of(said));
    }

    /** Unknown fields too: the raw text is kept and searched, so nothing in it may be half a character. */
    private static void checkTexts(JsonNode node, String pointer, List<Refusal> refusals) {
        if (node.isTextual()) {
            checkText(node.textValue(), pointer, refusals);
        }
        int i = 0;
        for (JsonNode entry : node.isArray() ? node : List.<JsonNode>of()) {
            checkTexts(entry, pointer + "/" + i++, refusals);
        }
        node.properties().forEach(field -> {
            String where = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            checkText(field.getKey(), pointer, refusals);
            checkTexts(field.getValue(), where, refusals);
        });
    }

    private static void checkText(String text, String pointer, List<Refusal> refusals) {
        if (refusals.size() >= 20) {
            return;
        }
        if (Utf8.hasLoneSurrogate(text)) {
            refusals.add(Words.loneSurrogate(pointer));
        }
        if (text.indexOf('\0') >= 0) {
            refusals.add(Words.nul(pointer, text.indexOf('\0')));
        }
    }
}
