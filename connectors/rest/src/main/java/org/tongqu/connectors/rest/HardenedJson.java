package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.tongqu.connectors.canon.DemandWord;

/** The one place that makes a JSON parser: bounded, strict, and without any way to name a Java type in the text. */
final class HardenedJson {
    static final int MAX_BODY = 16 * 1024 * 1024;
    static final int MAX_DEPTH = 64;
    static final int MAX_TEXT = 100_000;
    static final int MAX_DIGITS = 40;

    /** Names, values and brackets of one item: 16 MiB of {@code {}} would otherwise become a gigabyte of nodes. */
    static final int MAX_TOKENS = 200_000;

    private static final int MAX_TOKENS_OF_A_BODY = 4_000_000;

    /** For splitting a body into items: only as strict as JSON itself, so that one odd item does not sink the others. */
    private static final JsonFactory SPLITTING = factory(1_000, MAX_BODY, MAX_BODY, MAX_TOKENS_OF_A_BODY)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonMapper STRICT = JsonMapper.builder(factory(MAX_DEPTH, MAX_TEXT, MAX_DIGITS, MAX_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .addMixIn(DemandWord.AskedPart.class, AgentWhereThereIsOne.class)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private HardenedJson() {}

    private static JsonFactoryBuilder factory(int depth, int text, int digits, int tokens) {
        return ((JsonFactoryBuilder) JsonFactory.builder())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxStringLength(text)
                        .maxNumberLength(digits)
                        .maxNameLength(1_000)
                        .maxTokenCount(tokens)
                        .maxDocumentLength(MAX_BODY)
                        .build())
                // Names come from strangers: interning them would let strangers fill our memory.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }

    /** A parser that knows byte offsets; the bytes must have passed {@link Utf8} before. */
    static JsonParser splitting(byte[] bytes) throws IOException {
        return SPLITTING.createParser(bytes);
    }

    /** One whole document with nothing after it. */
    static JsonNode tree(byte[] bytes) throws IOException {
        try {
            return STRICT.readTree(bytes);
        } catch (NumberFormatException e) {
            // Jackson lets this one through for an exponent that no BigDecimal can hold.
            throw new StreamConstraintsException("exponent of a number");
        }
    }

    /** The same strictness for our own records. */
    static JsonMapper mapper() {
        return STRICT;
    }
}
